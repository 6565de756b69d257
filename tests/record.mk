# unit tests of src/record
if HAVE_CMOCKA
TESTS += tests/record/t-record
check_PROGRAMS += tests/record/t-record
tests_record_t_record_SOURCES = tests/record/t-record.c
tests_record_t_record_LDADD = $(record_libs) $(CMOCKA_LIBS)
endif
