#include "config.h"
#include "view/sample-pages.h"

static void hints(struct page *p, const char *const *pairs)
{
	for (; pairs[0] != NULL; pairs += 2)
		page_hint(p, pairs[0], pairs[1][0] != '\0' ? pairs[1] : NULL, pairs[0][0] == 'F' || pairs[0][0] == 'E');
}

static void first(struct page *p)
{
	static const char *const names[] = { "Oʻzbekcha", "Ўзбекча", "Русский", "English", "Nederlands", "Français", "Deutsch" };

	p->corner = "Namangan vocational centre 3";
	p->bottom = "26.11.2026   10:42";
	page_title(p, "safar");
	page_space(p);
	page_menu(p, false, 0);
	for (int i = 0; i < 7; i++)
		page_entry(p, (char)('1' + i), names[i], NULL, NULL);
	page_space(p);
	page_menu(p, false, -1);
	page_entry(p, '9', "Qatorma-qator · Строка за строкой   (screen reader)", NULL, NULL);
	hints(p, (const char *const[]){ "↑↓", "", "1–7", "", "Enter", "", "?", "", NULL });
}

static void home(struct page *p)
{
	p->place = "Dutch for Flanders · Logistics";
	p->corner = "Aziza Karimova";
	page_heading(p, 1, "Today")->caption = "Thursday 26 November 2026";
	page_space(p);
	page_menu(p, false, 0);
	page_entry(p, '1', "Review", "24 words", "8 min");
	page_entry(p, '2', "Continue", "Unit 7 · At the canteen, page 3 of 9", "30 min");
	page_entry(p, '3', "Safety", "Unit 2 · Danger, accident, 112", "20 min");
	page_space(p);
	page_text(p, STYLE_PLAIN, "Exam on 15 March, in 109 days. You are 2 days ahead of your plan.");
	page_space(p);
	page_heading(p, 2, "Your way to the certificate");
	page_gauge(p, "Dutch A1", 6, 20, "6 of 20 units");
	page_gauge(p, "Workplace safety", 1, 12, "1 of 12 units");
	page_gauge(p, "Rights at work", 0, 12, "not begun");
	page_gauge(p, "Speaking", 0, 0, "with an assessor, in the last month");
	page_space(p);
	page_menu(p, true, -1);
	page_entry(p, '4', "All units", NULL, NULL);
	page_entry(p, '5', "My words", "143", NULL);
	page_entry(p, '6', "My mistakes", "12", NULL);
	page_entry(p, '7', "Search", NULL, NULL);
	page_entry(p, '0', "Sign out", NULL, NULL);
	hints(p, (const char *const[]){ "↑↓ 0–7", "choose", "Enter", "open", "F3", "language", "F1", "help", NULL });
}

static void lesson(struct page *p)
{
	p->place = "Dutch A1 › Unit 7 · At the canteen";
	p->corner = "Aziza Karimova";
	p->rule_right = "3 of 9";
	page_markdown(p, "# Een, de or het?\n\nBefore the name of a thing Dutch puts `een`, `de` or `het`. `Een koffie` is *any* coffee, `de koffie` is the one we both know.\n\n"
			 "| any | | the one | |\n|---|---|---|---|\n| `een koffie` | a coffee | `de koffie` | the coffee |\n| `een broodje` | a sandwich | `het broodje` | the sandwich |\n\n"
			 "Uzbek has no such word, so it is easy to forget. Learn each new word together with its `de` or `het`, as **one piece**:\n\n"
			 "- say it aloud,\n- write it down,\n- look at it again tomorrow.\n");
	hints(p, (const char *const[]){ "Enter", "next", "←", "back", "w", "words of this unit", "F3", "language", "F1", "help", "Esc", "home", NULL });
}

static void dialogue(struct page *p)
{
	p->place = "Dutch A1 › Unit 7 · At the canteen";
	p->corner = "Aziza Karimova";
	p->rule_right = "5 of 9";
	page_line(p, "Els", "Goedemiddag! Wat wilt u eten?", NULL, false);
	page_line(p, "Botir", "Goedemiddag. Een broodje kaas, alstublieft.", "Good afternoon. A cheese sandwich, please.", false);
	page_line(p, "Els", "En iets te drinken?", NULL, true);
	page_line(p, "Botir", "Ja, een koffie. Hoeveel is dat?", NULL, false);
	page_line(p, "Els", "Vijf euro twintig.", NULL, false);
	page_space(p);
	page_text(p, STYLE_DIM, "Space shows what a line means. Read Botir's part aloud.");
	hints(p, (const char *const[]){ "↑↓", "line", "Space", "meaning", "a", "all", "Enter", "go on", "F1", "help", "Esc", "home", NULL });
}

static void typed(struct page *p)
{
	struct field gap = { .value = "Ik wil graag een brdje kaas, alstublieft.", .cursor = 19, .active = true };
	const char *const pieces[] = { "", "" };

	p->place = "Dutch A1 › Unit 7 · practice";
	p->corner = "Aziza Karimova";
	p->rule_right = "9 of 22";
	p->done = 8;
	p->total = 22;
	page_heading(p, 1, "Say it in Dutch");
	page_space(p);
	page_text(p, STYLE_PLAIN, "I would like a cheese sandwich, please.");
	page_space(p);
	page_gaps(p, pieces, &gap, 1);
	page_space(p);
	page_message(p, STYLE_NOTE, "Almost: one letter is missing here.");
	page_space(p);
	page_text(p, STYLE_PLAIN, "`broodje` comes from `brood`, with two o's");
	hints(p, (const char *const[]){ "Enter", "check", "F2", "letters é è ë ï", "F6", "my answer is right", "F1", "help", "Esc", "leave", NULL });
}

static void choice(struct page *p)
{
	p->place = "Dutch A1 › Unit 7 · practice";
	p->corner = "Aziza Karimova";
	p->rule_right = "10 of 22";
	p->done = 9;
	p->total = 22;
	page_text(p, STYLE_STRONG, "Where can the workers eat on that Friday?");
	page_space(p);
	page_menu(p, false, 1);
	page_entry(p, '1', "in the canteen, after 13 o'clock", NULL, NULL)->mark = MARK_BAD;
	page_entry(p, '2', "in building B, at noon", NULL, NULL)->mark = MARK_GOOD;
	page_entry(p, '3', "in building B, all day, but only those who have signed the list at the gate before nine o'clock", NULL, NULL);
	page_space(p);
	page_menu(p, false, 1);
	page_entry(p, 0, "several may be chosen", NULL, NULL)->mark = MARK_ON;
	page_entry(p, 0, "this one is not", NULL, NULL)->mark = MARK_OFF;
	page_space(p);
	page_message(p, STYLE_BAD, "Not quite. The canteen is closed that day.");
	hints(p, (const char *const[]){ "1–3", "answer", "Enter", "go on", "F1", "help", "Esc", "leave", NULL });
}

static void order(struct page *p)
{
	p->place = "Dutch A1 › Unit 7 · practice";
	page_heading(p, 1, "Put the words in order");
	page_space(p);
	page_text(p, STYLE_TAUGHT, "Ik wil …");
	page_space(p);
	page_menu(p, true, 2);
	page_entry(p, '1', "Ik", NULL, NULL)->mark = MARK_GONE;
	page_entry(p, '2', "wil", NULL, NULL)->mark = MARK_GONE;
	page_entry(p, '3', "een", NULL, NULL);
	page_entry(p, '4', "broodje", NULL, NULL);
	page_entry(p, '5', "alstublieft", NULL, NULL);
	page_entry(p, '6', "graag", NULL, NULL);
	page_entry(p, '7', "kaas", NULL, NULL);
	hints(p, (const char *const[]){ "←→ 1–7", "word", "Space", "take", "F1", "help", "Esc", "leave", NULL });
}

static void cloze(struct page *p)
{
	struct field gaps[] = {
		{ .value = "", .width = 8 },
		{ .value = "werk", .cursor = 4, .width = 8, .active = true },
		{ .value = "in", .style = STYLE_GOOD },
		{ .value = "het", .style = STYLE_BAD },
	};
	const char *const pieces[] = { "Mijn ", " is Botir. Ik ", " in de bakkerij, en ik woon ", " Gent. Dat is ", " stad." };

	p->place = "Dutch A1 › Unit 1 · Your first day at work";
	p->corner = "Abdurahmonova Gulchehra Shavkatjonovna";
	page_heading(p, 1, "Fill in the gaps");
	page_space(p);
	page_gaps(p, pieces, gaps, 4);
	hints(p, (const char *const[]){ "Tab", "next gap", "Enter", "check", "F1", "help", "Esc", "leave", NULL });
}

static void sign_in(struct page *p)
{
	struct field code = { .value = "100417", .cursor = 6, .width = 12 }, pin = { .value = "***", .cursor = 3, .secret = true, .active = true, .width = 6 };

	p->place = "Kirish";
	p->corner = "Namangan vocational centre 3";
	page_heading(p, 1, "Kirish");
	page_space(p);
	page_field(p, "Kod", &code);
	page_field(p, "PIN", &pin);
	page_notice(p, STYLE_BAD, "kod va PIN bir-biriga mos emas: yana bir bor kiriting");
	hints(p, (const char *const[]){ "Enter", "kirish", "Tab", "keyingi maydon", "F3", "til", "F1", "yordam", "Esc", "orqaga", NULL });
}

static void scripts(struct page *p)
{
	p->place = "Дарс › Ўзбекча, 日本語 ва e\xCC\x81\xCC\xA7";
	p->corner = "Ғуломжон Ҳакимов";
	page_heading(p, 1, "Иш шартномаси ва ойлик маош");
	page_space(p);
	page_text(p, STYLE_PLAIN, "Шартномани имзолашдан олдин ўқинг. Oʻqing, tushunmasangiz soʻrang: bu sizning huquqingiz.");
	page_item(p, 0, 1, "日本語のテキストは二倍の幅を取ります。全角文字も折り返されます。");
	page_item(p, 0, 2, "e\xCC\x81te\xCC\x81, u\xCC\x88" "ber and \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 stay whole");
	page_item(p, 1, 0, "a\xCC\x80\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86\xCC\x87 is a tower of marks");
	hints(p, (const char *const[]){ "Enter", "давом этиш", "←", "орқага", "F3", "тил", "F1", "ёрдам", "Esc", "бош саҳифа", NULL });
}

static void hostile(struct page *p)
{
	p->place = "\033]0;gone\007 title";
	p->corner = "name\033[31m\xC2\x9B" "1m";
	page_text(p, STYLE_PLAIN, "bell \a escape \033[2J csi \xC2\x9B bad \xFF\xFE\xC3 bidi \xE2\x80\xAE" "abc\xE2\x80\xAC end");
	page_menu(p, false, 0);
	page_entry(p, '1', "one\033[H", "two\r\x7F", "three\b");
	page_hint(p, "\033[0m", "x\033", true);
}

static void table(struct page *p)
{
	static const char *const cells[] = { "Learner", "Plan", "Words", "Stuck on", "Saidov Otabek", "9 days behind", "71", "de or het", "Tosheva Malika",
		"5 days behind", "96", "the numbers from 13 to 19, and the order of the words in a question", "Karimova Aziza", "2 days ahead", "143", "" };
	struct block *b;

	p->place = "Group 12 · Dutch for Flanders · exam 15 March";
	p->corner = "Dilnoza Yusupova";
	p->rule_right = "18 learners";
	b = page_table(p, 4, true);
	for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
		page_cell(p, cells[i]);
	b->current = 2;
	hints(p, (const char *const[]){ "Enter", "learner", "i", "items", "s", "sittings", "F1", "help", "Esc", "back", NULL });
}

static void longer(struct page *p)
{
	p->place = "Units";
	page_heading(p, 1, "All units");
	page_space(p);
	page_menu(p, false, 25);
	for (int i = 1; i <= 30; i++)
		page_entry(p, 0, arena_printf(&p->arena, "Unit %d", i), i % 3 == 0 ? "done" : "open", "30 min");
	hints(p, (const char *const[]){ "↑↓", "choose", "Enter", "open", "F1", "help", "Esc", "back", NULL });
}

const struct sample samples[] = {
	{ .name = "first", .fill = first },
	{ .name = "home", .fill = home },
	{ .name = "lesson", .fill = lesson },
	{ .name = "dialogue", .fill = dialogue },
	{ .name = "typed", .fill = typed },
	{ .name = "choice", .fill = choice },
	{ .name = "order", .fill = order },
	{ .name = "cloze", .fill = cloze },
	{ .name = "sign-in", .fill = sign_in },
	{ .name = "scripts", .fill = scripts },
	{ .name = "hostile", .fill = hostile },
	{ .name = "table", .fill = table },
	{ .name = "longer", .fill = longer },
};
const size_t sample_count = sizeof samples / sizeof samples[0];
