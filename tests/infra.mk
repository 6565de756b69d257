# Lint, end-to-end tests, long tests, and the targets of a developer.
# `make lint` and `make check-long` go through the same harness as `make check`, each with a summary of its own.

lint_tests = \
	tests/lint/catalogues.sh \
	tests/lint/floors.sh \
	tests/lint/headers.sh \
	tests/lint/lists.sh \
	tests/lint/manual.sh \
	tests/lint/scripts.sh \
	tests/lint/shape.sh \
	tests/lint/words.sh
e2e_tests = \
	tests/e2e/board.sh \
	tests/e2e/cyrillic.sh \
	tests/e2e/exam.sh \
	tests/e2e/exam-kills.sh \
	tests/e2e/kill.sh \
	tests/e2e/learner.sh \
	tests/e2e/leaving.sh \
	tests/e2e/practice.sh \
	tests/e2e/exam-plan.sh tests/e2e/reports.sh \
	tests/e2e/try.sh \
	tests/e2e/resize.sh \
	tests/e2e/terminals.sh \
	tests/e2e/typing.sh
infra_tests = tests/infra/bootstrap.sh tests/infra/bundled.sh tests/infra/kinds.sh tests/infra/readme.sh
TESTS += $(infra_tests)
courses_tests = tests/courses/check.sh tests/courses/walk.sh
long_tests = \
	tests/e2e/whole-way.sh \
	tests/long/big-pack.sh \
	tests/long/exam-kills.sh \
	tests/long/fuzz.sh \
	tests/long/board-kills.sh \
	tests/long/kills.sh \
	tests/long/vc.sh \
	tests/web/same.sh \
	tests/web/verify.sh

courses_files = \
	tests/courses/additions/any.txt \
	tests/courses/additions/de.txt \
	tests/courses/additions/fr.txt \
	tests/courses/additions/nl.txt \
	tests/courses/additions/ru.txt \
	tests/courses/additions/uz.txt \
	tests/courses/check.py \
	tests/courses/corpus.py \
	tests/courses/departures.tsv \
	tests/courses/forms.tsv \
	tests/courses/glossary.py \
	tests/courses/spelling.py \
	tests/courses/teaching.py \
	tests/courses/walk.py

EXTRA_DIST += $(infra_tests) tests/infra/robot.py $(courses_tests) $(courses_files) $(lint_tests) tests/lint/lib.sh $(e2e_tests) tests/e2e/lib.sh tests/e2e/drills.sh tests/e2e/whole tests/e2e/courses $(long_tests) tests/web/browser.js tests/web/cases.js tests/web/drive.js tests/web/forge.js tests/web/one.js tests/web/same.js tests/long/vc \
	bootstrap HACKING.md README.md NEWS AUTHORS COPYING .ci/run

# the supervisor's end of an examination room
check_PROGRAMS += tests/e2e/room
tests_e2e_room_SOURCES = tests/e2e/room.c
tests_e2e_room_LDADD = $(app_libs) $(SQLITE_LIBS)

if E2E
TESTS += $(e2e_tests)
endif

# The quick levels only: the terminal has been played in the source tree already.
AM_DISTCHECK_CONFIGURE_FLAGS = --disable-e2e

# The lists that a machine can write: what gettext reads, and the files of the courses.
lists:
	cd $(top_srcdir) && { echo '# source files with translatable messages; make lists writes this'; \
		grep -rlE --include='*.[ch]' '(^|[^A-Za-z0-9_])(_|N_|Q_|ngettext|pgettext)\("' src | grep -v '^src/core/i18n\.h$$' | LC_ALL=C sort; \
		} >po/POTFILES.in-t && mv po/POTFILES.in-t po/POTFILES.in
	cd $(top_srcdir) && { echo '# The courses that come with safar, installed as they are; make lists writes this.'; \
		printf 'nobase_dist_pkgdata_DATA ='; \
		find courses -type f ! -name 'local.mk*' ! -name '*~' | LC_ALL=C sort | sed 's/^/	/' | while IFS= read -r f; do printf ' \\\n%s' "$$f"; done; echo; \
		} >courses/local.mk-t && mv courses/local.mk-t courses/local.mk

.PHONY: lists lint check-courses check-long format tidy coverage help

# Translations where a program that is not installed finds them (SAFAR_LOCALEDIR).
check_DATA = locale/stamp
locale/stamp: refresh-locale
	@$(MKDIR_P) locale
	@for l in `sed 's/#.*//' $(srcdir)/po/LINGUAS`; do \
		$(MKDIR_P) locale/$$l/LC_MESSAGES; \
		if test -z "`find locale/$$l/LC_MESSAGES/safar.mo -newer $(srcdir)/po/$$l.po 2>/dev/null`"; then \
			$(MSGFMT) -o locale/$$l/LC_MESSAGES/safar.mo $(srcdir)/po/$$l.po || exit 1; fi; done
	@touch $@
refresh-locale:
.PHONY: refresh-locale
clean-local: bench-clean clean-locale
clean-locale:
	-rm -rf locale fuzz _coverage
.PHONY: clean-locale

# Lint looks at the source tree; its results are never kept from an earlier run.
lint:
	@rm -f $(lint_tests:.sh=.log) $(lint_tests:.sh=.trs)
	@$(MKDIR_P) tests/lint
	$(AM_V_at)$(MAKE) $(AM_MAKEFLAGS) check-TESTS check_PROGRAMS= check_LIBRARIES= dist_check_SCRIPTS= TESTS='$(lint_tests)' TEST_SUITE_LOG=lint-suite.log

check-long: all locale/stamp
	@rm -f $(long_tests:.sh=.log) $(long_tests:.sh=.trs)
	@$(MKDIR_P) tests/long tests/web tests/e2e
	$(AM_V_at)$(MAKE) $(AM_MAKEFLAGS) check-TESTS check_PROGRAMS= check_LIBRARIES= dist_check_SCRIPTS= TESTS='$(long_tests)' TEST_SUITE_LOG=long-suite.log

# The courses themselves: facts of language and teaching that the pack checker does not know.
check-courses: all locale/stamp
	@rm -f $(courses_tests:.sh=.log) $(courses_tests:.sh=.trs)
	@$(MKDIR_P) tests/courses
	$(AM_V_at)$(MAKE) $(AM_MAKEFLAGS) check-TESTS check_PROGRAMS= check_LIBRARIES= dist_check_SCRIPTS= TESTS='$(courses_tests)' TEST_SUITE_LOG=courses-suite.log

tidy:
	@command -v clang-tidy >/dev/null || { echo 'clang-tidy is missing: apt-get install clang-tidy' >&2; exit 1; }
	cd $(srcdir) && clang-tidy --quiet -checks='-*,bugprone-*,-bugprone-easily-swappable-parameters,clang-analyzer-*,-clang-analyzer-security.insecureAPI.*,-clang-analyzer-valist.Uninitialized,-bugprone-reserved-identifier,-bugprone-narrowing-conversions,-bugprone-sizeof-expression,-bugprone-implicit-widening-of-multiplication-result,-bugprone-branch-clone,misc-redundant-expression,readability-misleading-indentation' \
		$$(find src -name '*.c') -- -std=gnu17 -Isrc -I$(abs_builddir)/src -I$(abs_builddir) $(DEFS) \
		-DLOCALEDIR='""' -DPKGLIBEXECDIR='""' -DPKGDATADIR='""' $(ICU_CFLAGS) $(CURSES_CFLAGS)

format:
	@command -v clang-format >/dev/null || { echo 'clang-format is missing: apt-get install clang-format' >&2; exit 1; }
	cd $(srcdir) && clang-format -i $$(find src tests bench -name '*.[ch]')

# Lines of src that the tests reach, least covered files first.
coverage:
	$(MKDIR_P) _coverage
	cd _coverage && $(abs_top_srcdir)/configure -q --enable-coverage CFLAGS='-g -O0' \
		&& $(MAKE) -s all && $(MAKE) -s check; \
		find src -name '*.gcda' | while read -r f; do gcov -n -o "$${f%/*}" "$$f" 2>/dev/null; done \
		| awk '/^File .*src\// { f = $$2 } /^Lines executed/ && f { split($$2, p, /[:%]/); print p[2] "%", f; f = "" }' | sort -n

help:
	@echo 'make             build everything'
	@echo 'make check       unit, data, screen, command and end-to-end tests (TESTS=… picks, VERBOSE=1 shows)'
	@echo 'make lint        floors, lists, catalogues, scripts, manual pages'
	@echo 'make check-long  the whole way to a certificate, fuzzing, many kills, big courses: minutes'
	@echo 'make check-courses  spelling, terms, keys and counts of the courses, and learners who walk through them'
	@echo 'make bench       figures beside their baselines: name  ours  baseline  ratio'
	@echo 'make lists       writes po/POTFILES.in and courses/local.mk anew'
	@echo 'make distcheck   builds and tests the release archive'
	@echo 'make coverage    which lines the tests reach'
	@echo 'make tidy        clang-tidy over src'
	@echo 'make format      clang-format over src, tests and bench'
	@echo 'make install     DESTDIR=… is honoured'
