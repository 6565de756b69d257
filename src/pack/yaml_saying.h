/* What libyaml says about broken syntax, in an author's words and with a cure. */
#ifndef SAFAR_PACK_YAML_SAYING_H
#define SAFAR_PACK_YAML_SAYING_H

#include <stdbool.h>

/* For libyaml's English sentence `theirs` the translated fault and its cure (static texts). False if the sentence is not known: then
 * only `*cure`, a general one, is set. */
bool yaml_saying(const char *theirs, const char **ours, const char **cure);

#endif
