/* What a program that reads descriptions from others and only draws never needs, taken away. */
#ifndef SAFAR_PAPER_HARDEN_H
#define SAFAR_PAPER_HARDEN_H

#include <stdbool.h>

/* Closes everything but the three standard files, limits time, memory and size, and has the kernel refuse network, new programs and tracing.
 * False if the kernel would not; then nothing should be read. */
bool harden(void);

#endif
