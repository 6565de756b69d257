noinst_LIBRARIES += src/record/librecord.a
src_record_librecord_a_SOURCES = \
	src/record/certificate_text.c src/record/certificate_text.h \
	src/record/csv.c src/record/csv.h \
	src/record/export.c src/record/export.h \
	src/record/json.c src/record/json.h \
	src/record/sink.c src/record/sink.h
