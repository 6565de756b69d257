# unit tests of src/exam; they share the readers of samples with those of src/learn, which call the pack floor only
if HAVE_CMOCKA
exam_tests = tests/exam/t-exam tests/exam/t-analysis tests/exam/t-sitting
TESTS += $(exam_tests)
check_PROGRAMS += $(exam_tests)
tests_exam_t_analysis_SOURCES = tests/exam/t-analysis.c
tests_exam_t_analysis_LDADD = $(exam_libs) $(CMOCKA_LIBS)
tests_exam_t_sitting_SOURCES = tests/exam/t-sitting.c tests/learn/samples.c tests/learn/samples.h
tests_exam_t_sitting_LDADD = $(exam_libs) $(CMOCKA_LIBS)
tests_exam_t_exam_SOURCES = tests/exam/t-exam.c tests/learn/samples.c tests/learn/samples.h
tests_exam_t_exam_LDADD = $(exam_libs) $(CMOCKA_LIBS)
endif
EXTRA_DIST += tests/data/analysis/oracle.csv tests/data/exams
