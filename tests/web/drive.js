// The verifier's page in headless Chromium, as TAP. drive.js CHROMIUM PAGE DATA WORK
"use strict";
const fs = require("fs");
const browser = require("./browser.js");

const [chromium, page, data, work] = process.argv.slice(2);
let count = 0, failed = 0;
function ok(name, good, seen) {
  count++;
  failed += !good;
  console.log(`${good ? "ok" : "not ok"} ${count} - ${name}`);
  if (!good) console.log(`# seen: ${JSON.stringify(seen)}`);
}
const read = (name) => fs.readFileSync(name, "utf8");
async function tests({ send, run, open, check, passport, language, requests }) {
  const badge = read(`${data}/ob3_proofset.json`), code = read(`${work}/code.txt`);
  await open(page);
  await language("en");
  let seen = await check(badge);
  ok("without lists the issuer is unknown", seen.level === "warn" && /not on the list/.test(seen.finding), seen);
  seen = await check(read(`${work}/none.json`));
  ok("withdrawals of nobody knows whom are refused", /first/.test(seen.notice), seen);
  seen = await check(read(`${work}/trust.json`));
  ok("a list of trust is taken for this visit", /List taken/.test(seen.notice), seen);
  const print = await run(`document.getElementById("print").textContent`);
  ok("with the fingerprint of its signer", print.endsWith(read(`${work}/print.txt`).trim()), print);
  seen = await check(badge);
  ok("trusted, but nothing known of withdrawals", seen.level === "warn" && /no list/.test(seen.finding), seen);
  await check(read(`${work}/none.json`));
  seen = await run(`({ level: document.getElementById("finding").className })`);
  ok("nothing is withdrawn, and what was found before is found anew", seen.level === "good", seen);
  seen = await check(badge);
  ok("valid", seen.level === "good" && /Valid/.test(seen.finding), seen);
  ok("whose it is, what was passed, by whom", /KARIMOV ALISHER/.test(seen.fields) && /safety\s+91/.test(seen.fields) && /Agency for migration/.test(seen.fields) && /\+998/.test(seen.fields), seen);
  ok("until when", /1 May 2028/.test(seen.fields), seen);
  ok("another passport does not match", /DOES NOT/.test(await passport("AA0000000")));
  seen = await check(code);
  ok("the code of the same certificate is valid", seen.level === "good" && /KARIMOV ALISHER/.test(seen.fields) && /84 %/.test(seen.fields), seen);
  let wrong = [];
  for (let i = 0; i < badge.length; i += 5) {
    seen = await check(badge.slice(0, i) + String.fromCharCode(badge.charCodeAt(i) ^ 1) + badge.slice(i + 1));
    if (seen.level === "good") wrong.push(i);
  }
  ok("changed files are never valid", wrong.length === 0, wrong);
  const parts = JSON.parse(badge);
  parts.credentialSubject.result.reverse();
  seen = await check(JSON.stringify(parts));
  ok("another order of results is refused", seen.level === "bad", seen);
  wrong = [];
  for (let i = 5; i < code.length; i += 7) {
    seen = await check(code.slice(0, i) + (code[i] === "A" ? "B" : "A") + code.slice(i + 1));
    if (seen.level === "good") wrong.push(i);
  }
  ok("changed codes are never valid", wrong.length === 0, wrong);
  for (const [name, text] of [["nothing", "hello"], ["an empty object", "{}"], ["a name twice", badge.replace('"name"', '"name":"x","name"')], ["an added key", badge.replace("{", '{"x":"y",')],
    ["a number", badge.replace('"84"', "1e400")], ["a cut code", code.slice(0, 200)], ["a bomb", "SAF1:" + "0".repeat(3000)], ["deep nesting", "[".repeat(20000)]]) {
    seen = await check(text);
    ok(`${name} is refused`, seen.level === "bad" && /Not a genuine/.test(seen.finding), seen);
  }
  await run(`Promise.all([check(${JSON.stringify(badge)}), check("hello")])`);
  ok("of two questions the later one is answered", /Not a genuine/.test(await run(`document.getElementById("finding").textContent`)), 0);
  const listed = JSON.parse(badge);
  listed.proof[0].created = [listed.proof[0].created];
  seen = await check(JSON.stringify(listed));
  ok("a list where the proof has a time is refused", seen.level === "bad", seen);
  seen = await check(badge + " ".repeat(65536));
  ok("a file larger than certificates are is refused", seen.level === "bad", seen);
  seen = await check(await run(`(() => {
    const bytes = base45(${JSON.stringify(code)}.trimEnd().slice(5)), longer = Uint8Array.from([0xd2, 0x85, ...bytes.slice(2), 0]);
    let text = "SAF1:";
    for (let i = 0; i < longer.length; i += 2) {
      let value = i + 1 < longer.length ? longer[i] * 256 + longer[i + 1] : longer[i];
      for (let n = i + 1 < longer.length ? 3 : 2; n > 0; n--, value = Math.floor(value / 45)) text += BASE45[value % 45];
    }
    return text;
  })()`));
  ok("a code with a part more is refused", seen.level === "bad", seen);
  seen = await check("P 1234 5678 9012 3475");
  ok("a practice certificate is refused", seen.level === "bad" && /practice/.test(seen.finding), seen);
  seen = await check("1234 5678 9012 3475");
  ok("a number alone is no certificate", seen.level === "bad", seen);
  for (const [name, text] of [["a file", badge], ["a code", code]]) {
    seen = await check(`\ufeff\r\n ${text.trimEnd()}\r\n`);
    ok(`${name} with what editors put around it`, seen.level === "good", seen);
  }
  seen = await check(await run(`(() => {
    const bytes = base45(${JSON.stringify(code)}.trimEnd().slice(5)), name = [...utf8("KARIMOV ALISHER")].join(), at = [...bytes.keys()].find((i) => [...bytes.slice(i, i + 15)].join() === name);
    bytes[at] = 66;
    let text = "SAF1:";
    for (let i = 0; i < bytes.length; i += 2) {
      let value = i + 1 < bytes.length ? bytes[i] * 256 + bytes[i + 1] : bytes[i];
      for (let n = i + 1 < bytes.length ? 3 : 2; n > 0; n--, value = Math.floor(value / 45)) text += BASE45[value % 45];
    }
    return text;
  })()`));
  ok("another name in a code of an issuer on the list is false, not unknown", seen.level === "bad" && /Not a genuine/.test(seen.finding), seen);
  ok("the field for the text is named", await run(`document.getElementById(document.getElementById("text").getAttribute("aria-labelledby")).textContent.length > 10`), 0);
  seen = await check(badge.replace("KARIMOV ALISHER", "<img src=x onerror=alert(1)>"));
  ok("markup in a certificate is text", seen.level === "bad" && await run("document.images.length") === 0, seen);
  const dated = async (day) => (await run(`lists.revoked && judge(${JSON.stringify(badge)}, { trust: lists.trust, revoked: { ...lists.revoked, issued: new Date(Date.now() + ${day} * DAY).toISOString() } }, Date.now()).then((r) => r.finding)`));
  ok("a list of tomorrow is new", await dated(1) === "valid");
  ok("one of later days is not believed", await dated(3) === "old");
  ok("nor one of a month ago", await dated(-31) === "old");
  await check(read(`${work}/revoked.json`));
  seen = await check(badge);
  ok("withdrawn since", seen.level === "bad" && /Withdrawn/.test(seen.finding) && /1 June 2026/.test(seen.fields), seen);
  ok("what a screen reader says at once", await run(`(() => { const v = document.getElementById("verdict"); return v.getAttribute("role") === "alert" && v.textContent.startsWith("Withdrawn"); })()`));
  seen = await check(read(`${work}/none.json`));
  ok("an older list is refused", /not newer/.test(seen.notice), seen);
  for (const [tag, word, changed, strange] of [["nl", "Ingetrokken", "na het ondertekenen gewijzigd.", "'\"x?' hoort niet in 'credential'"], ["fr", "Retiré", "modifié après avoir été signé.", "«\u00a0\"x?\u00a0» n'a pas sa place"],
    ["de", "Widerrufen", "wurde nach dem Signieren geändert.", "„\"x?“ gehört nicht in „credential“"], ["en", "Withdrawn", "was changed after it was signed.", "'\"x?' does not belong into 'credential'"]]) {
    await language(tag);
    seen = await check(badge);
    ok(`in ${tag}`, seen.finding.startsWith(word) && seen.why === "", seen);
    seen = await check(badge.replace("KARIMOV", "KARIMOF"));
    ok(`why it is false, in ${tag}`, seen.why.includes("eddsa-rdfc-2022") && seen.why.endsWith(changed), seen);
    seen = await check(badge.replace("{", '{"\\"x\u202e":"y",'));
    ok(`and which field, in ${tag}`, seen.why.startsWith(strange), seen);
  }
  await check(badge.replace("{", `{"${"x".repeat(9000)}":1,`));
  ok("a long name is cut", await run(`document.getElementById("why").textContent.length < 200`));
  await run(`document.getElementById("clear").click()`);
  ok("cleared, nothing is left of it", await run(`["verdict", "notice"].every((id) => document.getElementById(id).textContent === "") && document.getElementById("result").hidden`));
  await open(`${work}/agency.html`);
  await language("en");
  seen = await check(badge);
  ok("an agency's page has its lists in it", seen.level === "good", seen);
  await send("Emulation.setDeviceMetricsOverride", { width: 360, height: 740, deviceScaleFactor: 2, mobile: true });
  ok("nothing sticks out on a phone", await run("document.documentElement.scrollWidth <= 360"), await run("document.documentElement.scrollWidth"));
  const hand = (how) => run(`(async () => {
    const at = (id) => document.getElementById(id), data = new DataTransfer();
    at("finding").textContent = "";
    ${how}
    await new Promise((done) => { const look = () => at("finding").textContent ? done() : requestAnimationFrame(look); look(); });
    return { level: at("finding").className, text: at("text").value };
  })()`);
  const drop = `document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));`, file = `data.items.add(new File([${JSON.stringify(badge)}], "x.json"));`;
  seen = await hand(`data.setData("text/plain", ${JSON.stringify(code)}); ${drop}`);
  ok("a text that is dropped is judged, and stands there", seen.level === "good" && seen.text.startsWith("SAF1:"), seen);
  seen = await hand(`${file} ${drop}`);
  ok("so is a file", seen.level === "good" && seen.text === badge.trimEnd(), seen);
  for (const time of ["one", "the same one again"]) {
    seen = await hand(`${file} at("text").value = "x"; at("file").files = data.files; if (at("file").files.length) at("file").onchange();`);
    ok(`and ${time} that is chosen`, seen.level === "good" && seen.text === badge.trimEnd() && await run(`document.getElementById("file").files.length === 0`), seen);
  }
  await run(`document.getElementById("text").dispatchEvent(new Event("input"))`);
  ok("another text has not been judged yet", await run(`document.getElementById("verdict").textContent === "" && document.getElementById("result").hidden`));
  await check(badge);
  const order = [], key = (name, text) => send("Input.dispatchKeyEvent", { type: "keyDown", key: name, code: name, windowsVirtualKeyCode: name === "Tab" ? 9 : 13, ...(text ? { text } : {}) });
  await run(`document.getElementById("language").focus()`);
  for (let i = 0; i < 6; i++) {
    order.push(await run("document.activeElement.id"));
    if (order[i] === "check") await key("Enter", "\r");
    await key("Tab");
  }
  ok("all of it can be reached by keys", order.join() === "language,text,check,choose,clear,passport", order);
  ok("no word of ours is broken on a phone", await run(`[...document.querySelectorAll("th")].every((th) => { const one = document.createElement("span"); one.style.font = getComputedStyle(th).font; document.body.append(one);
    const room = th.clientWidth - parseFloat(getComputedStyle(th).paddingLeft) * 2, fits = th.textContent.split(" ").every((word) => { one.textContent = word; return one.getBoundingClientRect().width <= room; }); one.remove(); return fits; })`));
  await run(`fetch("https://example.org/").catch(() => 0)`).catch(() => 0);
  await run(`(() => { const s = document.createElement("script"); s.textContent = "window.broken = 1"; document.body.append(s); })()`);
  ok("no other script runs", await run("window.broken === undefined"));
  ok("nothing is asked of a network", requests.every((url) => url.startsWith("file://")) , requests.filter((url) => !url.startsWith("file://")));
}

browser(chromium, `${work}/profile`).then(async (tab) => {
  await tests(tab);
  console.log(`1..${count}`);
  await tab.close();
}).catch((e) => { console.log(`Bail out! ${e.message}`); process.exit(1); });
