# unit tests of src/pack
if HAVE_CMOCKA
pack_tests = tests/pack/t-node tests/pack/t-text
TESTS += $(pack_tests)
check_PROGRAMS += $(pack_tests)
tests_pack_t_node_SOURCES = tests/pack/t-node.c
tests_pack_t_node_LDADD = $(pack_libs) $(CMOCKA_LIBS)
tests_pack_t_text_SOURCES = tests/pack/t-text.c
tests_pack_t_text_LDADD = $(pack_libs) $(CMOCKA_LIBS)
endif
