# unit tests of src/text
if HAVE_CMOCKA
text_tests = tests/text/t-cluster tests/text/t-excerpt tests/text/t-letters tests/text/t-locale tests/text/t-mrz tests/text/t-norm tests/text/t-script tests/text/t-search-key
TESTS += $(text_tests)
check_PROGRAMS += $(text_tests)
tests_text_t_cluster_SOURCES = tests/text/t-cluster.c
tests_text_t_cluster_LDADD = $(text_libs) $(CMOCKA_LIBS)
tests_text_t_excerpt_SOURCES = tests/text/t-excerpt.c
tests_text_t_excerpt_LDADD = $(text_libs) $(CMOCKA_LIBS)
tests_text_t_letters_SOURCES = tests/text/t-letters.c
tests_text_t_letters_LDADD = $(text_libs) $(CMOCKA_LIBS)
tests_text_t_locale_SOURCES = tests/text/t-locale.c
tests_text_t_locale_LDADD = $(text_libs) $(CMOCKA_LIBS)
tests_text_t_mrz_SOURCES = tests/text/t-mrz.c
tests_text_t_mrz_LDADD = $(text_libs) $(CMOCKA_LIBS)
tests_text_t_norm_SOURCES = tests/text/t-norm.c
tests_text_t_norm_LDADD = $(text_libs) $(CMOCKA_LIBS)
tests_text_t_script_SOURCES = tests/text/t-script.c
tests_text_t_script_LDADD = $(text_libs) $(CMOCKA_LIBS)
tests_text_t_search_key_SOURCES = tests/text/t-search-key.c
tests_text_t_search_key_LDADD = $(text_libs) $(CMOCKA_LIBS)
endif

# The corpus through the fuzz target; any target links tests/fuzz-replay.c and names its folder like this.
TESTS += tests/text/fuzz-norm
check_PROGRAMS += tests/text/fuzz-norm
tests_text_fuzz_norm_SOURCES = tests/fuzz-replay.c tests/text/fuzz-norm.c
tests_text_fuzz_norm_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZ_CORPUS='"tests/data/text/fuzz"'
tests_text_fuzz_norm_LDADD = $(text_libs)

TESTS += tests/text/t-po.sh
dist_check_SCRIPTS += tests/text/t-po.sh
EXTRA_DIST += tests/text/uz-cyrillic-pairs.tsv tests/data/text
