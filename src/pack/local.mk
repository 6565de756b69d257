noinst_LIBRARIES += src/pack/libpack.a
src_pack_libpack_a_SOURCES = src/pack/facts.h src/pack/markdown.h src/pack/node.h src/pack/source.h src/pack/words.h 
