# Every reader of foreign bytes has a fuzz target. gcc replays its corpus with seeded changes in make check; clang
# (--enable-fuzz) makes libFuzzer programs of the same files, which make check-long lets run.
fuzz_targets = tests/fuzz/fuzz-answers tests/fuzz/fuzz-archive tests/fuzz/fuzz-credential tests/fuzz/fuzz-csv tests/fuzz/fuzz-forms tests/fuzz/fuzz-line tests/fuzz/fuzz-markdown tests/fuzz/fuzz-po tests/fuzz/fuzz-text tests/fuzz/fuzz-yaml
fuzz_targets += tests/fuzz/fuzz-difference tests/fuzz/fuzz-judge tests/fuzz/fuzz-words
fuzz_targets += tests/fuzz/fuzz-paper tests/fuzz/fuzz-closing
fuzz_targets += tests/fuzz/fuzz-sealed
if ENABLE_FUZZ
fuzz_main = tests/fuzz/fuzz.h
fuzz_flags = -fsanitize=fuzzer
EXTRA_PROGRAMS += $(fuzz_targets)
else
fuzz_main = tests/fuzz/fuzz.h tests/fuzz/replay.c
fuzz_flags =
check_PROGRAMS += $(fuzz_targets)
TESTS += $(fuzz_targets)
endif
fuzz_ldflags = $(AM_LDFLAGS) $(fuzz_flags)

tests_fuzz_fuzz_answers_SOURCES = tests/fuzz/fuzz-answers.c $(fuzz_main)
tests_fuzz_fuzz_answers_LDADD = $(learn_libs)
tests_fuzz_fuzz_answers_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_archive_SOURCES = tests/fuzz/fuzz-archive.c $(fuzz_main)
tests_fuzz_fuzz_archive_LDADD = $(pack_libs)
tests_fuzz_fuzz_archive_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_credential_SOURCES = tests/fuzz/fuzz-credential.c $(fuzz_main)
tests_fuzz_fuzz_credential_LDADD = $(record_libs)
tests_fuzz_fuzz_credential_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_csv_SOURCES = tests/fuzz/fuzz-csv.c $(fuzz_main)
tests_fuzz_fuzz_csv_LDADD = $(pack_libs)
tests_fuzz_fuzz_csv_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_forms_SOURCES = tests/fuzz/fuzz-forms.c $(fuzz_main)
tests_fuzz_fuzz_forms_LDADD = $(learn_libs)
tests_fuzz_fuzz_forms_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_line_SOURCES = tests/fuzz/fuzz-line.c $(fuzz_main)
tests_fuzz_fuzz_line_LDADD = src/exam/libexam.a $(learn_libs)
tests_fuzz_fuzz_line_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_markdown_SOURCES = tests/fuzz/fuzz-markdown.c $(fuzz_main)
tests_fuzz_fuzz_markdown_LDADD = $(pack_libs)
tests_fuzz_fuzz_markdown_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_po_SOURCES = tests/fuzz/fuzz-po.c $(fuzz_main)
tests_fuzz_fuzz_po_LDADD = $(pack_libs)
tests_fuzz_fuzz_po_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_text_SOURCES = tests/fuzz/fuzz-text.c $(fuzz_main)
tests_fuzz_fuzz_text_LDADD = $(text_libs)
tests_fuzz_fuzz_text_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_yaml_SOURCES = tests/fuzz/fuzz-yaml.c $(fuzz_main)
tests_fuzz_fuzz_yaml_LDADD = src/exam/libexam.a $(learn_libs)
tests_fuzz_fuzz_yaml_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_difference_SOURCES = tests/fuzz/fuzz-difference.c $(fuzz_main)
tests_fuzz_fuzz_difference_LDADD = $(learn_libs)
tests_fuzz_fuzz_difference_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_judge_SOURCES = tests/fuzz/fuzz-judge.c $(fuzz_main)
tests_fuzz_fuzz_judge_LDADD = $(learn_libs)
tests_fuzz_fuzz_judge_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_words_SOURCES = tests/fuzz/fuzz-words.c $(fuzz_main)
tests_fuzz_fuzz_words_LDADD = $(learn_libs)
tests_fuzz_fuzz_words_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_closing_SOURCES = tests/fuzz/fuzz-closing.c $(fuzz_main)
tests_fuzz_fuzz_closing_LDADD = $(record_libs)
tests_fuzz_fuzz_closing_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_paper_SOURCES = tests/fuzz/fuzz-paper.c $(fuzz_main)
tests_fuzz_fuzz_paper_LDADD = src/paper/libpaper.a $(core_libs) $(JANSSON_LIBS)
tests_fuzz_fuzz_paper_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_sealed_SOURCES = tests/fuzz/fuzz-sealed.c $(fuzz_main)
tests_fuzz_fuzz_sealed_LDADD = $(pack_libs)
tests_fuzz_fuzz_sealed_LDFLAGS = $(fuzz_ldflags)
EXTRA_DIST += tests/fuzz/corpus
