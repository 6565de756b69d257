noinst_LIBRARIES += src/text/libtext.a
src_text_libtext_a_SOURCES = src/text/cluster.h src/text/locale.h src/text/norm.h src/text/script.h 
