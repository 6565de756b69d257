# Schema and statements live as SQL; awk turns them into C in the build folder.
store_schema = src/store/sql/schema/0001-first.sql src/store/sql/schema/0002-reviews.sql src/store/sql/schema/0003-word-tables.sql \
	src/store/sql/schema/0004-reports.sql src/store/sql/schema/0005-placement.sql src/store/sql/schema/0006-exams.sql \
	src/store/sql/schema/0007-marking.sql src/store/sql/schema/0008-live-exams.sql src/store/sql/schema/0009-credentials.sql \
	src/store/sql/schema/0010-listening.sql src/store/sql/schema/0011-rehearsal.sql src/store/sql/schema/0012-sealed-banks.sql src/store/sql/schema/0013-analysis.sql src/store/sql/schema/0014-exams-stay.sql src/store/sql/schema/0015-gaps.sql
store_statements = src/store/sql/store.sql src/store/sql/people.sql src/store/sql/packs.sql src/store/sql/log.sql \
	src/store/sql/certificates.sql src/store/sql/credentials.sql src/store/sql/cards.sql src/store/sql/search.sql src/store/sql/exams.sql src/store/sql/marks.sql src/store/sql/hearing.sql src/store/sql/sealed.sql src/store/sql/analysis.sql src/store/sql/rehearsals.sql src/store/sql/closing.sql src/store/sql/reports.sql src/store/sql/mistakes.sql src/store/sql/placement.sql
store_generated = src/store/statements.h src/store/statements.c src/store/schema.c

noinst_LIBRARIES += src/store/libstore.a
src_store_libstore_a_SOURCES = \
	src/store/analysis.c src/store/analysis.h \
	src/store/cards.c src/store/cards.h \
	src/store/card_life.c \
	src/store/certificates.c src/store/certificates.h \
	src/store/closing.c src/store/closing.h \
	src/store/closing.c src/store/closing.h \
	src/store/completions.c \
	src/store/credentials.c src/store/credentials.h \
	src/store/exams.c src/store/exams.h src/store/exam_log.c \
	src/store/hearing.c src/store/hearing.h \
	src/store/install.c \
	src/store/log.c src/store/log.h \
	src/store/marks.c src/store/marks.h \
	src/store/migrate.c src/store/migrate.h \
	src/store/mistakes.c src/store/mistakes.h \
	src/store/packs.c src/store/packs.h \
	src/store/people.c src/store/people.h \
	src/store/progress.c \
	src/store/placement.c src/store/placement.h \
	src/store/rehearsals.c src/store/rehearsals.h \
	src/store/reports.c src/store/reports.h \
	src/store/sealed.c src/store/sealed.h \
	src/store/search.c src/store/search.h \
	src/store/sittings.c \
	src/store/place.c src/store/place.h \
	src/store/stmt.c src/store/stmt.h \
	src/store/store.c src/store/store.h
nodist_src_store_libstore_a_SOURCES = $(store_generated)
BUILT_SOURCES += src/store/statements.h
CLEANFILES += $(store_generated)
EXTRA_DIST += src/store/sql.awk src/store/schema.awk $(store_schema) $(store_statements)

src/store/statements.h: src/store/sql.awk $(store_statements)
	@$(MKDIR_P) src/store
	$(AM_V_GEN)cd $(srcdir) && $(AWK) -v part=header -f src/store/sql.awk $(store_statements) >$(abs_builddir)/$@-t
	@mv $@-t $@
src/store/statements.c: src/store/sql.awk $(store_statements)
	@$(MKDIR_P) src/store
	$(AM_V_GEN)cd $(srcdir) && $(AWK) -v part=table -f src/store/sql.awk $(store_statements) >$(abs_builddir)/$@-t
	@mv $@-t $@
src/store/schema.c: src/store/schema.awk $(store_schema)
	@$(MKDIR_P) src/store
	$(AM_V_GEN)cd $(srcdir) && $(AWK) -f src/store/schema.awk $(store_schema) >$(abs_builddir)/$@-t
	@mv $@-t $@
