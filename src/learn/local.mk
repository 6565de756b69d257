noinst_LIBRARIES += src/learn/liblearn.a
src_learn_liblearn_a_SOURCES = \
	src/learn/course.c src/learn/course.h \
	src/learn/difference.c src/learn/difference.h \
	src/learn/difference_text.c src/learn/difference_text.h \
	src/learn/drill.c src/learn/drill.h \
	src/learn/drill_build.c src/learn/drill_build.h \
	src/learn/drill_pick.c src/learn/drill_pick.h \
	src/learn/drill_run.c \
	src/learn/decimal.c src/learn/decimal.h \
	src/learn/form.c src/learn/form.h \
	src/learn/forms.c src/learn/forms.h \
	src/learn/fsrs.c src/learn/fsrs.h \
	src/learn/fsrs_weights.c \
	src/learn/gap.c src/learn/gap.h \
	src/learn/grade.c src/learn/grade.h \
	src/learn/item.c src/learn/item.h \
	src/learn/judge.c \
	src/learn/judge_align.c \
	src/learn/judge_known.c src/learn/judge_known.h \
	src/learn/judge_text.c src/learn/judge_text.h \
	src/learn/judge_words.c src/learn/judge_words.h \
	src/learn/language.c src/learn/language.h \
	src/learn/likely.c src/learn/likely.h src/learn/likely_check.c \
	src/learn/likeness.c src/learn/likeness.h \
	src/learn/next.c \
	src/learn/options.c src/learn/options.h \
	src/learn/part_room.c \
	src/learn/parts.c src/learn/parts.h \
	src/learn/placement.c src/learn/placement.h \
	src/learn/plan.c src/learn/plan.h \
	src/learn/related.c \
	src/learn/review.c src/learn/review.h \
	src/learn/rows.c \
	src/learn/type_bank.c \
	src/learn/type_card.c \
	src/learn/type_choice.c \
	src/learn/type_cloze.c src/learn/cloze.h \
	src/learn/type_match.c \
	src/learn/type_matrix.c \
	src/learn/type_number.c \
	src/learn/type_order.c src/learn/order.h \
	src/learn/type_order_steps.c \
	src/learn/type_picture.c \
	src/learn/type_reply.c \
	src/learn/type_sentence.c \
	src/learn/type_several.c \
	src/learn/type_translate.c \
	src/learn/type_true_false.c \
	src/learn/type_typed.c src/learn/typed.h \
	src/learn/types.c src/learn/types.h \
	src/learn/unit_words.c src/learn/unit_words.h \
	src/learn/vocabulary.c src/learn/vocabulary.h \
	src/learn/word_table.c src/learn/word_table.h \
	src/learn/word_table_build.c src/learn/word_table_build.h \
	src/learn/word_table_dictionary.c
nodist_src_learn_liblearn_a_SOURCES = src/learn/language-data.h src/learn/likely-data.h

# What the grader knows of each language, sorted so that it can be searched.
language_awk = src/learn/embed-rows.awk src/learn/embed-language.awk
language_data = src/learn/data/rules-de.tsv src/learn/data/rules-fr.tsv src/learn/data/rules-nl.tsv src/learn/data/rules-ru.tsv \
	src/learn/data/rules-uz.tsv src/learn/data/core-de.txt src/learn/data/core-fr.txt src/learn/data/core-nl.txt \
	src/learn/data/core-ru.txt src/learn/data/core-uz.txt
EXTRA_DIST += $(language_awk) $(language_data)
BUILT_SOURCES += src/learn/language-data.h
CLEANFILES += src/learn/language-data.h
src/learn/language-data.h: $(language_awk) $(language_data)
	$(AM_V_GEN)$(MKDIR_P) src/learn
	$(AM_V_at)for file in $(language_data); do \
		l=$${file##*-}; l=$${l%.*}; \
		LC_ALL=C $(AWK) -v language=$$l -f $(srcdir)/src/learn/embed-rows.awk $(srcdir)/$$file >>$@-rows || exit 1; \
	done
	$(AM_V_at)LC_ALL=C sort -u $@-rows >$@-sorted
	$(AM_V_at)LC_ALL=C $(AWK) -f $(srcdir)/src/learn/embed-language.awk $@-sorted >$@-t
	$(AM_V_at)rm -f $@-rows $@-sorted
	$(AM_V_at)mv $@-t $@

# How learners write an answer another way.
likely_data = src/learn/data/likely-de.tsv src/learn/data/likely-fr.tsv src/learn/data/likely-nl.tsv
EXTRA_DIST += src/learn/embed-likely.awk $(likely_data)
BUILT_SOURCES += src/learn/likely-data.h
CLEANFILES += src/learn/likely-data.h
src/learn/likely-data.h: src/learn/embed-likely.awk $(likely_data)
	$(AM_V_GEN)$(MKDIR_P) src/learn
	$(AM_V_at)LC_ALL=C $(AWK) -f $(srcdir)/src/learn/embed-likely.awk $(likely_data:src/%=$(srcdir)/src/%) >$@-t
	$(AM_V_at)mv $@-t $@
