noinst_LIBRARIES += src/pack/libpack.a
src_pack_libpack_a_SOURCES = \
	src/pack/facts.c src/pack/facts.h \
	src/pack/inline.c src/pack/markdown.c src/pack/markdown.h \
	src/pack/node.c src/pack/node_parse.c src/pack/node_check.c src/pack/node.h \
	src/pack/table.c src/pack/table.h \
	src/pack/words.c src/pack/words.h \
	src/pack/yaml_saying.c src/pack/yaml_saying.h \
	src/pack/archive.c src/pack/files.c src/pack/folder.c src/pack/files.h \
	src/pack/licence.c src/pack/licence.h \
	src/pack/head.c src/pack/head.h src/pack/limits.h \
	src/pack/build.c src/pack/manifest.c src/pack/manifest.h \
	src/pack/messages.c src/pack/pot.c src/pack/translations.c \
	src/pack/out.c src/pack/out.h src/pack/zip.c src/pack/zip.h \
	src/pack/po.c src/pack/po.h \
	src/pack/sealed.c src/pack/sealed.h \
	src/pack/sheet.c src/pack/sheet.h \
	src/pack/source.c src/pack/version.c src/pack/source.h
