# What a session and a big course cost. Each program prints its line "name  ours  baseline  ratio".
bench_programs += bench/startup bench/memory bench/packs
EXTRA_PROGRAMS += bench/startup bench/memory bench/packs bench/idle
bench_pty = bench/pty.c bench/pty.h
bench_startup_SOURCES = bench/startup.c $(bench_pty)
bench_startup_LDADD = -lutil
bench_memory_SOURCES = bench/memory.c $(bench_pty)
bench_memory_LDADD = -lutil
bench_packs_SOURCES = bench/packs.c $(bench_pty)
bench_packs_LDADD = $(YAML_LIBS) $(GETTEXTPO_LIBS) $(SQLITE_LIBS) -lutil
bench_idle_SOURCES = bench/idle.c
bench_idle_LDADD = $(CURSES_LIBS) $(ICU_LIBS) $(SQLITE_LIBS) $(SODIUM_LIBS) $(LTLIBINTL) $(LIBINTL)
EXTRA_DIST += bench/big-pack.sh

bench: all $(bench_programs) bench/idle
	@printf '%-28s %16s %16s %7s\n' name ours baseline ratio
	@for b in $(bench_programs); do \
		top_srcdir='$(abs_top_srcdir)' top_builddir='$(abs_top_builddir)' ./$$b || exit 1; done

bench-clean:
	-rm -rf bench/big-pack bench/*.db bench/*.db-* bench/*.log
.PHONY: bench bench-clean
