# unit tests of src/store
if HAVE_CMOCKA
store_tests = tests/store/t-cards tests/store/t-store tests/store/t-people tests/store/t-log tests/store/t-packs tests/store/t-placement tests/store/t-crash tests/store/t-reports
TESTS += $(store_tests)
check_PROGRAMS += $(store_tests)
check_LIBRARIES += tests/store/libhouse.a
tests_store_libhouse_a_SOURCES = tests/store/house.c tests/store/house.h
store_test_libs = tests/store/libhouse.a $(store_libs) $(CMOCKA_LIBS)
tests_store_t_cards_SOURCES = tests/store/t-cards.c
tests_store_t_cards_LDADD = $(store_test_libs)
tests_store_t_store_SOURCES = tests/store/t-store.c
tests_store_t_store_LDADD = $(store_test_libs)
tests_store_t_people_SOURCES = tests/store/t-people.c
tests_store_t_people_LDADD = $(store_test_libs)
tests_store_t_log_SOURCES = tests/store/t-log.c
tests_store_t_log_LDADD = $(store_test_libs)
tests_store_t_packs_SOURCES = tests/store/t-packs.c
tests_store_t_packs_LDADD = $(store_test_libs)
tests_store_t_placement_SOURCES = tests/store/t-placement.c
tests_store_t_placement_LDADD = $(store_test_libs)
tests_store_t_crash_SOURCES = tests/store/t-crash.c tests/store/faulty_vfs.c tests/store/faulty_vfs.h
tests_store_t_crash_LDADD = $(store_test_libs)
tests_store_t_reports_SOURCES = tests/store/t-reports.c
tests_store_t_reports_LDADD = $(store_test_libs)
store_tests += tests/store/t-exams
tests_store_t_exams_SOURCES = tests/store/t-exams.c
tests_store_t_exams_LDADD = $(store_test_libs)
endif
EXTRA_DIST += tests/data/migrations/0001.sql tests/data/migrations/0002.sql tests/data/migrations/0003.sql tests/data/migrations/0004.sql tests/data/migrations/0005.sql tests/data/migrations/0006.sql tests/data/migrations/0007.sql tests/data/migrations/0008.sql tests/data/migrations/0009.sql tests/data/migrations/0010.sql tests/data/migrations/0011.sql tests/data/migrations/0012.sql tests/data/migrations/0013.sql tests/data/migrations/0014.sql tests/data/migrations/0015.sql
