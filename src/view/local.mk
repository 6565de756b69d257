noinst_LIBRARIES += src/view/libview.a
src_view_libview_a_SOURCES = \
	src/view/common.h src/view/screen.h src/view/stack.c \
	src/view/edit.c src/view/edit.h \
	src/view/hints.c src/view/hints.h \
	src/view/key.c src/view/key.h \
	src/view/page.c src/view/page.h \
	src/view/screen_first.c \
	src/view/screen_help.c \
	src/view/screen_language.c \
	src/view/check_run.c src/view/check_run.h \
	src/view/exam_points.c src/view/exam_points.h \
	src/view/exam_reason.c src/view/exam_reason.h \
	src/view/exam_words.c src/view/exam_words.h \
	src/view/screen_exam_lift.c src/view/screen_exam_mark.c src/view/screen_exam_release.c src/view/screen_exam_results.c \
	src/view/screen_exam_reviews.c src/view/screen_exam_sheet.c \
	src/view/exam_study.c src/view/exam_study.h src/view/exam_study_page.c src/view/exam_trial.c \
	src/view/fields.c src/view/fields.h \
	src/view/form_describe.c src/view/form_restore.c src/view/form_turns.c src/view/form_turns.h src/view/form_view.c src/view/form_view.h \
	src/view/mend.c src/view/mend.h \
	src/view/parts.c src/view/parts.h \
	src/view/reasons.c src/view/reasons.h \
	src/view/preview.c src/view/preview.h \
	src/view/screens.h \
	src/view/screen_analysis.c src/view/screen_ask.c \
	src/view/screen_certificate.c src/view/screen_certificates.c src/view/screen_issue.c src/view/screen_reissue.c src/view/screen_check.c src/view/screen_check_item.c \
	src/view/screen_confusions.c \
	src/view/screen_exam_act.c \
	src/view/exam_board.c src/view/exam_board.h src/view/screen_exam_board.c src/view/screen_exam_board_more.c \
	src/view/screen_exam_closing.c src/view/screen_exam_print.c src/view/screen_exam_type.c src/view/screen_exam_unseal.c src/view/screen_exam_rescore.c src/view/screen_exam_log.c src/view/screen_exam_out.c \
	src/view/screen_exam_codes.c src/view/screen_exam_identity.c src/view/screen_exam_plan.c \
	src/view/screen_exam_script.c \
	src/view/screen_exam_seat.c src/view/screen_exam_seats.c src/view/screen_exam_sessions.c src/view/screen_exam_who.c \
	src/view/screen_exam_enter.c src/view/screen_exam_hand_in.c src/view/screen_exam_hold.c src/view/screen_exam_mine.c src/view/screen_exam_own.c src/view/screen_exam_over.c src/view/screen_exam_task.c \
	src/view/screen_exam_overview.c src/view/screen_exam_rules.c src/view/screen_exam_sit.c \
	src/view/screen_exercise.c src/view/screen_export.c \
	src/view/screen_feedback.c src/view/screen_finished.c \
	src/view/screen_home.c src/view/screen_import.c \
	src/view/screen_lesson.c \
	src/view/screen_mistakes.c \
	src/view/screen_my_words.c \
	src/view/screen_packs.c src/view/screen_people.c src/view/screen_person.c src/view/screen_person_form.c \
	src/view/screen_placement.c \
	src/view/screen_progress.c \
	src/view/screen_reports.c \
	src/view/screen_result.c \
	src/view/screen_review.c \
	src/view/screen_search.c src/view/screen_second.c \
	src/view/screen_exam_rehearse.c src/view/screen_exam_tried.c src/view/screen_site.c \
	src/view/screen_sign_in.c src/view/screen_staff.c \
	src/view/screen_try.c \
	src/view/screen_unit.c \
	src/view/screen_units.c \
	src/view/strip.c src/view/strip.h \
	src/view/study.c src/view/study.h src/view/study_part.c \
	src/view/two_lines.c src/view/two_lines.h \
	src/view/undo.c src/view/undo.h
