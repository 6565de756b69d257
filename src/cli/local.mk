cli_sources = src/cli/cli.c src/cli/cli.h


pkglibexec_PROGRAMS += src/safar-pack
src_safar_pack_SOURCES = $(cli_sources) \
	src/cli/pack_main.c \
	src/cli/cmd_pack_source.c \
	src/cli/cmd_pack_store.c
src_safar_pack_LDADD = $(app_libs)
