#include "config.h"
#include "record/export.h"

#include "core/i18n.h"
#include "core/str.h"
#include "record/csv.h"
#include "record/json.h"

const struct exporter exporters[] = {
	{.name = "csv", .label = N_("table for spreadsheets"), .suffix = ".csv", .write = csv_write},
	{.name = "json", .label = N_("data for programs"), .suffix = ".json", .write = json_write},
	{.name = NULL},
};

const struct exporter *exporter_find(const char *name)
{
	for (const struct exporter *x = exporters; x->name; x++)
		if (str_eq(x->name, name))
			return x;
	return NULL;
}
