noinst_LIBRARIES += src/record/librecord.a
src_record_librecord_a_SOURCES = \
	src/record/base45.c src/record/base45.h \
	src/record/base58.c src/record/base58.h \
	src/record/cbor.c src/record/cbor.h \
	src/record/certificate_paper.c src/record/certificate_paper.h \
	src/record/certificate_text.c src/record/certificate_text.h \
	src/record/credential.c src/record/credential.h \
	src/record/closing.c src/record/closing.h \
	src/record/csv.c src/record/csv.h \
	src/record/cwt.c src/record/cwt.h \
	src/record/document.c src/record/document.h \
	src/record/exam_key.c src/record/exam_key.h \
	src/record/export.c src/record/export.h \
	src/record/figures.c src/record/figures.h \
	src/record/jcs.c src/record/jcs.h \
	src/record/json.c src/record/json.h \
	src/record/key_file.c src/record/key_json.c src/record/key_file.h src/record/key_json.h \
	src/record/list.c src/record/list.h \
	src/record/nquads.c src/record/nquads.h \
	src/record/profile.c src/record/profile.h \
	src/record/proof.c src/record/proof.h \
	src/record/sink.c src/record/sink.h \
	src/record/verify.c src/record/verify.h
