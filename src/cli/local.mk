bin_PROGRAMS += src/safar
src_safar_SOURCES = src/cli/main.c
src_safar_LDADD = src/tui/libtui.a src/plain/libplain.a src/view/libview.a $(app_libs) $(CURSES_LIBS)
