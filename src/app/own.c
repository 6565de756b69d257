#include "config.h"
#include "app/own.h"

#include <string.h>

/* Of a name in capitals only the first letter stays one. */
static const char *as_written(struct arena *a, const char *given)
{
	char *name = arena_strndup(a, given, strcspn(given, " "));
	for (size_t i = 1; name[0] && name[i]; i++)
		if (name[i] >= 'A' && name[i] <= 'Z')
			name[i] = (char)(name[i] | 0x20);
	return name[0] ? name : NULL;
}

struct own_data own_data(const struct app *app, struct arena *a)
{
	const struct person *p = &app->person;
	const char *full = p->latin && p->latin[0] ? p->latin : p->name, *given = full ? strchr(full, ' ') : NULL;
	/* other alphabets begin beyond ASCII */
	bool latin = given && (unsigned char)given[1] < 0x80;
	return (struct own_data){.name = latin ? as_written(a, given + 1) : NULL};
}
