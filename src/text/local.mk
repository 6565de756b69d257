noinst_LIBRARIES += src/text/libtext.a
src_text_libtext_a_SOURCES = \
	src/text/answer.c \
	src/text/cluster.c src/text/cluster.h \
	src/text/cp1251.c \
	src/text/dictionary.c src/text/dictionary.h \
	src/text/excerpt.c src/text/excerpt.h \
	src/text/keyboard.c src/text/keyboard.h \
	src/text/letters.c src/text/letters.h \
	src/text/locale.c src/text/locale.h \
	src/text/mrz.c src/text/mrz.h \
	src/text/mistype.c src/text/mistype.h \
	src/text/norm.c src/text/norm.h \
	src/text/passport.c \
	src/text/search_key.c src/text/search_key.h \
	src/text/script.c src/text/script.h \
	src/text/script_keep.c src/text/script_keep.h \
	src/text/utf.c src/text/utf.h \
	src/text/wrap.c
nodist_src_text_libtext_a_SOURCES = src/text/uz-cyrillic.h

uz_cyrillic_sources = $(srcdir)/src/text/embed-cyrillic.awk $(srcdir)/src/text/uz-cyrillic.rules \
	$(srcdir)/src/text/uz-cyrillic.tsv
EXTRA_DIST += src/text/embed-cyrillic.awk src/text/uz-cyrillic.rules src/text/uz-cyrillic.tsv
BUILT_SOURCES += src/text/uz-cyrillic.h
CLEANFILES += src/text/uz-cyrillic.h
src/text/uz-cyrillic.h: $(uz_cyrillic_sources)
	$(AM_V_GEN)$(MKDIR_P) src/text
	$(AM_V_at)LC_ALL=C $(AWK) -f $(uz_cyrillic_sources) >$@-t
	$(AM_V_at)mv $@-t $@

# Makes po/uz@cyrillic.po; a tool of the maintainers, not installed.
noinst_PROGRAMS = src/text/uz-cyrillic-po
src_text_uz_cyrillic_po_SOURCES = src/text/uz-cyrillic-po.c
src_text_uz_cyrillic_po_LDADD = $(text_libs)

.PHONY: update-cyrillic
update-cyrillic: src/text/uz-cyrillic-po$(EXEEXT)
	src/text/uz-cyrillic-po$(EXEEXT) <'$(srcdir)/po/uz.po' >'$(srcdir)/po/uz@cyrillic.po-t'
	mv '$(srcdir)/po/uz@cyrillic.po-t' '$(srcdir)/po/uz@cyrillic.po'
