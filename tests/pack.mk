# Tests of src/pack, and of pack files as the floors together judge them.
if HAVE_CMOCKA
pack_tests = tests/pack/t-archive tests/pack/t-node tests/pack/t-sheet tests/pack/t-source tests/pack/t-text
TESTS += $(pack_tests)
check_PROGRAMS += $(pack_tests)
pack_scratch = tests/pack/scratch.c tests/pack/scratch.h
tests_pack_t_archive_SOURCES = tests/pack/t-archive.c $(pack_scratch)
tests_pack_t_archive_LDADD = $(pack_libs) $(CMOCKA_LIBS)
tests_pack_t_node_SOURCES = tests/pack/t-node.c
tests_pack_t_node_LDADD = $(pack_libs) $(CMOCKA_LIBS)
tests_pack_t_sheet_SOURCES = tests/pack/t-sheet.c
tests_pack_t_sheet_LDADD = $(pack_libs) $(CMOCKA_LIBS)
tests_pack_t_source_SOURCES = tests/pack/t-source.c $(pack_scratch)
tests_pack_t_source_LDADD = $(pack_libs) $(CMOCKA_LIBS)
tests_pack_t_text_SOURCES = tests/pack/t-text.c
tests_pack_t_text_LDADD = $(pack_libs) $(CMOCKA_LIBS)
endif

dist_check_SCRIPTS += tests/pack/manual.t tests/pack/samples.t tests/pack/schema.t
TESTS += tests/pack/manual.t tests/pack/samples.t tests/pack/schema.t
EXTRA_DIST += tests/pack/schema.py tests/data/packs
