noinst_LIBRARIES += src/exam/libexam.a
src_exam_libexam_a_SOURCES = src/exam/programme.h src/exam/serial.h
