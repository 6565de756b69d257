noinst_LIBRARIES += src/text/libtext.a
src_text_libtext_a_SOURCES = \
	src/text/answer.c \
	src/text/cluster.c src/text/cluster.h \
	src/text/locale.h \
	src/text/norm.c src/text/norm.h \
	src/text/script.h \
	src/text/utf.c src/text/utf.h \
	src/text/wrap.c
