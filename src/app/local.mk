noinst_LIBRARIES += src/app/libapp.a
src_app_libapp_a_SOURCES = \
	src/app/analysis.c src/app/analysis.h \
	src/app/answering.c src/app/answering.h \
	src/app/app.c src/app/app.h \
	src/app/certificate_paper.c src/app/certificate_real.c src/app/certificate_paper.h \
	src/app/check.c src/app/check.h \
	src/app/confusions.c src/app/confusions.h \
	src/app/exam_paper.c src/app/exam_paper.h src/app/exam_paper_form.c src/app/exam_paper_enter.c src/app/exam_paper_inside.h \
	src/app/exam_sheets.c src/app/exam_sheets.h \
	src/app/exam_closing.c src/app/exam_closing.h src/app/exam_report.c \
	src/app/exam_cards.c src/app/exam_cards.h \
	src/app/exam.h src/app/exam_check.c src/app/exam_check.h \
	src/app/exam_analysis.c src/app/exam_analysis.h src/app/exam_angoff.c src/app/exam_angoff.h src/app/exam_gather.c src/app/exam_gather.h src/app/exam_form.c src/app/exam_hearing.c src/app/exam_look.c src/app/exam_run_inside.h src/app/exam_inside.c src/app/exam_inside.h \
	src/app/exam_doubt.c src/app/exam_gaps.c src/app/exam_gaps.h src/app/exam_rescore.c src/app/exam_rescore.h src/app/exam_review.c src/app/exam_sheet.c src/app/exam_marking.c src/app/exam_marking.h src/app/exam_marks.c src/app/exam_marks.h \
	src/app/exam_plan.c src/app/exam_release.c src/app/exam_release.h src/app/exam_result.c src/app/exam_room.c src/app/exam_run.c src/app/exam_answer.c src/app/exam_leave.c src/app/exam_mine.c src/app/exam_mine.h \
	src/app/credential.h src/app/credential_inside.h src/app/credential_issue.c src/app/credential_key.c src/app/credential_look.c \
	src/app/credential_ready.c src/app/credential_text.c src/app/credential_withdraw.c \
	src/app/exam_watch.c src/app/exam_watch.h \
	src/app/export.c src/app/export.h \
	src/app/findings.c src/app/findings.h \
	src/app/home.c src/app/home.h \
	src/app/import.c src/app/import.h \
	src/app/item_text.c src/app/item_text.h \
	src/app/lesson.c src/app/lesson.h src/app/lesson_load.h \
	src/app/machine.c src/app/machine.h \
	src/app/mistakes.c src/app/mistakes.h \
	src/app/my_words.c src/app/my_words.h \
	src/app/own.c src/app/own.h \
	src/app/pack_change.c src/app/pack_change.h \
	src/app/pack_list.c src/app/pack_list.h \
	src/app/pack_new.c src/app/pack_new.h \
	src/app/pack_table.c src/app/pack_freeze.c src/app/pack_table.h \
	src/app/pack_words.c src/app/pack_words.h \
	src/app/packs_check.c src/app/packs_install.c src/app/packs_sessions.c src/app/packs.h \
	src/app/paper.c src/app/paper.h \
	src/app/people.c src/app/people.h src/app/person.c \
	src/app/placement.c src/app/placement.h \
	src/app/practice.c src/app/practice.h \
	src/app/practice_due.c \
	src/app/practice_load.c src/app/practice_load.h \
	src/app/program.c src/app/program.h \
	src/app/readiness.c src/app/readiness.h \
	src/app/reports.c src/app/reports.h \
	src/app/results.c src/app/results.h \
	src/app/review.c src/app/review.h \
	src/app/search.c src/app/search.h \
	src/app/setup.c src/app/setup.h \
	src/app/trial.c src/app/trial.h \
	src/app/today.c src/app/today.h \
	src/app/trust.c src/app/trust.h \
	src/app/trust_page.c src/app/trust_page.h \
	src/app/exam_rehearse.c src/app/exam_rehearse.h \
	src/app/rehearsal.c src/app/rehearsal.h src/app/rehearsal_inside.h src/app/rehearsal_means.c src/app/rehearsal_bank.c src/app/rehearsal_pack.c \
	src/app/exam_seating.c src/app/exam_seating.h src/app/exam_identity.c \
	src/app/exam_bank.c src/app/exam_bank_open.c src/app/exam_bank.h src/app/exam_leak.c src/app/exam_leak.h \
	src/app/exam_unseal.c src/app/exam_unseal.h \
	src/app/exam_seal.c src/app/exam_seal.h \
	src/app/unit_load.c src/app/unit_load.h
