# tests of the commands
cli_tests = tests/cli/analyse.sh tests/cli/author.sh tests/cli/bad-input.sh tests/cli/commands.sh tests/cli/grade.sh tests/cli/line-mode.sh tests/cli/pack-new.sh tests/cli/review.sh
cli_tests += tests/cli/paper.sh tests/cli/exam.sh tests/cli/verify.sh tests/cli/word-table.sh
cli_tests += tests/cli/live.sh tests/cli/phrase.sh
cli_tests += tests/cli/handbook.sh
cli_tests += tests/cli/reports.sh tests/cli/certificate.sh tests/cli/marks.sh tests/cli/completion.sh
TESTS += $(cli_tests)
EXTRA_DIST += $(cli_tests) tests/cli/lib.sh tests/cli/centre.sh tests/cli/handbook.py tests/cli/phrase.py tests/cli/marks.py
