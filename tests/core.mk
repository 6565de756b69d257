# unit tests of src/core
if HAVE_CMOCKA
core_tests = tests/core/t-core tests/core/t-seal
TESTS += $(core_tests)
check_PROGRAMS += $(core_tests)
tests_core_t_core_SOURCES = tests/core/t-core.c
tests_core_t_core_LDADD = $(core_libs) $(CMOCKA_LIBS)
tests_core_t_seal_SOURCES = tests/core/t-seal.c
tests_core_t_seal_LDADD = $(core_libs) $(CMOCKA_LIBS)
endif
