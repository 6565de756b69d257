cli_sources = src/cli/cli.c src/cli/cli.h

bin_PROGRAMS += src/safar
src_safar_SOURCES = $(cli_sources) \
	src/cli/main.c \
	src/cli/session.c src/cli/session.h \
	src/cli/cmd_analyse.c src/cli/cmd_exam_angoff.c \
	src/cli/cmd_certificate.c src/cli/cmd_certificate_paper.c src/cli/cmd_issue.c src/cli/officers.c src/cli/officers.h \
	src/cli/cmd_enrol.c src/cli/cmd_exam.c src/cli/cmd_exam_mark.c src/cli/cmd_exam_result.c src/cli/cmd_exam_review.c src/cli/exam_args.c src/cli/exam_args.h src/cli/cmd_exam_paper.c src/cli/cmd_exam_close.c src/cli/cmd_exam_bank.c src/cli/cmd_exam_key.c \
	src/cli/cmd_export.c \
	src/cli/cmd_grade.c src/cli/grade.c src/cli/grade.h \
	src/cli/cmd_group.c \
	src/cli/cmd_init.c \
	src/cli/cmd_key.c src/cli/phrase.c src/cli/phrase.h \
	src/cli/cmd_person.c \
	src/cli/cmd_reports.c \
	src/cli/cmd_review.c \
	src/cli/cmd_exam_rehearse.c \
	src/cli/cmd_site.c \
	src/cli/cmd_trust.c \
	src/cli/cmd_verify.c
src_safar_LDADD = src/tui/libtui.a src/plain/libplain.a $(view_libs) $(CURSES_LIBS)

pkglibexec_PROGRAMS += src/safar-pack
src_safar_pack_SOURCES = $(cli_sources) \
	src/cli/pack_main.c \
	src/cli/cmd_grade_source.c src/cli/grade.c src/cli/grade.h \
	src/cli/cmd_pack_author.c \
	src/cli/cmd_pack_preview.c \
	src/cli/cmd_exam_open.c src/cli/exam_args.c src/cli/exam_args.h src/cli/cmd_pack_seal.c src/cli/phrase.c src/cli/phrase.h \
	src/cli/cmd_pack_source.c \
	src/cli/cmd_pack_store.c \
	src/cli/cmd_pack_try.c
src_safar_pack_LDADD = src/tui/libtui.a $(plain_libs) $(CURSES_LIBS) $(HUNSPELL_LIBS)
