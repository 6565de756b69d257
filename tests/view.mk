# unit tests of src/view
EXTRA_DIST += tests/screens/golden tests/screens/packs
if HAVE_CMOCKA
view_tests = tests/view/t-edit tests/view/t-key tests/view/t-page tests/view/t-stack tests/view/t-strip
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
tests_view_t_strip_SOURCES = tests/view/t-strip.c
tests_view_t_strip_LDADD = $(view_libs) $(CMOCKA_LIBS)
# every screen, drawn and printed: needs both renderings
TESTS += tests/screens/t-screens tests/screens/t-screens-around tests/screens/t-try
check_PROGRAMS += tests/screens/t-screens tests/screens/t-screens-around tests/screens/t-try
tests_screens_t_screens_around_SOURCES = tests/screens/t-screens-around.c $(stage)
tests_screens_t_screens_around_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests
tests_screens_t_screens_around_LDADD = src/plain/libplain.a $(tui_libs) $(CMOCKA_LIBS)
tests_screens_t_try_SOURCES = tests/screens/t-try.c
tests_screens_t_try_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests
tests_screens_t_try_LDADD = src/plain/libplain.a $(tui_libs) $(CMOCKA_LIBS)
stage = tests/screens/stage.c tests/screens/stage.h tests/app/fixture.c tests/app/fixture.h
tests_screens_t_screens_SOURCES = tests/screens/t-screens.c $(stage)
tests_screens_t_screens_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests
tests_screens_t_screens_LDADD = src/plain/libplain.a $(tui_libs) $(CMOCKA_LIBS)
TESTS += tests/screens/t-exam-script
check_PROGRAMS += tests/screens/t-exam-script
tests_screens_t_exam_script_SOURCES = tests/screens/t-exam-script.c $(stage)
tests_screens_t_exam_script_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests
tests_screens_t_exam_script_LDADD = src/plain/libplain.a $(tui_libs) $(CMOCKA_LIBS)
TESTS += tests/screens/t-staff tests/screens/t-exam-plan
check_PROGRAMS += tests/screens/t-staff tests/screens/t-exam-plan
tests_screens_t_exam_plan_SOURCES = tests/screens/t-exam-plan.c $(stage)
tests_screens_t_exam_plan_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests
tests_screens_t_exam_plan_LDADD = src/plain/libplain.a $(tui_libs) $(CMOCKA_LIBS)
TESTS += tests/screens/t-exam
check_PROGRAMS += tests/screens/t-exam
tests_screens_t_exam_SOURCES = tests/screens/t-exam.c $(stage)
tests_screens_t_exam_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests
tests_screens_t_exam_LDADD = src/plain/libplain.a $(tui_libs) $(CMOCKA_LIBS)
tests_screens_t_staff_SOURCES = tests/screens/t-staff.c $(stage)
tests_screens_t_staff_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests
tests_screens_t_staff_LDADD = src/plain/libplain.a $(tui_libs) $(CMOCKA_LIBS)
endif
