/* The baseline of bench/startup: links the libraries that safar links, opens each of them and a store, writes one line on
 * the screen and waits. Anything faster than this would have to do less than any such program must. */
#include "config.h"

#include <curses.h>
#include <libintl.h>
#include <locale.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <unicode/ubrk.h>
#include <unicode/uclean.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	setlocale(LC_ALL, "C.UTF-8");
	bindtextdomain("safar", LOCALEDIR);
	textdomain("safar");

	UErrorCode status = U_ZERO_ERROR;
	u_init(&status);
	UBreakIterator *clusters = ubrk_open(UBRK_CHARACTER, "en", NULL, 0, &status);
	if (U_FAILURE(status) || sodium_init() < 0)
		return 1;

	sqlite3 *db;
	if (sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
	    sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; SELECT count(*) FROM sqlite_schema",
			 NULL, NULL, NULL) != SQLITE_OK)
		return 1;

	initscr();
	raw();
	noecho();
	keypad(stdscr, TRUE);
	start_color();
	mvaddstr(LINES - 1, 1, "Enter");
	refresh();
	getch();
	endwin();
	ubrk_close(clusters);
	sqlite3_close(db);
	return 0;
}
