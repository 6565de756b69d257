/* What searching a course of 100,000 items takes: reading its words once, and each key typed after that. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/packs.h"
#include "app/search.h"
#include "bench.h"

enum { ROUNDS = 9 };

static void install(struct app *app, const char *folder)
{
	char command[512];
	char *pack = bench_path(folder, "big");
	struct diag_list d;
	struct pack_change change;
	struct err e = ERR_INIT;
	const char *source = getenv("top_srcdir");
	snprintf(command, sizeof(command), "'%s/bench/big-pack.sh' '%s' 100", source ? source : ".", pack);
	if (!bench_shell(command))
		bench_broken("cannot write the course", pack);
	diag_init(&d);
	if (!packs_install(app, pack, false, NULL, &d, &change, &e))
		bench_broken("cannot install the course", e.msg);
	pack_change_release(&change);
	diag_release(&d);
	free(pack);
}

static void measure(struct app *app)
{
	static const char *const typed[] = {"b", "ba", "thing ba", "bababa", "xyzzy", "нарса"};
	double opened[ROUNDS], worst = 0;
	struct search *s = NULL;
	struct err e = ERR_INIT;
	for (int i = 0; i < ROUNDS; i++) {
		int64_t from = bench_now();
		search_free(s);
		s = search_open(app, &e);
		if (!s)
			bench_broken("cannot open the search", e.msg);
		opened[i] = (double)(bench_now() - from) / 1e6;
	}
	for (size_t k = 0; k < sizeof(typed) / sizeof(typed[0]); k++) {
		double took[ROUNDS];
		for (int i = 0; i < ROUNDS; i++) {
			struct found f;
			int64_t from = bench_now();
			search_find(s, typed[k], &f);
			took[i] = (double)(bench_now() - from) / 1e6;
			found_release(&f);
		}
		double middle = bench_quantile(took, ROUNDS, 0.5);
		worst = middle > worst ? middle : worst;
	}
	search_free(s);
	bench_line("search: opened, 100,000 items", bench_quantile(opened, ROUNDS, 0.5), 0, "ms");
	bench_line("search: the slowest key, median", worst, 0, "ms");
}

int main(void)
{
	char *folder = bench_folder(), *path = bench_path(folder, "store.db");
	struct app app;
	struct err e = ERR_INIT;
	if (!app_open(&app, path, STORE_CREATE, &e))
		bench_broken("cannot make a store", e.msg);
	app.front = "cli";
	if (!app_set_language(&app, "uz", &e))
		bench_broken("cannot choose a language", e.msg);
	install(&app, folder);
	measure(&app);
	app_close(&app);
	free(path);
	bench_remove(folder);
	return 0;
}
