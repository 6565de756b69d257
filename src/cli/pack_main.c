/* safar-pack: what `safar pack …` runs. Archives and translation files are read here, so that a learner's session never loads their libraries. */
#include "config.h"
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "core/secret.h"

const struct command pack_commands[] = {
	{.name = "pack new", .usage = N_("[--kind KIND] [--teaches LANGUAGE] [--title TITLE] [--author NAME] DIR"),
	 .summary = N_("make a small filled pack to go on from"), .run = cmd_pack_new},
	{.name = "pack check", .usage = N_("[--strict] [--source] [--answers] [--json] [--against DIR|FILE…] PATH…"), .summary = N_("report every fault of course packs"), .run = cmd_pack_check},
	{.name = "pack try", .usage = N_("[--plain] [--language TAG] [--theme THEME] DIR [UNIT]"),
	 .summary = N_("see a pack as learners do, anew after each change"), .run = cmd_pack_try},
	{.name = "pack preview", .usage = N_("[--plain|--html] [--language TAG] [--answers] [--room] DIR [UNIT]"),
	 .summary = N_("print units for proof-reading on paper"), .run = cmd_pack_preview},
	{.name = "pack build", .usage = "DIR -o FILE.safar", .summary = N_("check a pack and build it into one file"), .run = cmd_pack_build},
	{.name = "pack seal", .usage = N_("--to FILE.pub [--to FILE.pub …] -o FILE.sealed FILE.safar"),
	 .summary = N_("seal a live bank to the keys of exam centres"), .run = cmd_pack_seal},
	{.name = "pack pot", .usage = "DIR -o FILE.pot", .summary = N_("write the template for translators"), .run = cmd_pack_pot},
	{.name = "pack install", .usage = N_("[--downgrade] [--yes] DIR|FILE…"), .summary = N_("check packs and put them into the store"), .run = cmd_pack_install},
	{.name = "pack list", .usage = "[--all] [--json]", .summary = N_("list the installed packs"), .run = cmd_pack_list},
	{.name = "pack show", .usage = "PACK", .summary = N_("list what is in an installed pack"), .run = cmd_pack_show},
	{.name = "pack remove", .usage = "[--yes] PACK", .summary = N_("hide a pack; histories are kept"), .run = cmd_pack_remove},
	{0},
};

/* What safar hands on, because a pack that is not installed is read: it is no command of this program. */
static const struct command handed_on[] = {
	{.name = "grade", .usage = N_("--language TAG | --pack PACK|DIR|FILE [--case|--accents|--articles|--punctuation strict] (EXPECTED TYPED | --batch)"),
		.summary = N_("judge typed answers, with reasons"), .run = cmd_grade_source},
	{.name = "exam open", .usage = N_("--key FILE [--first FILE] [--second FILE] SESSION FILE.sealed"),
		.summary = N_("open a sealed bank for one session, by two officers"), .run = cmd_exam_open_bank},
	{0},
};

int main(int argc, char **argv)
{
	struct cli c = {0};
	secret_keep_from_dumps();
	i18n_start(NULL);
	cli_language();
	if (argc > 2 && strcmp(argv[1], "--store") == 0) {
		c.store = argv[2];
		argc -= 2;
		argv += 2;
	}
	if (argc > 1 && (strcmp(argv[1], "grade") == 0 || strcmp(argv[1], "exam") == 0))
		return cli_run(&c, handed_on, argc - 1, argv + 1);
	bool help = argc > 1 && (strcmp(argv[argc - 1], "--help") == 0 || strcmp(argv[argc - 1], "-h") == 0);
	if (argc < 3 || strcmp(argv[1], "pack") != 0 || (argc == 3 && help)) {
		cli_help(pack_commands);
		return help ? EXIT_OK : EXIT_USAGE;
	}
	return cli_run(&c, pack_commands, argc - 1, argv + 1);
}
