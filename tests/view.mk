# unit tests of src/view
if HAVE_CMOCKA
view_tests = tests/view/t-edit tests/view/t-key tests/view/t-page tests/view/t-stack
TESTS += $(view_tests)
check_PROGRAMS += $(view_tests)
tests_view_t_edit_SOURCES = tests/view/t-edit.c
tests_view_t_edit_LDADD = $(view_libs) $(CMOCKA_LIBS)
tests_view_t_key_SOURCES = tests/view/t-key.c
tests_view_t_key_LDADD = $(view_libs) $(CMOCKA_LIBS)
tests_view_t_page_SOURCES = tests/view/t-page.c
tests_view_t_page_LDADD = $(view_libs) $(CMOCKA_LIBS)
tests_view_t_stack_SOURCES = tests/view/t-stack.c
tests_view_t_stack_LDADD = $(view_libs) $(CMOCKA_LIBS)
endif
