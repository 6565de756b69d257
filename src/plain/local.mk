noinst_LIBRARIES += src/plain/libplain.a
src_plain_libplain_a_SOURCES = \
	src/plain/html.c src/plain/html.h \
	src/plain/loop.c src/plain/loop.h \
	src/plain/print.c src/plain/print.h \
	src/plain/silence.c src/plain/silence.h
