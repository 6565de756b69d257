# unit tests of src/tui
EXTRA_DIST += tests/golden.h tests/tui/golden
if HAVE_CMOCKA
tui_tests = tests/tui/t-canvas tests/tui/t-layout tests/tui/t-theme
TESTS += $(tui_tests)
check_PROGRAMS += $(tui_tests)
tests_tui_t_canvas_SOURCES = tests/tui/t-canvas.c
tests_tui_t_canvas_LDADD = $(tui_libs) $(CMOCKA_LIBS)
tests_tui_t_layout_SOURCES = tests/tui/t-layout.c tests/view/sample-pages.c tests/view/sample-pages.h
tests_tui_t_layout_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests
tests_tui_t_layout_LDADD = $(tui_libs) $(CMOCKA_LIBS)
tests_tui_t_theme_SOURCES = tests/tui/t-theme.c
tests_tui_t_theme_LDADD = $(tui_libs) $(CMOCKA_LIBS)
endif

# To look at the renderers: tests/tui/demo-pages [--plain | --theme NAME]
check_PROGRAMS += tests/tui/demo-pages
tests_tui_demo_pages_SOURCES = tests/tui/demo-pages.c tests/view/sample-pages.c tests/view/sample-pages.h
tests_tui_demo_pages_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests
tests_tui_demo_pages_LDADD = src/plain/libplain.a $(tui_libs)
