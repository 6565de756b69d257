#!/bin/bash
# Two hundred of them.
KILLS=${KILLS:-200} exec bash "$(dirname "$0")/../e2e/exam-kills.sh"
