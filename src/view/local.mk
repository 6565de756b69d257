noinst_LIBRARIES += src/view/libview.a
src_view_libview_a_SOURCES = \
	src/view/common.h src/view/screen.h src/view/stack.c \
	src/view/edit.c src/view/edit.h \
	src/view/hints.c src/view/hints.h \
	src/view/key.c src/view/key.h \
	src/view/page.c src/view/page.h \
	src/view/screen_help.c \
	src/view/screen_language.c
