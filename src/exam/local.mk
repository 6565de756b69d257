noinst_LIBRARIES += src/exam/libexam.a
src_exam_libexam_a_SOURCES = \
	src/exam/analysis.c src/exam/analysis.h \
	src/exam/fulfil.c \
	src/exam/programme.c src/exam/programme.h \
	src/exam/serial.c src/exam/serial.h
