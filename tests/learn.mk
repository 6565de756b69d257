# unit tests of src/learn
if HAVE_CMOCKA
learn_tests = tests/learn/t-types
TESTS += $(learn_tests)
check_PROGRAMS += $(learn_tests)
learn_samples = tests/learn/samples.c tests/learn/samples.h
tests_learn_t_types_SOURCES = tests/learn/t-types.c $(learn_samples)
tests_learn_t_types_LDADD = $(learn_libs) $(CMOCKA_LIBS)
endif
EXTRA_DIST += tests/data/exercises tests/data/programmes
