// What the person sees and does. Foreign text only ever becomes the text of an element.
"use strict";

const TEXTS = JSON.parse(document.getElementById("texts").textContent);
const at = (id) => document.getElementById(id);
const lists = {};
let signer = ""; // the fingerprint of who signed them
let language = TEXTS[navigator.language.slice(0, 2)] ? navigator.language.slice(0, 2) : "en";
let last = null, lastText = ""; // what was found, of which text
let asked = 0; // a judgement that comes after a newer question is not shown

const say = (key) => TEXTS[language][key] || key;

// Foreign text without what turns the direction of others around; of a long one as much as tells which it is.
const plain = (text) => String(text).replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "?");
const brief = (text) => { const letters = [...plain(text)]; return letters.length > 80 ? letters.slice(0, 80).join("") + "…" : letters.join(""); };
const because = ([why, ...words]) => say("why")[why].replace(/\{(\d)\}/g, (_, i) => brief(words[i]));

function row(label, value) {
  if (!value) return;
  const line = at("fields").insertRow(), name = document.createElement("th");
  name.textContent = plain(label);
  line.append(name);
  line.insertCell().textContent = plain(value);
}

const day = (time) => {
  const date = new Date(time);
  return isNaN(date) ? String(time) : date.toLocaleDateString(language === "en" ? "en-GB" : language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
};

function show(result) {
  last = result;
  at("fields").replaceChildren();
  const finding = at("finding"), c = result.certificate;
  finding.className = result.level;
  finding.textContent = result.finding === "old" ? `${say("old")} ${day(result.issued)}. ${say("oldhint")}` : say(result.finding);
  at("why").textContent = result.why ? because(result.why) : "";
  at("result").hidden = !c;
  at("matches").textContent = c && !c.hash ? say("nohash") : "";
  at("matches").className = "";
  at("passport").disabled = !(c && c.hash);
  at("passport").value = "";
  if (!c) return;
  row(say("name"), c.name);
  row(say("born"), c.born && day(c.born));
  row(say("programme"), c.programme);
  for (const [name, value, most] of c.results) row(name, value === "not examined" ? say("notexamined") : most ? `${value} ${say("of")} ${most}` : value);
  row(say("states"), c.states);
  row(say("details"), c.details);
  row(say("from"), day(c.from));
  row(say("until"), c.until && day(c.until));
  row(say("withdrawn"), c.withdrawn && day(c.withdrawn));
  row(say("issuer"), c.issuerName);
  row(say("phone"), c.phone);
  row(say("number"), c.number || c.id);
  row(say("key"), c.issuer);
}

function speak() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  document.title = say("title");
  at("language").setAttribute("aria-label", say("language"));
  const dates = [lists.trust, lists.revoked].filter(Boolean).map((list) => day(list.issued));
  at("dates").textContent = dates.length ? `${say("lists")} ${dates.join(", ")}` : "";
  at("print").textContent = signer ? `${say("print")} ${signer}` : "";
  if (last) show(last);
}

async function takeList(text) {
  let list;
  try {
    list = await readList(text);
  } catch (e) {
    at("notice").textContent = say("listbad");
    return;
  }
  const before = lists[list.kind], fault = !lists.trust && list.kind !== "trust" ? "listfirst" : lists.trust && lists.trust.signer !== list.signer ? "listother" : before && list.sequence <= before.sequence ? "listolder" : "";
  if (!fault) {
    lists[list.kind] = list;
    signer = hexOf(await digest(keyOf(list.signer))).slice(0, 32).replace(/.{4}(?=.)/g, "$& ");
    const mine = asked, again = last && await judge(lastText, lists, Date.now()); // what stands on the screen may be true no longer
    if (again && mine === asked) last = again;
  }
  at("notice").textContent = say(fault || "listread");
  speak();
}

async function check(text) {
  await ready; // the lists of the page are read first
  at("notice").textContent = "";
  if (/"type"\s*:\s*"Safar(Trust|Revocation)List"/.test(text)) return takeList(text);
  const mine = ++asked, result = await judge(text, lists, Date.now());
  if (mine !== asked) return;
  lastText = text;
  show(result);
}

// What was found of one text does not stand beside another.
function forget() {
  asked++;
  last = null;
  for (const id of ["finding", "why", "notice"]) at(id).textContent = "";
  at("result").hidden = true;
}

async function take(text) {
  at("text").value = text.length <= CREDENTIAL_MAX ? text : "";
  await check(text);
}

async function readFile(file) {
  if (!file) return;
  let text = ""; // what is no UTF-8, or no file of ours by its size, is no certificate
  try {
    if (file.size <= TEXT_MAX) text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
  } catch (e) { /* as it is */ }
  await take(text);
}

async function scan() {
  const video = at("video"), stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  video.hidden = false;
  video.srcObject = stream;
  await video.play();
  const stop = () => { stream.getTracks().forEach((track) => track.stop()); video.hidden = true; };
  const look = async () => {
    if (video.hidden) return undefined; // stopped
    const [code] = await detector.detect(video).catch(() => []);
    if (!code) return requestAnimationFrame(look);
    stop();
    return take(code.rawValue);
  };
  video.onclick = stop;
  look();
}

async function start() {
  const select = at("language");
  for (const tag of Object.keys(TEXTS)) select.add(new Option(tag.toUpperCase(), tag, false, tag === language));
  select.onchange = () => { language = select.value; speak(); };
  at("check").onclick = () => check(at("text").value);
  at("text").oninput = forget;
  at("clear").onclick = () => { forget(); at("text").value = ""; at("text").focus(); };
  at("choose").onclick = () => at("file").click();
  at("file").onchange = () => { readFile(at("file").files[0]); at("file").value = ""; }; // the same one may be chosen again, changed
  at("passport").oninput = async () => {
    const number = at("passport").value.trim();
    const about = last, matches = number && await passportMatches(about.certificate, number);
    if (about !== last || number !== at("passport").value.trim()) return;
    at("matches").textContent = number ? say(matches ? "match" : "nomatch") : "";
    at("matches").className = number ? (matches ? "good" : "bad") : "";
  };
  const dropped = (data) => data.files.length ? readFile(data.files[0]) : data.getData("text/plain") && take(data.getData("text/plain"));
  for (const type of ["dragover", "drop", "dragleave"])
    document.addEventListener(type, (event) => { event.preventDefault(); at("drop").classList.toggle("over", type === "dragover"); if (type === "drop") dropped(event.dataTransfer); });
  at("camera").hidden = !("BarcodeDetector" in window && navigator.mediaDevices);
  at("camera").onclick = () => scan().catch(() => { at("camera").hidden = true; });
  speak();
  try {
    await crypto.subtle.importKey("raw", new Uint8Array(32), { name: "Ed25519" }, false, ["verify"]);
  } catch (e) {
    at("finding").textContent = say("nobrowser");
    at("finding").className = "bad";
    at("check").disabled = true;
    return;
  }
  for (const id of ["trust", "revoked"]) {
    const text = at("list-" + id).textContent.trim();
    if (text) await takeList(text);
  }
  at("notice").textContent = "";
}

const ready = start();
