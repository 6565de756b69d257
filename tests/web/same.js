// Whether the page and the program judge alike: every certificate of cases.js, and some of them under every combination of lists. same.js CHROMIUM PAGE SAFAR CHECK WORK, as TAP.
"use strict";
const fs = require("fs");
const { spawnSync } = require("child_process");
const browser = require("./browser.js");
const forge = require("./forge.js");
const cases = require("./cases.js");

const [chromium, page, safar, check, work] = process.argv.slice(2);
const CODES = { valid: 0, false: 1, practice: 1, unknown: 3, unchecked: 3, revoked: 4, early: 5, late: 5, issuerday: 5, nolist: 6, old: 6 };
let count = 0;
function ok(name, good, seen) {
  count++;
  console.log(`${good ? "ok" : "not ok"} ${count} - ${name}`);
  if (!good) console.log(`# seen: ${JSON.stringify(seen)}`);
}

// The page's sentences begin with a capital, end with a full stop, and do not say line and column. What it says of a name that stands twice, and of a number alone, is its own;
// that a file is larger than what is read, and a number larger than a computer has, the program finds out earlier.
const sentence = (why) => (why[0] || "").toLowerCase() + why.slice(1).replace(/\.$/, "");
const OWN = [[/\(duplicate object key/, /stands there twice/], [/^safar: .* is larger than 64 KiB/, /at most 65536 bytes/], [/is no serial/, /number alone/], [/\((real number overflow|too big integer)/, /'value' of 'result'/], [/^this is a practice/, /^$/]];
function sameReason(program, page) {
  return OWN.some(([a, b]) => a.test(program) && b.test(page)) || program.replace(/^line \d+, column \d+: (.*?) \(.*\);/, "$1;") === sentence(page);
}

// The program with lists of its own: each is offered as a person would, and may be refused.
function program(lists) {
  const home = fs.mkdtempSync(`${work}/home`), env = { ...process.env, HOME: home, XDG_DATA_HOME: home };
  const run = (...words) => spawnSync(safar, words, { env, encoding: "utf8" });
  const taken = lists.map((text, i) => {
    fs.writeFileSync(`${home}/list${i}`, text);
    return run("trust", "import", "--yes", `${home}/list${i}`).status === 0;
  });
  return { taken, verify: (text, ...options) => {
    fs.writeFileSync(`${home}/certificate`, text);
    const { status, stdout, stderr } = run("certificate", "verify", ...options, `${home}/certificate`);
    return { code: status, all: stdout, why: (stdout.split("\n")[0].replace(/^\S+ /, "") || stderr.trim()) };
  } };
}

async function person(tab, lists) {
  await tab.open(page);
  await tab.language("en");
  const taken = [];
  for (const text of lists) taken.push(/List taken/.test((await tab.check(text)).notice));
  return { taken, verify: async (text) => {
    const seen = await tab.check(text), finding = await tab.run("last && last.finding");
    return { code: seen.notice ? seen.notice : CODES[finding], finding, why: seen.why, all: seen.fields };
  } };
}

async function tests(tab) {
  const f = forge(check, Date.now()), all = await cases(f), right = [f.trust(), f.revoked()];
  const c = program(right), p = await person(tab, right);
  ok("both take the right lists", c.taken.concat(p.taken).every(Boolean), [c.taken, p.taken]);
  for (const [name, text, code = 1] of all) {
    const a = c.verify(text), b = await p.verify(text);
    ok(`${name}: ${code}`, a.code === code && b.code === code && (code !== 1 || sameReason(a.why, b.why)), [a, b]);
  }
  for (const [number, matches] of [["FA1231001", true], [" fa 123-1001 ", true], ["FA1231002", false], ["\u017fA1231001", false], ["\u0424A1231001", false], ["FA12310019f2c", false], ["FA1231001\u200b", false]]) {
    const said = c.verify(all[0][1], "--passport", number).all;
    await p.verify(all[0][1]);
    const shown = await tab.passport(number);
    ok(`passport ${JSON.stringify(number)}: ${matches}`, /number: matches/.test(said) === matches && /number matches/.test(shown) === matches && /DOES NOT/.test(shown) !== matches, [said, shown]);
  }
  const small = f.code().toLowerCase();
  for (const seen of [c.verify(small), await p.verify(small)]) ok("a code in small letters is called no code, not no file", /no code of a certificate/i.test(seen.why), seen);
  const loud = "<img src=x onerror=alert(1)>\u202eEVIL\u2066</script>&lt;", shout = await f.changed((d) => {
    d.description = d.credentialSubject.identifier[0].identityHash = d.credentialSubject.identifier[1].identityHash = d.credentialSubject.achievement.name = loud;
    d.credentialSubject.achievement.resultDescription[0].name = d.credentialSubject.achievement.resultDescription[0].valueMax = d.credentialSubject.result[0].value = d.credentialSubject.achievement.description = loud;
  });
  for (const seen of [c.verify(shout), await p.verify(shout), c.verify(f.code({ payload: f.claims({ name: loud }) })), await p.verify(f.code({ payload: f.claims({ name: loud }) }))])
    ok("foreign texts are shown, and give no orders", seen.code === 0 && seen.all.includes("<img src=x onerror=alert(1)>?") && seen.all.includes("</script>&lt;") && !/[\u202a-\u202e\u2066-\u2069]/.test(seen.all) && await tab.run("document.images.length") === 0, seen);
  const probes = all.filter(([name]) => ["a good file", "a good code", "expired", "the issuer's time is over", "an unknown issuer", "an unknown code", "another mark", "practice"].includes(name));
  for (const [name, lists, code] of combinations(f)) {
    const c = program(lists), p = await person(tab, lists), differ = [];
    for (const [probe, text] of probes) {
      const a = c.verify(text), b = await p.verify(text);
      if (a.code !== b.code) differ.push([probe, a, b]);
      if (probe === "a good file" && a.code !== code) differ.push([probe, a, code]);
    }
    ok(`lists: ${name}: ${code}`, differ.length === 0 && `${c.taken}` === `${p.taken}`, [c.taken, p.taken, ...differ]);
  }
}

// [name, lists in the order in which they are offered, exit code of a good certificate]
function combinations(f) {
  const { trust, revoked, withdrawn, entry, issuer, stranger, agency, at, list, didOf, NOT_ONE } = f;
  const more = (change, sig) => { const o = JSON.parse(trust()); delete o.signature; change(o); return list(o, agency, sig); };
  const identity = { ...stranger, public: NOT_ONE.identity };
  return [
    ["none", [], 3], ["of trust only", [trust()], 6], ["of withdrawals only", [revoked()], 3], ["withdrawals before trust", [revoked(), trust()], 6], ["both", [trust(), revoked()], 0],
    ["of another signer", [trust(), revoked({}, stranger)], 6], ["withdrawn", [trust(), revoked(withdrawn)], 4], ["withdrawn, then an older one", [trust(), revoked({ ...withdrawn, sequence: "9" }), revoked({ sequence: "8" })], 4],
    ["the same number again", [trust(), revoked(withdrawn), revoked()], 4], ["a newer one gives it back", [trust(), revoked(withdrawn), revoked({ sequence: "3" })], 0], ["withdrawn by another signer", [trust(), revoked(withdrawn, stranger)], 6],
    ["30 days old", [trust(), revoked({ issued: at(-30) })], 0], ["31 days old", [trust(), revoked({ issued: at(-31) })], 6], ["of tomorrow", [trust(), revoked({ issued: at(1) })], 0], ["of the day after", [trust(), revoked({ issued: at(2) })], 6],
    ["withdrawn long ago", [trust(), revoked({ ...withdrawn, issued: at(-400) })], 4], ["of no day", [trust(), revoked({ issued: "2026-02-30T00:00:00Z" })], 6], ["of no month", [trust(), revoked({ issued: "2026-13-01T00:00:00Z" })], 6],
    ["of today at no hour", [trust(), revoked({ issued: at(0).slice(0, 11) + "24:61:61Z" })], 0], ["with a zone", [trust(), revoked({ issued: at(0).replace("Z", "+00:00") })], 6], ["trusts another", [trust({ issuers: [entry(stranger)] }), revoked()], 3],
    ["trusts nobody", [trust({ issuers: [] }), revoked()], 3], ["a key twice", [trust({ issuers: [entry(issuer), entry(issuer, { validFrom: "2020-01-01T00:00:00Z" })] }), revoked()], 3], ["a certificate twice", [trust(), revoked({ revoked: [withdrawn.revoked[0], withdrawn.revoked[0]] })], 6],
    ["of a later time", [trust({ issuers: [entry(issuer, { validFrom: "2026-06-01T00:00:00Z" })] }), revoked()], 5], ["until then", [trust({ issuers: [entry(issuer, { validUntil: "2026-05-01T09:00:00Z" })] }), revoked()], 0],
    ["until a second before", [trust({ issuers: [entry(issuer, { validUntil: "2026-05-01T08:59:59Z" })] }), revoked()], 5], ["an empty end", [trust({ issuers: [entry(issuer, { validUntil: "" })] }), revoked()], 0], ["an end of null", [trust({ issuers: [entry(issuer, { validUntil: null })] }), revoked()], 3],
    ["a field more", [more((o) => { o.x = "y"; }), revoked()], 3], ["a field more in an entry", [trust({ issuers: [entry(issuer, { x: "y" })] }), revoked()], 3], ["a name with a control character", [trust({ issuers: [entry(issuer, { name: "\u001b[2J" })] }), revoked()], 3],
    ["no name", [trust({ issuers: [entry(issuer, { name: "" })] }), revoked()], 3], ["a key that is none", [trust({ issuers: [entry(issuer), entry(issuer, { id: "did:key:z6Mk" })] }), revoked()], 3],
    ["a key of order 1", [trust({ issuers: [entry(issuer), entry(identity)] }), revoked()], 3], ["a signer of order 1", [more((o) => { o.signer = didOf(NOT_ONE.identity); }, f.zero(identity)), revoked()], 3],
    ["a number 1e3", [trust({ sequence: "1e3" }), revoked()], 3], ["a number that is one", [trust().replace('"sequence":"1"', '"sequence":1'), revoked()], 3], ["number 0", [trust({ sequence: "0" }), revoked({ sequence: "0" })], 0], ["number of 18 digits", [trust(), revoked({ sequence: "9".repeat(18) }), revoked({ sequence: "9".repeat(17) + "8" })], 0],
    ["of 19 digits", [trust(), revoked({ sequence: "1".repeat(19) })], 6], ["changed", [trust().replace("vocational", "Vocational"), revoked()], 3], ["cut", [trust().slice(0, -1), revoked()], 3], ["a name twice", [trust().replace('"issued"', '"issued":"x","issued"'), revoked()], 3],
    ["a mark of its bytes", ["\ufeff" + trust(), revoked()], 3], ["white space", [JSON.stringify(JSON.parse(trust()), null, 1), revoked()], 0], ["a newer list of trust of another", [trust(), trust({ sequence: "2", issuers: [entry(stranger)] }, stranger), revoked()], 0],
    ["a newer list without the issuer", [trust(), trust({ sequence: "2", issuers: [entry(stranger)] }), revoked()], 3], ["and then the older again", [trust(), trust({ sequence: "2", issuers: [entry(stranger)] }), trust(), revoked()], 3],
    ["an id in large letters", [trust(), revoked({ revoked: [{ id: f.UUID.toUpperCase().replace("URN:UUID", "urn:uuid"), revokedOn: "2026-06-01T00:00:00Z" }] })], 6], ["issuers that are no list", [trust({ issuers: {} }), revoked()], 3],
    ["half a letter", [trust().replace("vocational", "\\ud800"), revoked()], 3],
  ];
}

browser(chromium, `${work}/profile`).then(async (tab) => {
  await tests(tab);
  console.log(`1..${count}`);
  await tab.close();
}).catch((e) => { console.log(`Bail out! ${e.stack}`); process.exit(1); });
