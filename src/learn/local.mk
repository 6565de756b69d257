noinst_LIBRARIES += src/learn/liblearn.a
src_learn_liblearn_a_SOURCES = \
	src/learn/course.c src/learn/course.h \
	src/learn/form.c src/learn/form.h \
	src/learn/forms.c src/learn/forms.h \
	src/learn/grade.c src/learn/grade.h \
	src/learn/item.c src/learn/item.h \
	src/learn/next.c \
	src/learn/options.c src/learn/options.h \
	src/learn/parts.c src/learn/parts.h \
	src/learn/related.c \
	src/learn/rows.c \
	src/learn/type_choice.c \
	src/learn/type_cloze.c \
	src/learn/type_match.c \
	src/learn/type_order.c \
	src/learn/type_several.c \
	src/learn/type_true_false.c \
	src/learn/type_typed.c \
	src/learn/types.c src/learn/types.h
