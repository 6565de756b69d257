# unit tests of src/plain
EXTRA_DIST += tests/plain/golden
if HAVE_CMOCKA
TESTS += tests/plain/t-plain
check_PROGRAMS += tests/plain/t-plain
tests_plain_t_plain_SOURCES = tests/plain/t-plain.c tests/view/sample-pages.c tests/view/sample-pages.h
tests_plain_t_plain_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests
tests_plain_t_plain_LDADD = $(plain_libs) $(CMOCKA_LIBS)
endif
