# unit tests of src/text
if HAVE_CMOCKA
text_tests = tests/text/t-norm tests/text/t-cluster tests/text/t-script
TESTS += $(text_tests)
check_PROGRAMS += $(text_tests)
tests_text_t_norm_SOURCES = tests/text/t-norm.c
tests_text_t_norm_LDADD = $(text_libs) $(CMOCKA_LIBS)
tests_text_t_cluster_SOURCES = tests/text/t-cluster.c
tests_text_t_cluster_LDADD = $(text_libs) $(CMOCKA_LIBS)
tests_text_t_script_SOURCES = tests/text/t-script.c
tests_text_t_script_LDADD = $(text_libs) $(CMOCKA_LIBS)
endif
EXTRA_DIST += tests/text/uz-cyrillic-pairs.tsv
