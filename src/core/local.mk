noinst_LIBRARIES += src/core/libcore.a
src_core_libcore_a_SOURCES = \
	src/core/alloc.c src/core/alloc.h \
	src/core/arena.c src/core/arena.h \
	src/core/clock.c src/core/clock.h \
	src/core/csv.c src/core/csv.h \
	src/core/diag.c src/core/diag.h \
	src/core/err.c src/core/err.h \
	src/core/file.c src/core/file.h \
	src/core/i18n.c src/core/i18n.h \
	src/core/phrase.c src/core/phrase.h \
	src/core/random.c src/core/random.h \
	src/core/secret.c src/core/secret.h \
	src/core/seal.c src/core/seal.h \
	src/core/set.c src/core/set.h \
	src/core/sign.c src/core/sign.h \
	src/core/str.c src/core/str.h
