/* Scripts of Uzbek. ICU's own uz_Latn-uz_Cyrl is wrong in ways a reader sees (men → мэн), so the rules are ours. */
#ifndef SAFAR_TEXT_SCRIPT_H
#define SAFAR_TEXT_SCRIPT_H

/* Uzbek Latin to Uzbek Cyrillic. What is marked stays as it is: `backticked`, {braced}, printf directives (%s %zu %1$d …), addresses
 * (with :// or @ or www.), key names (F1, Esc, Enter, Ctrl+…), and Roman numbers. Words of the list of exceptions (sentabr → сентябрь)
 * are written as it says, endings added. Also kept: <name>, paths, --options, names with _, words with letters that Uzbek does not have
 * (c, w, é), letters with a digit right behind (A1). The hyphen of a date goes: 2026-yil 1-mart → 2026 йил 1 март. The caller frees. */
char *script_uz_cyrillic_dup(const char *latin);

/* A name in the Latin letters of a passport's machine-readable line for any Latin or Cyrillic (Uzbek, Russian) name as written:
 * ICAO Doc 9303 part 3 section 6 for Latin letters, the state's usual Latin spelling for Cyrillic ones; capitals A–Z, spaces and hyphens. A proposal that
 * staff confirm, never more. The caller frees. */
char *script_passport_dup(const char *name);

#endif
