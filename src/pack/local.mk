noinst_LIBRARIES += src/pack/libpack.a
src_pack_libpack_a_SOURCES = \
	src/pack/node.c src/pack/node_parse.c src/pack/node_check.c src/pack/node.h \
	src/pack/yaml_saying.c src/pack/yaml_saying.h \
	src/pack/facts.h src/pack/markdown.h src/pack/source.h src/pack/words.h
