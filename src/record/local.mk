noinst_LIBRARIES += src/record/librecord.a
src_record_librecord_a_SOURCES = src/record/certificate_text.h src/record/export.h 
