# unit tests of src/exam; they share the readers of samples with those of src/learn, which call the pack floor only
if HAVE_CMOCKA
TESTS += tests/exam/t-exam
check_PROGRAMS += tests/exam/t-exam
tests_exam_t_exam_SOURCES = tests/exam/t-exam.c tests/learn/samples.c tests/learn/samples.h
tests_exam_t_exam_LDADD = $(exam_libs) $(CMOCKA_LIBS)
endif
