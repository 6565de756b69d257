/* The programs beside this one, which alone know archives or paper. */
#ifndef SAFAR_APP_PROGRAM_H
#define SAFAR_APP_PROGRAM_H

#include <stddef.h>

/* Where the program of that name is: in $SAFAR_LIBEXECDIR, which tests set; beside this program in a build tree; else where it is installed. The caller frees. */
char *program_path_dup(const char *name);

#endif
