noinst_LIBRARIES += src/exam/libexam.a
src_exam_libexam_a_SOURCES = \
	src/exam/analysis.c src/exam/analysis.h \
	src/exam/blueprint.c src/exam/blueprint_check.c src/exam/blueprint_script.c src/exam/blueprint.h \
	src/exam/draw.c src/exam/draw.h \
	src/exam/fulfil.c \
	src/exam/outcome.c src/exam/outcome.h \
	src/exam/programme.c src/exam/programme.h \
	src/exam/serial.c src/exam/serial.h \
	src/exam/sitting.c src/exam/sitting.h
