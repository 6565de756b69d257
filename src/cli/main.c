#include "config.h"

#include "core/i18n.h"

int main(void)
{
	i18n_start(NULL);
	return 0;
}
