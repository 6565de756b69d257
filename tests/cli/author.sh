#!/bin/sh
# What an author works with: a check that shows the place.
. "${top_srcdir:-.}/tests/cli/lib.sh"

cp -R "$top/tests/data/upgrade/v1" "$work/faulty"
chmod -R u+w "$work/faulty"
printf 'colour: blue\n' >>"$work/faulty/units/hello.yaml"
line=$(wc -l <"$work/faulty/units/hello.yaml")
ok 'a fault' exits 1 safar pack check "$work/faulty"
ok 'by file, line and column' says "units/hello.yaml:$line:1: error: "
ok 'without the line where a program reads' sh -c "! grep -q '\\^' '$work/out'"
ok 'with it on request' exits 1 safar pack check --source "$work/faulty"
printf '%6d | colour: blue\n       | ^\n' "$line" >"$work/want"
ok 'the line and a caret under the place' test "$(tail -n +2 "$work/out" | grep -A1 'colour: blue$')" = "$(cat "$work/want")"
ok 'as JSON' exits 1 safar pack check --json "$work/faulty"
ok 'that a program reads' python3 -c '
import json, sys
rows = json.load(open(sys.argv[1]))
assert [(r["line"], r["column"], r["level"]) for r in rows if r["file"].endswith("hello.yaml")] == [(sys.argv[2], "1", "error")], rows
assert all(r["message"] and r["cure"] for r in rows), rows' "$work/out" "$line"
printf 'id: faulty\n\033[31mformat: [\n' >"$work/faulty/pack.yaml"
ok 'a pack.yaml that cannot be read shows its line, too' exits 1 safar pack check --source "$work/faulty"
ok 'harmless to the terminal' says '�[31mformat: ['

SAFAR_DATADIR=$top
export SAFAR_DATADIR
safar pack new --teaches nl "$work/break" >/dev/null
ok 'likely answers' exits 0 safar pack check --answers "$work/break"
ok 'of each typed exercise' says 'in-the-break/type-table'
ok 'without its article' grep -qE '^ +tafel +note +article +without article' "$work/out"
ok 'with the other one' grep -qE '^ +het tafel +wrong +article +other article' "$work/out"
sed 's/say: \["Wilt u koffie?",.*/say: Wilt u koffie?/' "$work/break/units/in-the-break.yaml" >"$work/next"
mv "$work/next" "$work/break/units/in-the-break.yaml"
ok 'an answer in one register only' exits 0 safar pack check "$work/break"
ok 'is a warning' says "warning: only one register is accepted: 'Wil je koffie?' is not"
ok 'that counts where warnings do' exits 1 safar pack check --strict "$work/break"
sed 's/say: Wilt u koffie?/&\n          only: [register]/' "$work/break/units/in-the-break.yaml" >"$work/next"
mv "$work/next" "$work/break/units/in-the-break.yaml"
ok 'unless it is meant' exits 0 safar pack check --strict "$work/break"

sed 's/means: coffee$/means: coffee \& "tea" < water/' "$work/break/units/in-the-break.yaml" >"$work/next"
mv "$work/next" "$work/break/units/in-the-break.yaml"
ok 'a preview' exits 0 safar pack preview --language ru --answers "$work/break" in-the-break
ok 'has the words with their translations' says 'de tafel, de tafels; table; стол'
ok 'marks the right options' says '2) ✓ Is deze plaats vrij?'
ok 'and the wrong ones' says '✗ Smakelijk!'
ok 'fills the gaps' says 'De [pauze] begint om tien uur.'
ok 'says why' says 'Why: That is said before eating. · Так говорят перед едой.'
ok 'shows what learners are likely to type' says 'het tafel; wrong; other article'
ok 'and the sheet for the room' says 'B: You stand at the machine.'
ok 'the sheet alone' exits 0 safar pack preview --room "$work/break"
ok 'is there' says 'Wilt u koffie?'
ok 'without the lesson' sh -c "! grep -q 'de tafels' '$work/out'"
ok 'in Cyrillic, made from Latin' exits 0 safar pack preview --language uz@cyrillic "$work/break"
ok 'as learners see it' says 'чой'
ok 'for the printer' exits 0 safar pack preview --html --language uz "$work/break"
ok 'as sound HTML without script or anything from outside' python3 -c '
import html.parser, sys
class Look(html.parser.HTMLParser):
    void = {"meta"}
    def __init__(self):
        super().__init__()
        self.open, self.seen, self.text = [], set(), ""
    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        assert not any(k in ("src", "href") or k.startswith("on") for k, v in attrs), attrs
        if tag not in self.void:
            self.open.append(tag)
    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, tag
    def handle_data(self, data):
        self.text += data
look = Look()
look.feed(open(sys.argv[1], encoding="utf-8").read())
assert not look.open, look.open
assert "table" in look.seen and not look.seen & {"script", "b", "link", "img"}, look.seen
assert "coffee & \"tea\" < water" in look.text
' "$work/out"
ok 'no such unit' exits 1 safar pack preview "$work/break" nosuch
ok 'a pack with errors is not printed' exits 1 safar pack preview "$work/faulty"

unit=$work/break/units
printf 'part;say;means;only\nask;Waar is uw jas?;Where is your coat?;\n' >"$unit/coat.csv"
printf 'id: coat\ntitle: Coats\ncan-do: [Ask for a coat]\nminutes: 5\nparts:\n  - phrases: {id: ask, file: csv}\n' >"$unit/coat.yaml"
sed 's/^units: .*/units: [coat]/' "$work/break/pack.yaml" >"$work/next"
mv "$work/next" "$work/break/pack.yaml"
rm "$unit/in-the-break.yaml" "$work/break"/po/*.po
ok 'a row of a spreadsheet in one register' exits 1 safar pack check --strict "$work/break"
ok 'is a warning, too' says "coat.csv:2:1: warning: only one register is accepted: 'Waar is je jas?' is not"
sed 's/;$/;register \/ sex/' "$unit/coat.csv" >"$work/next"
mv "$work/next" "$unit/coat.csv"
ok 'unless its column says that it is meant' exits 0 safar pack check --strict "$work/break"
sed 's/register/manner/' "$unit/coat.csv" >"$work/next"
mv "$work/next" "$unit/coat.csv"
ok 'in a word that is known' exits 1 safar pack check "$work/break"
ok 'or the cell is shown' says 'coat.csv:2:41: error: '

ok 'the samples for editors name the schema that is installed' python3 -c '
import json, sys, tomllib
code = json.load(open(sys.argv[1] + "/vscode-settings.json"))["yaml.schemas"]
helix = tomllib.load(open(sys.argv[1] + "/helix-languages.toml", "rb"))["language-server"]["yaml-language-server"]["config"]["yaml"]["schemas"]
assert code == helix, (code, helix)
assert [path.rsplit("/", 1)[1] for path in code] == ["safar-pack.schema.json"]
assert list(code)[0] in open(sys.argv[1] + "/neovim.lua").read()
' "$top/doc/editors"
finish
