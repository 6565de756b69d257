# The verifier's page: one file, put together from its parts, with a policy that allows exactly these.
web_sources = src/web/check.js src/web/page.js src/web/texts.json src/web/verify.css src/web/verify.html.in
EXTRA_DIST += $(web_sources) src/web/assemble.sh
CLEANFILES += src/web/verify.html
webdir = $(pkgdatadir)/web
nodist_web_DATA = src/web/verify.html
src/web/verify.html: src/web/assemble.sh $(web_sources)
	@$(MKDIR_P) src/web
	$(AM_V_GEN)sh '$(srcdir)/src/web/assemble.sh' '$(srcdir)/src/web' >$@-t
	@mv $@-t $@
