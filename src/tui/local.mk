noinst_LIBRARIES += src/tui/libtui.a
src_tui_libtui_a_SOURCES = \
	src/tui/body.h \
	src/tui/canvas.c src/tui/canvas.h \
	src/tui/flow.c \
	src/tui/layout.c src/tui/layout.h \
	src/tui/layout_difference.c \
	src/tui/layout_field.c \
	src/tui/layout_menu.c \
	src/tui/layout_places.c \
	src/tui/layout_table.c \
	src/tui/layout_text.c \
	src/tui/layout_window.c
src_tui_libtui_a_SOURCES += \
	src/tui/loop.c src/tui/loop.h \
	src/tui/term.h src/tui/term_curses.c \
	src/tui/term_keys.c src/tui/term_keys.h \
	src/tui/theme.c src/tui/theme.h
