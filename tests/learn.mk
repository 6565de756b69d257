# unit tests of src/learn
if HAVE_CMOCKA
learn_tests = tests/learn/t-answers tests/learn/t-course tests/learn/t-drill tests/learn/t-drill-courses tests/learn/t-fsrs tests/learn/t-grade tests/learn/t-item tests/learn/t-likely tests/learn/t-placement tests/learn/t-plan \
	tests/learn/t-types
TESTS += $(learn_tests)
check_PROGRAMS += $(learn_tests)
learn_samples = tests/learn/samples.c tests/learn/samples.h
tests_learn_t_answers_SOURCES = tests/learn/t-answers.c
tests_learn_t_answers_LDADD = $(learn_libs) $(CMOCKA_LIBS)
tests_learn_t_course_SOURCES = tests/learn/t-course.c $(learn_samples)
tests_learn_t_course_LDADD = $(learn_libs) $(CMOCKA_LIBS)
tests_learn_t_drill_courses_SOURCES = tests/learn/t-drill-courses.c $(learn_samples)
tests_learn_t_drill_courses_LDADD = $(learn_libs) $(CMOCKA_LIBS)
tests_learn_t_drill_SOURCES = tests/learn/t-drill.c $(learn_samples)
tests_learn_t_drill_LDADD = $(learn_libs) $(CMOCKA_LIBS)
tests_learn_t_fsrs_SOURCES = tests/learn/t-fsrs.c
tests_learn_t_fsrs_LDADD = $(learn_libs) $(CMOCKA_LIBS)
tests_learn_t_grade_SOURCES = tests/learn/t-grade.c
tests_learn_t_grade_LDADD = $(learn_libs) $(CMOCKA_LIBS)
tests_learn_t_likely_SOURCES = tests/learn/t-likely.c $(learn_samples)
tests_learn_t_likely_LDADD = $(learn_libs) $(CMOCKA_LIBS)
tests_learn_t_item_SOURCES = tests/learn/t-item.c $(learn_samples)
tests_learn_t_item_LDADD = $(learn_libs) $(CMOCKA_LIBS)
tests_learn_t_placement_SOURCES = tests/learn/t-placement.c
tests_learn_t_placement_LDADD = $(learn_libs) $(CMOCKA_LIBS)
tests_learn_t_plan_SOURCES = tests/learn/t-plan.c
tests_learn_t_plan_LDADD = $(learn_libs) $(CMOCKA_LIBS)
tests_learn_t_types_SOURCES = tests/learn/t-types.c $(learn_samples)
tests_learn_t_types_LDADD = $(learn_libs) $(CMOCKA_LIBS)

# the difference shown for a wrong answer
judge_tests = tests/learn/t-difference tests/learn/t-word-table
TESTS += $(judge_tests)
check_PROGRAMS += $(judge_tests)
tests_learn_t_difference_SOURCES = tests/learn/t-difference.c
tests_learn_t_difference_LDADD = $(learn_libs) $(CMOCKA_LIBS)
tests_learn_t_word_table_SOURCES = tests/learn/t-word-table.c
tests_learn_t_word_table_LDADD = $(learn_libs) $(HUNSPELL_LIBS) $(CMOCKA_LIBS)
endif
EXTRA_DIST += tests/data/answers tests/data/exercises tests/data/programmes
