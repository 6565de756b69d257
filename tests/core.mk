# unit tests of src/core
if HAVE_CMOCKA
TESTS += tests/core/t-core
check_PROGRAMS += tests/core/t-core
tests_core_t_core_SOURCES = tests/core/t-core.c
tests_core_t_core_LDADD = $(core_libs) $(CMOCKA_LIBS)
endif
