noinst_LIBRARIES += src/pack/libpack.a
src_pack_libpack_a_SOURCES = \
	src/pack/facts.c src/pack/facts.h \
	src/pack/inline.c src/pack/markdown.c src/pack/markdown.h \
	src/pack/node.c src/pack/node_parse.c src/pack/node_check.c src/pack/node.h \
	src/pack/table.c src/pack/table.h \
	src/pack/words.c src/pack/words.h \
	src/pack/yaml_saying.c src/pack/yaml_saying.h \
	src/pack/source.h
