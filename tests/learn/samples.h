/* Reading sample files, for the tests of this floor. */
#ifndef SAFAR_TESTS_LEARN_SAMPLES_H
#define SAFAR_TESTS_LEARN_SAMPLES_H

#include "core/arena.h"
#include "core/diag.h"
#include "pack/node.h"

/* The text of tests/data/PATH in `a`; ends the test if it is not there. */
char *sample_text(struct arena *a, const char *path);

/* The same parsed; ends the test if it is no sound YAML. */
const struct node *sample_node(struct arena *a, const char *path, struct diag_list *d);

/* A YAML text parsed. */
const struct node *node_of(struct arena *a, const char *yaml, struct diag_list *d);

/* Compares the findings with the comments "# expect: LINE: part of the message" of `text`: each must be met, and nothing else reported. */
void assert_expected(struct arena *a, const char *path, const char *text, struct diag_list *d);

/* Names of the files of tests/data/PATH that begin with `prefix` and end in `suffix`, sorted, ended by NULL. */
char **sample_names(struct arena *a, const char *path, const char *prefix, const char *suffix);

#endif
