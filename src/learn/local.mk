noinst_LIBRARIES += src/learn/liblearn.a
src_learn_liblearn_a_SOURCES = src/learn/course.h src/learn/form.h src/learn/grade.h src/learn/item.h 
