# unit tests of src/record
if HAVE_CMOCKA
record_tests = tests/record/t-record tests/record/t-credential tests/record/t-verify
record_tests += tests/record/t-closing
tests_record_t_closing_SOURCES = tests/record/t-closing.c
tests_record_t_closing_LDADD = $(record_libs) $(CMOCKA_LIBS)
TESTS += $(record_tests)
check_PROGRAMS += $(record_tests)
tests_record_t_record_SOURCES = tests/record/t-record.c
tests_record_t_record_LDADD = $(record_libs) $(CMOCKA_LIBS)
tests_record_t_credential_SOURCES = tests/record/t-credential.c
tests_record_t_credential_LDADD = $(record_libs) $(CMOCKA_LIBS)
tests_record_t_verify_SOURCES = tests/record/t-verify.c
tests_record_t_verify_LDADD = $(record_libs) $(CMOCKA_LIBS)
endif
EXTRA_DIST += tests/data/credentials/cwt.hex tests/data/credentials/ob3_canonical.nq tests/data/credentials/ob3_proofset.json tests/data/credentials/ob3_unsigned.json
