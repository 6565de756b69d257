# The store under answers, exports and a full room.
store_bench = bench/answers bench/export bench/learners bench/reviews bench/sittings
bench_common = bench/bench.c bench/bench.h bench/site.c bench/site.h
bench_programs += bench/answers bench/export bench/reviews
EXTRA_PROGRAMS += $(store_bench)
CLEANFILES += $(store_bench)
bench_answers_SOURCES = bench/answers.c $(bench_common)
bench_answers_LDADD = $(store_libs)
bench_export_SOURCES = bench/export.c $(bench_common)
bench_export_LDADD = $(app_libs)
bench_reviews_SOURCES = bench/reviews.c bench/bench.c bench/bench.h
bench_reviews_LDADD = $(learn_libs)
bench_learners_SOURCES = bench/learners.c tests/store/faulty_vfs.c tests/store/faulty_vfs.h $(bench_common)
bench_learners_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/store -I$(srcdir)/tests
bench_learners_LDADD = $(store_libs)

# A room of live sittings with the supervisor's board over it.
bench_programs += bench/sittings
bench_sittings_SOURCES = bench/sittings.c tests/store/faulty_vfs.c tests/store/faulty_vfs.h bench/bench.c bench/bench.h
bench_sittings_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/store -I$(srcdir)/tests
bench_sittings_LDADD = $(app_libs)

# Judging typed answers.
bench_programs += bench/grade
EXTRA_PROGRAMS += bench/grade
CLEANFILES += bench/grade
bench_grade_SOURCES = bench/grade.c bench/bench.c bench/bench.h
bench_grade_LDADD = $(learn_libs)

# Searching a large course.
bench_programs += bench/search
EXTRA_PROGRAMS += bench/search
CLEANFILES += bench/search
bench_search_SOURCES = bench/search.c bench/bench.c bench/bench.h
bench_search_LDADD = $(app_libs)
