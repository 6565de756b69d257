/* safar: the terminal interface, the line mode, and the commands that work on people and records. */
#include "config.h"
#include "cli/cli.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/session.h"
#include "core/i18n.h"
#include "core/secret.h"

const struct command commands[] = {
	{.name = "init", .usage = N_("[--site NAME] --name NAME [--latin LINE] | --demo"), .summary = N_("make a store with its first administrator"), .run = cmd_init},
	{.name = "person add", .usage = N_("--name NAME [--birth DATE] [--latin LINE] [--region CODE] [--role ROLE] [--code CODE]"),
		.summary = N_("add a person and show the first PIN"), .run = cmd_person_add},
	{.name = "person list", .usage = N_("[--role ROLE] [--json] [TEXT]"), .summary = N_("list people"), .run = cmd_person_list},
	{.name = "person pin", .usage = N_("CODE"), .summary = N_("give a person a new PIN"), .run = cmd_person_pin},
	{.name = "person import", .usage = N_("[--cp1251] [--dry-run] [--skip-refused] [--pins] [--yes] FILE.csv"),
		.summary = N_("add and change people from a spreadsheet"), .run = cmd_person_import},
	{.name = "enrol", .usage = N_("[--departure DATE] CODE PROGRAMME"), .summary = N_("enrol a learner in a programme"), .run = cmd_enrol},
	{.name = "export completions", .usage = N_("[--since DATE] [--until DATE] [--programme ID] [--profile machine|excel] [--format csv|json] [-o FILE]"),
		.summary = N_("write fulfilled requirements to a file"), .run = cmd_export_completions},
	{.name = "site show", .usage = N_("[--json]"), .summary = N_("show the store, and whether it was made on this machine"), .run = cmd_site_show},
	{.name = "site moved", .usage = N_("--why TEXT"), .summary = N_("decide that a store made on another machine goes on here"), .run = cmd_site_moved},
	{.name = "exam plan", .usage = N_("--day DATE [--room ROOM] [--group PROGRAMME|all [--leave-out]] EXAM [CODE …]"), .summary = N_("plan a session of an exam"), .run = cmd_exam_plan},
	{.name = "exam add", .usage = N_("SESSION CODE …"), .summary = N_("give more people a seat in a session"), .run = cmd_exam_add},
	{.name = "exam help", .usage = N_("[--aloud yes|no] [--extra PERCENT --officer CODE --second CODE [--pins-file FILE]] SESSION SEAT"), .summary = N_("give a seat extra time, or have it read aloud"), .run = cmd_exam_help},
	{.name = "exam rehearse", .usage = N_("[--key FILE] [--phrase | --phrase-file FILE] [--json] SESSION"),
		.summary = N_("try everything that a session needs, the day before"), .run = cmd_exam_rehearse},
	{.name = "exam events", .usage = N_("[--json] SESSION"), .summary = N_("show what happened in a session"), .run = cmd_exam_events},
	{.name = "exam seats", .usage = N_("[--pdf FILE] SESSION [SEAT]"), .summary = N_("give the seats of a session new codes"), .run = cmd_exam_seats},
	{.name = "exam list", .usage = N_("[--exams] [--json]"), .summary = N_("list sessions of exams"), .run = cmd_exam_list},
	{.name = "exam show", .usage = N_("[--events] [--json] SESSION"), .summary = N_("show the seats of a session, or what happened"), .run = cmd_exam_show},
	{.name = "exam announce", .usage = "FILE.sealed", .summary = N_("take note of a sealed bank, so that sessions of it can be planned"), .run = cmd_exam_announce},
	{.name = "exam open", .usage = N_("--key FILE [--first FILE] [--second FILE] SESSION FILE.sealed"),
		.summary = N_("open a sealed bank for one session, by two officers"), .run = cmd_exam_open},
	{.name = "exam bank", .usage = N_("[--json] EXAM"), .summary = N_("count how often each question of a live bank was used"), .run = cmd_exam_bank},
	{.name = "exam mark", .usage = N_("[--officer CODE [--second CODE] [--pins-file FILE]] [--taught yes|no] [--marker 1|2|3] [--remark TEXT] [--absent] SESSION SEAT SECTION [CRITERION=BAND …]"),
		.summary = N_("show the rubric of a section, or give marks"), .run = cmd_exam_mark},
	{.name = "exam doubtful", .usage = N_("[--json] SESSION"), .summary = N_("list typed answers to be confirmed or lifted"), .run = cmd_exam_doubtful},
	{.name = "exam confirm", .usage = N_("[--undo] [--officer CODE [--pins-file FILE]] SESSION NUMBER …|all"), .summary = N_("confirm what the program said of typed answers"),
		.run = cmd_exam_confirm},
	{.name = "exam lift", .usage = N_("[--half] [--officer CODE [--pins-file FILE]] SESSION NUMBER …"), .summary = N_("give typed answers all or half of the points"),
		.run = cmd_exam_lift},
	{.name = "exam release", .usage = N_("[--yes] [--officer CODE [--pins-file FILE]] SESSION"), .summary = N_("give the results of a session out"), .run = cmd_exam_release},
	{.name = "exam reviews", .usage = N_("[--all] [--json]"), .summary = N_("list requests for review"), .run = cmd_exam_reviews},
	{.name = "exam review", .usage = N_("[--answer TEXT] [--change NUMBER=full|half|program --reason TEXT --officer CODE --second CODE [--pins-file FILE]] SESSION SEAT"),
		.summary = N_("answer a request for review, or change a mark"), .run = cmd_exam_review},
	{.name = "exam rescore", .usage = N_("[--everybody|--leave-out] [--reason TEXT --officer CODE --second CODE [--pins-file FILE]] [--json] EXAM ITEM"),
		.summary = N_("count the answers to a mended question anew"), .run = cmd_exam_rescore},
	{.name = "exam result", .usage = N_("[--history] [--json] SESSION SEAT"), .summary = N_("show the result of a seat"), .run = cmd_exam_result},
	{.name = "exam key new", .usage = N_("[--first FILE] [--second FILE] -o FILE"),
		.summary = N_("make the key of a centre, under the pass phrases of two officers"), .run = cmd_exam_key_new},
	{.name = "exam key show", .usage = "FILE", .summary = N_("show the public part of such a key and its fingerprint"), .run = cmd_exam_key_show},
	{.name = "exam paper", .usage = N_("[-o FILE] [--key FILE] [--room FILE] SESSION [SEAT]"), .summary = N_("print forms, answer sheets and keys, where screens fail"),
		.run = cmd_exam_paper},
	{.name = "exam enter", .usage = N_("--officer CODE --second CODE [--pins-file FILE] [--from FILE.csv] SESSION SEAT"),
		.summary = N_("type in the answers of an answer sheet"), .run = cmd_exam_enter},
	{.name = "exam angoff", .usage = N_("EXAM [--json] | --judged DATE [--rounds NUMBER] EXAM FILE.csv"),
		.summary = N_("keep what judges say of the pass mark of an exam, or list it"), .run = cmd_exam_angoff},
	{.name = "exam close", .usage = N_("[--yes] [-o FILE [--sign] [--key FILE] [--phrase-file FILE]] SESSION"), .summary = N_("close a session, and write its sittings to a file"),
		.run = cmd_exam_close},
	{.name = "exam closing-key", .usage = N_("[FILE.pub|none]"), .summary = N_("show or set the key that closing files are sealed to"), .run = cmd_exam_closing_key},
	{.name = "exam check", .usage = N_("[--key FILE [--first FILE] [--second FILE]] FILE"), .summary = N_("say whether a closing file is as it was written"), .run = cmd_exam_check},
	{.name = "exam report", .usage = N_("--pdf FILE SESSION"), .summary = N_("print the report of a closed session for two signatures"), .run = cmd_exam_report},
	{.name = "analyse", .usage = N_("EXAM [--since DATE] [--until DATE] [--all] [--every-attempt] [--write-marks FILE.csv] | --marks FILE.csv [--cut POINTS] [--format text|csv|json]"),
		.summary = N_("say how an exam and each of its items worked"), .run = cmd_analyse},
	{.name = "certificate ready", .usage = N_("[--json]"), .summary = N_("list who passed everything for a certificate"), .run = cmd_certificate_ready},
	{.name = "certificate issue", .usage = N_("--officer CODE --second CODE [--pins-file FILE] [--key FILE] [--phrase-file FILE] [CODE …]"),
		.summary = N_("issue certificates to those who are ready"), .run = cmd_certificate_issue},
	{.name = "certificate list", .usage = N_("[--json] [CODE]"), .summary = N_("list issued certificates"), .run = cmd_certificate_list},
	{.name = "certificate show", .usage = N_("[--json FILE] [--compact] [--pdf FILE] [--png FILE] [--languages TAG[,TAG]] SERIAL"),
		.summary = N_("show a certificate, write its signed file, or put it on paper"), .run = cmd_certificate_show},
	{.name = "certificate revoke", .usage = N_("--reason TEXT --officer CODE --second CODE [--pins-file FILE] SERIAL"), .summary = N_("withdraw a certificate for ever"),
		.run = cmd_certificate_revoke},
	{.name = "certificate reissue",
		.usage = N_("--reason TEXT --officer CODE --second CODE [--pins-file FILE] [--latin LINE] [--birth DATE] [--document NUMBER] [--key FILE] [--phrase-file FILE] SERIAL"),
		.summary = N_("withdraw a certificate and issue it anew"), .run = cmd_certificate_reissue},
	{.name = "certificate withdrawn", .usage = N_("[--sequence NUMBER] [--key FILE] [--phrase-file FILE] -o FILE"),
		.summary = N_("sign the list of withdrawn certificates"), .run = cmd_certificate_withdrawn},
	{.name = "certificate setup", .usage = N_("[--key FILE|default] [--issuer NAME|default] [--telephone NUMBER|default]"),
		.summary = N_("say who issues certificates, and with which key"),
		.run = cmd_certificate_setup},
	{.name = "certificate address", .usage = N_("[ADDRESS]"), .summary = N_("show or set where strangers get the checker, for papers"), .run = cmd_certificate_address},
	{.name = "certificate verify", .usage = N_("[--trust FILE] [--revoked FILE] [--passport NUMBER] FILE|TEXT|SERIAL|-"),
		.summary = N_("say whether a certificate is real, whose it is and whether it is in force"), .run = cmd_certificate_verify},
	{.name = "key new", .usage = N_("[-o FILE] [--phrase-file FILE]"), .summary = N_("make a key to sign with"), .run = cmd_key_new},
	{.name = "key show", .usage = N_("[FILE]"), .summary = N_("show the public part of a key and its fingerprint"), .run = cmd_key_show},
	{.name = "key import", .usage = N_("[-o FILE] [--phrase-file FILE] FILE"), .summary = N_("take over a key file"), .run = cmd_key_import},
	{.name = "trust make", .usage = N_("--key FILE --sequence NUMBER [--kind trust|revoked] [--phrase-file FILE] -o FILE TABLE.csv"),
		.summary = N_("sign a list of issuers or of withdrawn certificates"), .run = cmd_trust_make},
	{.name = "trust import", .usage = N_("[--yes] FILE"), .summary = N_("take over a signed list"), .run = cmd_trust_import},
	{.name = "trust page", .usage = N_("-o FILE.html"), .summary = N_("write the verifier's page with your lists in it"), .run = cmd_trust_page},
	{.name = "trust show", .usage = "", .summary = N_("show the lists that certificates are verified with"), .run = cmd_trust_show},
	{.name = "grade", .usage = N_("--language TAG | --pack PACK|DIR|FILE [--case|--accents|--articles|--punctuation strict] (EXPECTED TYPED | --batch)"),
		.summary = N_("judge typed answers, with reasons"), .run = cmd_grade},
	{.name = "review replay", .usage = N_("[--weights FILE] [--retention SHARE] <HISTORY"),
		.summary = N_("say what a history of reviews leads to"), .run = cmd_review_replay},
	{.name = "review rebuild", .usage = "", .summary = N_("make all review cards again from the log"), .run = cmd_review_rebuild},
	{.name = "review set", .usage = N_("[--minutes N|default] [--retention SHARE|default] [--weights FILE|default]"),
		.summary = N_("show and change how reviews are reckoned"), .run = cmd_review_set},
	{.name = "group confusions", .usage = N_("[--programme ID] [--since DATE] [--json]"),
		.summary = N_("say what learners confuse, for the next lesson"), .run = cmd_group_confusions},
	{.name = "reports list", .usage = N_("[--state open|accepted|dismissed|all] [--json]"),
		.summary = N_("list answers that learners say are right"), .run = cmd_reports_list},
	{.name = "reports accept", .usage = N_("ID ..."), .summary = N_("accept an answer for everybody who gives or gave it"), .run = cmd_reports_accept},
	{.name = "reports dismiss", .usage = N_("--reason TEXT ID ..."), .summary = N_("do not accept it, and say why"), .run = cmd_reports_dismiss},
	{.name = "reports export", .usage = N_("[--forms] [--all]"), .summary = N_("write accepted answers as lines for the author of the pack"), .run = cmd_reports_export},
	{0},
};

/* The commands of safar-pack, for the help; that program holds their table. */
static const char pack_program[] = "safar-pack";

/* Beside this program in a build tree, else where it is installed. */
int cli_run_pack_program(const char *store, int argc, char **argv)
{
	char self[PATH_MAX], beside[PATH_MAX + sizeof(pack_program)];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);
	self[n > 0 ? n : 0] = '\0';
	char *slash = strrchr(self, '/');
	snprintf(beside, sizeof(beside), "%.*s/%s", (int)(slash ? slash - self : 0), self, pack_program);
	char **args = calloc((size_t)argc + 4, sizeof(*args));
	if (!args)
		return EXIT_IO;
	int k = 0;
	static char name[] = "safar", option[] = "--store";
	char *path = store ? strdup(store) : NULL;
	args[k++] = name;
	if (path) {
		args[k++] = option;
		args[k++] = path;
	}
	for (int i = 0; i < argc; i++)
		args[k++] = argv[i];
	execv(access(beside, X_OK) == 0 ? beside : PKGLIBEXECDIR "/safar-pack", args);
	fprintf(stderr, _("safar: cannot run '%s': %s; install safar again\n"), PKGLIBEXECDIR "/safar-pack", strerror(errno));
	free(args);
	free(path);
	return EXIT_IO;
}

static void help(void)
{
	printf(_("usage: safar [--store FILE] [--plain] [--theme colour|mono|high-contrast] [--language TAG]\n"));
	printf(_("       safar [--store FILE] COMMAND …\n\n"));
	puts(_("Without a command the terminal interface opens; --plain is the line mode for screen readers.\n"));
	cli_help(commands);
	printf("  safar pack …                 %s\n", _("check, build, install and list course packs; 'safar pack --help'"));
	puts(_("\nThe manual: man safar"));
}

static int show_version(void)
{
	printf("safar %s\n", PACKAGE_VERSION);
	return EXIT_OK;
}

int main(int argc, char **argv)
{
	static const struct option options[] = {{"store", required_argument, NULL, 's'}, {"plain", no_argument, NULL, 'p'},
		{"theme", required_argument, NULL, 't'}, {"language", required_argument, NULL, 'l'}, {"help", no_argument, NULL, 'h'},
		{"version", no_argument, NULL, 'v'}, {0}};
	struct cli c = {0};
	struct session_options session = {0};
	secret_keep_from_dumps();
	signal(SIGXFSZ, SIG_IGN); /* a limit on the size of files is then an error of the write, and told as such */
	i18n_start(NULL);
	cli_language();
	for (int o; (o = getopt_long(argc, argv, "+h", options, NULL)) != -1;)
		switch (o) {
		case 's': c.store = optarg; break;
		case 'p': session.plain = true; break;
		case 't': session.theme = optarg; break;
		case 'l':
			session.language = optarg;
			i18n_set_language(optarg);
			break;
		case 'h': help(); return EXIT_OK;
		case 'v': return show_version();
		default:
			fputs(_("'safar --help' lists options and commands\n"), stderr);
			return EXIT_USAGE;
		}
	if (session.language && language_find(session.language) < 0) {
		err_set(&c.e, ERR_USAGE, _("no language '%s'; there are uz, uz@cyrillic, ru, en, nl, fr and de"), session.language);
		return cli_fail(&c);
	}
	if (optind == argc)
		return session_run(&c, &session);
	argc -= optind;
	argv += optind;
	optind = 0; /* glibc: the command's own options begin afresh */
	if (strcmp(argv[0], "pack") == 0)
		return cli_run_pack_program(c.store, argc, argv);
	return cli_run(&c, commands, argc, argv);
}
