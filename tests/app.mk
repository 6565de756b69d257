# unit tests of src/app, on a real store
EXTRA_DIST += tests/data/issuing/live.sql \
	tests/data/upgrade/v1/pack.yaml tests/data/upgrade/v1/units/hello.yaml tests/data/upgrade/v1/po/uz.po tests/data/upgrade/v1/po/ru.po \
	tests/data/upgrade/v2/pack.yaml tests/data/upgrade/v2/units/hello.yaml tests/data/upgrade/v2/po/uz.po tests/data/upgrade/v2/po/ru.po \
	tests/data/upgrade/programme/pack.yaml tests/data/upgrade/programme/programmes/north.yaml
if HAVE_CMOCKA
app_tests = tests/app/t-people tests/app/t-learning tests/app/t-parts tests/app/t-practice tests/app/t-review tests/app/t-today
TESTS += $(app_tests)
check_PROGRAMS += $(app_tests)
tests_app_t_people_SOURCES = tests/app/t-people.c tests/app/fixture.c tests/app/fixture.h
tests_app_t_people_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_review_SOURCES = tests/app/t-review.c tests/app/fixture.c tests/app/fixture.h
tests_app_t_review_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_today_SOURCES = tests/app/t-today.c tests/app/fixture.c tests/app/fixture.h
tests_app_t_today_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_learning_SOURCES = tests/app/t-learning.c tests/app/fixture.c tests/app/fixture.h
tests_app_t_learning_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_parts_SOURCES = tests/app/t-parts.c tests/app/fixture.c tests/app/fixture.h
tests_app_t_parts_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_practice_SOURCES = tests/app/t-practice.c tests/app/fixture.c tests/app/fixture.h
tests_app_t_practice_LDADD = $(app_libs) $(CMOCKA_LIBS)
app_tests += tests/app/t-placement
tests_app_t_placement_SOURCES = tests/app/t-placement.c tests/app/fixture.c tests/app/fixture.h
tests_app_t_placement_LDADD = $(app_libs) $(CMOCKA_LIBS)
app_tests += tests/app/t-search
tests_app_t_search_SOURCES = tests/app/t-search.c tests/app/fixture.c tests/app/fixture.h
tests_app_t_search_LDADD = $(app_libs) $(CMOCKA_LIBS)
app_tests += tests/app/t-table
app_tests += tests/app/t-confusions
tests_app_t_confusions_SOURCES = tests/app/t-confusions.c tests/app/fixture.c tests/app/fixture.h
tests_app_t_confusions_LDADD = $(app_libs) $(CMOCKA_LIBS)
app_tests += tests/app/t-mistakes
tests_app_t_mistakes_SOURCES = tests/app/t-mistakes.c tests/app/fixture.c tests/app/fixture.h
tests_app_t_mistakes_LDADD = $(app_libs) $(CMOCKA_LIBS)
app_tests += tests/app/t-reports
tests_app_t_reports_SOURCES = tests/app/t-reports.c tests/app/fixture.c tests/app/fixture.h
tests_app_t_reports_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_table_SOURCES = tests/app/t-table.c tests/app/fixture.c tests/app/fixture.h
tests_app_t_table_LDADD = $(app_libs) $(CMOCKA_LIBS)
app_tests += tests/app/t-exam tests/app/t-exam-analysis tests/app/t-exam-heard tests/app/t-exam-kill tests/app/t-marking tests/app/t-exam-gaps tests/app/t-exam-away tests/app/t-exam-own
exam_house = tests/app/exam_house.c tests/app/exam_house.h tests/app/fixture.c tests/app/fixture.h
app_tests += tests/app/t-machine tests/app/t-rehearsal
tests_app_t_rehearsal_SOURCES = tests/app/t-rehearsal.c $(exam_house)
tests_app_t_rehearsal_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_machine_SOURCES = tests/app/t-machine.c $(exam_house)
tests_app_t_machine_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_exam_own_SOURCES = tests/app/t-exam-own.c $(exam_house)
tests_app_t_exam_own_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_exam_away_SOURCES = tests/app/t-exam-away.c $(exam_house)
tests_app_t_exam_away_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_exam_gaps_SOURCES = tests/app/t-exam-gaps.c $(exam_house)
tests_app_t_exam_gaps_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_marking_SOURCES = tests/app/t-marking.c $(exam_house)
tests_app_t_marking_LDADD = $(app_libs) $(CMOCKA_LIBS)
app_tests += tests/app/t-exam-paper
tests_app_t_exam_paper_SOURCES = tests/app/t-exam-paper.c $(exam_house)
tests_app_t_exam_paper_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_exam_SOURCES = tests/app/t-exam.c $(exam_house)
app_tests += tests/app/t-exam-watch tests/app/t-exam-board-kill
tests_app_t_exam_watch_SOURCES = tests/app/t-exam-watch.c $(exam_house)
tests_app_t_exam_watch_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_exam_board_kill_SOURCES = tests/app/t-exam-board-kill.c $(exam_house)
tests_app_t_exam_board_kill_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_exam_kill_SOURCES = tests/app/t-exam-kill.c $(exam_house)
tests_app_t_exam_kill_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_exam_analysis_SOURCES = tests/app/t-exam-analysis.c $(exam_house)
tests_app_t_exam_analysis_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_exam_heard_SOURCES = tests/app/t-exam-heard.c $(exam_house)
tests_app_t_exam_heard_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_exam_LDADD = $(app_libs) $(CMOCKA_LIBS)
app_tests += tests/app/t-certificate-paper
tests_app_t_certificate_paper_SOURCES = tests/app/t-certificate-paper.c tests/app/live_house.c tests/app/live_house.h tests/app/fixture.c tests/app/fixture.h
tests_app_t_certificate_paper_LDADD = $(app_libs) $(CMOCKA_LIBS)
app_tests += tests/app/t-issue
tests_app_t_issue_SOURCES = tests/app/t-issue.c tests/app/live_house.c tests/app/live_house.h $(exam_house)
tests_app_t_issue_LDADD = $(app_libs) $(CMOCKA_LIBS)
endif
if HAVE_CMOCKA
TESTS += tests/app/t-exam-live
check_PROGRAMS += tests/app/t-exam-live
tests_app_t_exam_live_SOURCES = tests/app/t-exam-live.c $(exam_house)
tests_app_t_exam_live_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_t_exam_live_LDFLAGS = -Wl,--wrap=malloc,--wrap=free,--wrap=realloc
endif
