// Judging a certificate: the same rules and the same order of findings as src/record/verify.c. No network, no dependency; WebCrypto does the signatures.
"use strict";

const CONTEXTS = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];
const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const DAY = 86400000, REVOKED_DAYS = 30, TEXT_MAX = 16 * 1024 * 1024, CREDENTIAL_MAX = 64 * 1024, CODE_MAX = 2048, ENTRIES_MAX = 100000, DEPTH_MAX = 2048;

// Why something is refused: the name of a text under "why" in texts.json, and the words to put into it. The program gives the same reasons.
class Refused extends Error {
  constructor(why) { super(why[0]); this.why = why; }
}
const refuse = (...why) => { throw new Refused(why); };

function base58(text) {
  const bytes = [];
  let zeros = 0;
  while (text[zeros] === "1") zeros++;
  for (const letter of text.slice(zeros)) {
    let carry = BASE58.indexOf(letter);
    if (carry < 0 || bytes.length > 128) return [];
    for (let i = 0; i < bytes.length; i++, carry >>= 8) { carry += bytes[i] * 58; bytes[i] = carry & 255; }
    for (; carry; carry >>= 8) bytes.push(carry & 255);
  }
  return Uint8Array.from([...new Array(zeros).fill(0), ...bytes.reverse()]);
}

function base45(text) {
  const bytes = [];
  for (let i = 0; i < text.length; i += 3) {
    const group = text.slice(i, i + 3);
    let value = 0;
    for (let k = group.length; k-- > 0;) {
      const digit = BASE45.indexOf(group[k]);
      if (digit < 0) refuse("code");
      value = value * 45 + digit;
    }
    const count = group.length - 1;
    if (count === 0 || value >= 2 ** (8 * count)) refuse("code");
    if (count === 2) bytes.push(value >> 8);
    bytes.push(value & 255);
  }
  return Uint8Array.from(bytes);
}

// RFC 8785 without numbers: our records hold none. Names are compared by UTF-16 units, as JavaScript does.
function canonical(value) {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
  if (typeof value !== "object") throw new TypeError("a number");
  return "{" + Object.keys(value).sort().map((key) => canonical(key) + ":" + canonical(value[key])).join(",") + "}";
}

// JSON.parse keeps the last of two equal names, zero bytes, and halves of letters, which as UTF-8 would be other ones: a text that has such is refused before.
function parse(text) {
  if (text.length > TEXT_MAX) refuse("json");
  const value = JSON.parse(text), open = [];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else {
      const isName = token.endsWith(":"), string = JSON.parse(isName ? token.slice(0, -1).trimEnd() : token), names = open[open.length - 1];
      if (/[\0\ud800-\udfff]/u.test(string)) refuse("json");
      if (isName && names.has(string)) refuse("twice", string);
      if (isName) names.add(string);
    }
    if (open.length > DEPTH_MAX) refuse("json");
  }
  return value;
}

const utf8 = (text) => new TextEncoder().encode(text);
const digest = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const same = (a, b) => a.length === b.length && a.every((x, i) => x === b[i]);

// Ed25519 is y² - x² = 1 + D·x²y² over the integers modulo P. WebCrypto takes every key and every signature that fits the equation, libsodium only those whose points
// are sound: under a key of small order one signature fits every text.
const P = 2n ** 255n - 19n, ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const mod = (n) => (n % P + P) % P;
const power = (n, times) => { let product = 1n; for (; times; times >>= 1n, n = n * n % P) if (times & 1n) product = product * n % P; return product; };
const D = mod(-121665n * power(121666n, P - 2n)), ROOT = power(2n, (P - 1n) / 4n);

// The point of 32 bytes as [X, Y, Z, T], its sign left away: that does not change its order. Undefined if there is none, or it is not written in the one way.
function pointOf(bytes) {
  const y = bytes.reduceRight((n, byte) => n << 8n | BigInt(byte), 0n) & 2n ** 255n - 1n, u = mod(y * y - 1n), v = mod(D * y * y + 1n);
  const x = u * v ** 3n % P * power(u * v ** 7n % P, (P - 5n) / 8n) % P, square = v * x % P * x % P;
  if (y >= P || (square !== u && square !== mod(-u))) return undefined;
  const right = square === u ? x : x * ROOT % P;
  return [right, y, 1n, right * y % P];
}

function sum([X, Y, Z, T], [x, y, z, t]) {
  const a = (Y - X) * (y - x), b = (Y + X) * (y + x), c = 2n * D * T % P * t, d = 2n * Z * z, e = b - a, f = d - c, g = d + c, h = b + a;
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

// Whether the point so many times is the neutral one.
function vanishes(point, times) {
  let all = [0n, 1n, 1n, 0n];
  for (; times; times >>= 1n, point = sum(point, point)) if (times & 1n) all = sum(all, point);
  return all[0] === 0n && all[1] === all[2];
}

const keys = new Map(); // of a did, once it was found sound
function keyOf(did) {
  const bytes = typeof did === "string" && did.startsWith("did:key:z") ? base58(did.slice(9)) : [], key = bytes.slice(2);
  if (keys.has(did)) return keys.get(did);
  if (bytes.length !== 34 || bytes[0] !== 0xed || bytes[1] !== 0x01) refuse("did", did);
  const point = pointOf([...key]);
  if (!point || vanishes(point, 8n) || !vanishes(point, ORDER)) refuse("did", did);
  keys.set(did, key);
  return key;
}

// `signature` is bytes, or the text of a proof.
async function holds(signature, bytes, key) {
  if (typeof signature === "string") signature = signature[0] === "z" ? base58(signature.slice(1)) : [];
  const point = signature.length === 64 && pointOf([...signature.slice(0, 32)]);
  if (!point || vanishes(point, 8n)) return false;
  const imported = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
  return crypto.subtle.verify({ name: "Ed25519" }, imported, signature, bytes);
}

// --- lists ---------------------------------------------------------------------

const UUID = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ENTRIES = { issuers: ["id", "name", "validFrom", "validUntil?", "telephone?"], revoked: ["id", "revokedOn", "reason?"] };

// What src/record/list.c asks of an entry: nothing unknown, texts, a did:key or a urn:uuid, times in their form.
function entrySound(entry, kind) {
  if (!entry || typeof entry !== "object" || Array.isArray(entry)) return false;
  let known = 0;
  for (const field of ENTRIES[kind]) {
    const name = field.replace("?", "");
    if (!Object.hasOwn(entry, name) && field !== name) continue;
    if (typeof entry[name] !== "string" || !(CLEAN.test(entry[name]) || (field !== name && entry[name] === ""))) return false;
    known++;
  }
  if (kind === "issuers") keyOf(entry.id);
  else if (!UUID.test(entry.id)) return false;
  return known === Object.keys(entry).length && TIME.test(kind === "issuers" ? entry.validFrom : entry.revokedOn) && (!entry.validUntil || TIME.test(entry.validUntil));
}

async function readList(text) {
  const list = parse(text), { signature, ...rest } = list;
  const entries = list.type === "SafarTrustList" ? list.issuers : list.type === "SafarRevocationList" ? list.revoked : refuse("json");
  if (!Array.isArray(entries) || typeof list.sequence !== "string" || !/^[0-9]{1,18}$/.test(list.sequence) || Object.keys(list).length !== 6) refuse("json");
  if (typeof list.issued !== "string" || !TIME.test(list.issued) || entries.length > ENTRIES_MAX) refuse("json");
  if (!entries.every((e) => entrySound(e, entries === list.issuers ? "issuers" : "revoked")) || new Set(entries.map((e) => e.id)).size !== entries.length) refuse("json");
  if (typeof signature !== "string" || !await holds(signature, utf8(canonical(rest)), keyOf(list.signer))) refuse("json");
  return { kind: list.type === "SafarTrustList" ? "trust" : "revoked", signer: list.signer, issued: list.issued, sequence: BigInt(list.sequence), entries };
}

// --- a file: Open Badges 3.0, signed twice, over its RDF and over its exact JSON ----------------

const OB = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#", VC = "https://www.w3.org/2018/credentials#", SC = "https://schema.org/";
const RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", XSD = "http://www.w3.org/2001/XMLSchema#", XSD_OB = "https://www.w3.org/2001/XMLSchema#", SEC = "https://w3id.org/security#";

// The closed shape, as in src/record/profile.c: key → [what stands there, predicate, node]; a ! marks what must be there.
const id = ["id!"], text = (iri, need = "") => ["text" + need, iri];
const DESCRIPTION = { types: ["ResultDescription"], keys: { id, type: ["type!"], name: text(SC + "name", "!"), resultType: text(OB + "resultType", "!"),
  valueMin: text(OB + "valueMin"), valueMax: text(OB + "valueMax"), requiredValue: text(OB + "requiredValue") } };
const RESULT = { types: ["Result"], keys: { type: ["type!"], resultDescription: ["uri!", OB + "resultDescription"], value: text(SC + "value"), status: text(OB + "status") } };
const IDENTITY = { types: ["IdentityObject"], keys: { type: ["type!"], hashed: ["flag!", OB + "hashed"], identityHash: text(OB + "identityHash", "!"),
  identityType: text(OB + "identityType", "!"), salt: text(OB + "salt") } };
const CRITERIA = { types: [], keys: { id, narrative: text(OB + "narrative", "!") } };
const ACHIEVEMENT = { types: ["Achievement"], keys: { id, type: ["type!"], name: text(SC + "name", "!"), description: text(SC + "description", "!"),
  criteria: ["node!", OB + "Criteria", CRITERIA], achievementType: text(OB + "achievementType"), humanCode: text(OB + "humanCode"), version: text(OB + "version"),
  inLanguage: text(SC + "inLanguage"), resultDescription: ["nodes", OB + "resultDescription", DESCRIPTION] } };
const SUBJECT = { types: ["AchievementSubject"], keys: { id, type: ["type!"], identifier: ["nodes!", OB + "identifier", IDENTITY],
  achievement: ["node!", OB + "achievement", ACHIEVEMENT], result: ["nodes", OB + "result", RESULT] } };
const ISSUER = { types: ["Profile"], keys: { id, type: ["type!"], name: text(SC + "name", "!"), description: text(SC + "description"), url: ["uri", SC + "url"] } };
const CREDENTIAL = { types: ["VerifiableCredential", "OpenBadgeCredential"], keys: { "@context": ["context!"], id, type: ["type!"], name: text(SC + "name", "!"),
  description: text(SC + "description"), issuer: ["node!", VC + "issuer", ISSUER], validFrom: ["time!", VC + "validFrom"], validUntil: ["time", VC + "validUntil"],
  credentialSubject: ["node!", VC + "credentialSubject", SUBJECT] } };

const CLEAN = /^[^\u0000-\u001f\u007f-\u009f]+$/, IRI = /^[^\u0000-\u0020\u007f-\u009f<>"{}|^`\\]*:[^\u0000-\u0020\u007f-\u009f<>"{}|^`\\]*$/, TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const SHAPES = { id: (v) => IRI.test(v), text: (v) => CLEAN.test(v), uri: (v) => IRI.test(v), time: (v) => TIME.test(v), flag: (v) => typeof v === "boolean" };
const literal = (v, type) => `"${String(v).replace(/[\\"]/g, "\\$&")}"` + (type ? `^^<${type}>` : "");
const LITERALS = { text: (v) => literal(v), time: (v) => literal(v, XSD + "dateTime"), flag: (v) => literal(v, XSD_OB + "boolean"), uri: (v) => literal(v, XSD_OB + "anyURI") };

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const alike = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// Checks a node and adds its quads; a blank is a number, everything else a written term.
function addNode(graph, node, shape, name) {
  if (!isObject(node)) refuse("mapping", name);
  for (const key of Object.keys(node)) if (!Object.hasOwn(shape.keys, key)) refuse("strange", key, name);
  const subject = shape.keys.id ? `<${node.id}>` : graph.blanks++;
  for (const [key, [rule, predicate, inner]] of Object.entries(shape.keys)) {
    const value = node[key], kind = rule.replace("!", ""), add = (object) => graph.quads.push([subject, `<${predicate}>`, object]);
    const must = (sound) => sound || refuse("field", key, name);
    if (value === undefined && rule.endsWith("!")) refuse("missing", key, name);
    if (value === undefined) continue;
    if (kind === "context") must(alike(value, CONTEXTS));
    else if (kind === "type") {
      must(alike(value, shape.types) || (shape.types.length === 1 && value === shape.types[0]));
      for (const type of shape.types) graph.quads.push([subject, RDF_TYPE, `<${type === "VerifiableCredential" ? VC : OB}${type}>`]);
    } else if (kind === "node") add(addNode(graph, value, inner, key));
    else if (kind === "nodes") {
      if (!Array.isArray(value) || !value.length) refuse("list", key);
      for (const each of value) add(addNode(graph, each, inner, key));
      if (inner === IDENTITY && new Set(value.map((each) => each.identityType)).size !== value.length) refuse("twofold"); // which one would it be?
    } else {
      must((kind === "flag" || typeof value === "string") && SHAPES[kind](value));
      if (kind === "id") must(!graph.ids.has(value) && graph.ids.add(value));
      else add(LITERALS[kind](value));
    }
  }
  return subject;
}

const sorted = (lines) => { // by the bytes of UTF-8, which is the order of code points
  const points = (s) => Array.from(s, (c) => c.codePointAt(0));
  const order = (a, b) => { const x = points(a), y = points(b); for (let i = 0; i < x.length && i < y.length; i++) if (x[i] !== y[i]) return x[i] - y[i]; return x.length - y.length; };
  return [...lines].sort(order);
};
const hexOf = (bytes) => [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");

// RDFC-1.0 for our shape: blanks are named by their first-degree hashes; two that are alike are refused.
async function nquads(bare) {
  const graph = { quads: [], blanks: 0, ids: new Set() }, hashes = [];
  addNode(graph, bare, CREDENTIAL, "credential");
  const line = (quad, name) => quad.map((term) => typeof term === "number" ? name(term) : term).join(" ") + " .\n";
  for (let blank = 0; blank < graph.blanks; blank++) {
    const about = graph.quads.filter((quad) => quad.includes(blank));
    hashes.push(hexOf(await digest(utf8(sorted(about.map((quad) => line(quad, (b) => b === blank ? "_:a" : "_:z"))).join("")))));
  }
  if (new Set(hashes).size !== hashes.length) refuse("alike");
  const order = [...hashes].sort();
  return [...new Set(sorted(graph.quads.map((quad) => line(quad, (b) => `_:c14n${order.indexOf(hashes[b])}`))))].join("");
}

const proofQuads = (p) => `_:c14n0 <http://purl.org/dc/terms/created> "${p.created}"^^<${XSD}dateTime> .\n_:c14n0 ${RDF_TYPE} <${SEC}DataIntegrityProof> .\n` +
  `_:c14n0 <${SEC}cryptosuite> "${p.cryptosuite}"^^<${SEC}cryptosuiteString> .\n_:c14n0 <${SEC}proofPurpose> <${SEC}assertionMethod> .\n` +
  `_:c14n0 <${SEC}verificationMethod> <${p.verificationMethod}> .\n`;

async function checkProof(proof, place, suite, bare, key, method) {
  const { proofValue, ...options } = isObject(proof) ? proof : {}, jcs = suite === "eddsa-jcs-2022";
  if (Object.keys(options).length !== (jcs ? 6 : 5) || typeof proofValue !== "string" || options.type !== "DataIntegrityProof" || options.cryptosuite !== suite || options.proofPurpose !== "assertionMethod" ||
      options.verificationMethod !== method || typeof options.created !== "string" || !TIME.test(options.created) || (jcs && !alike(options["@context"], CONTEXTS))) refuse("proof", place);
  const parts = jcs ? [canonical(options), canonical(bare)] : [proofQuads(options), await nquads(bare)];
  const data = new Uint8Array([...await digest(utf8(parts[0])), ...await digest(utf8(parts[1]))]);
  if (!await holds(proofValue, data, key)) refuse("signature", suite);
}

async function readBadge(source) {
  const whole = parse(source);
  if (whole === null || typeof whole !== "object") refuse("json");
  if (!isObject(whole)) refuse("mapping", "credential");
  const { proof, ...bare } = whole;
  addNode({ quads: [], blanks: 0, ids: new Set() }, bare, CREDENTIAL, "credential");
  const key = keyOf(bare.issuer.id), method = bare.issuer.id + "#" + bare.issuer.id.slice("did:key:".length);
  if (!Array.isArray(proof) || proof.length !== 2) refuse("proofs", 2);
  await checkProof(proof[0], 1, "eddsa-rdfc-2022", bare, key, method);
  await checkProof(proof[1], 2, "eddsa-jcs-2022", bare, key, method);
  const subject = bare.credentialSubject, identity = (type) => subject.identifier.find((i) => i.identityType === type) || {};
  const number = identity("nationalIdentityNumber"), descriptions = subject.achievement.resultDescription || [];
  return {
    id: bare.id, issuer: bare.issuer.id, issuerName: bare.issuer.name, name: identity("ext:name").identityHash, born: identity("ext:birthDate").identityHash,
    hash: number.hashed ? number.identityHash : undefined, salt: number.salt || "", programme: subject.achievement.name, states: subject.achievement.description,
    from: bare.validFrom, until: bare.validUntil,
    details: bare.description,
    results: (subject.result || []).map((r) => {
      const described = descriptions.find((d) => d.id === r.resultDescription) || {};
      return [described.name || r.resultDescription, r.value || r.status, r.value && described.resultType === "RawScore" ? described.valueMax : undefined];
    }),
  };
}

// --- a code: CBOR Web Token in COSE_Sign1 ------------------------------------------

class Cbor {
  constructor(bytes) { this.bytes = bytes; this.at = 0; this.shortest = true; }
  head() {
    if (this.at >= this.bytes.length) refuse("damaged");
    const first = this.bytes[this.at++], more = first & 31;
    if (more < 24) return [first >> 5, more];
    if (more > 27) refuse("damaged");
    let value = 0n;
    for (const byte of this.take(1 << (more - 24))) value = value << 8n | BigInt(byte);
    if (value < [24n, 256n, 65536n, 4294967296n][more - 24]) this.shortest = false;
    return [first >> 5, Number(value)];
  }
  take(count) {
    if (count > this.bytes.length - this.at) refuse("damaged");
    this.at += count;
    return this.bytes.slice(this.at - count, this.at);
  }
  value(depth = 0) {
    const [kind, n] = this.head();
    if (depth > 6) refuse("damaged");
    if (kind === 0) return n;
    if (kind === 1) return -1 - n;
    if (kind === 2) return this.take(n);
    if (kind === 3) return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(this.take(n));
    if (kind === 4 || kind === 5) {
      if (n > this.bytes.length - this.at) refuse("damaged");
      if (kind === 4) return Array.from({ length: n }, () => this.value(depth + 1));
      const map = new Map();
      for (let i = 0; i < n; i++) {
        const key = this.value(depth + 1);
        if (map.has(key)) refuse("damaged");
        map.set(key, this.value(depth + 1));
      }
      return map;
    }
    return refuse("damaged");
  }
  whole() {
    const value = this.value();
    if (this.at !== this.bytes.length) refuse("damaged");
    return value;
  }
}

const byteString = (bytes) => {
  const n = bytes.length, head = n < 24 ? [0x40 | n] : n < 256 ? [0x58, n] : [0x59, n >> 8, n & 255];
  return [...head, ...bytes];
};
const instant = (seconds) => new Date(Math.min(seconds, 253402300799) * 1000).toISOString().replace(".000Z", "Z");

// The one way ours are written, as src/record/cwt.c has it: what a signature does not cover may hold nothing else.
const hasKeys = (map, keys) => map instanceof Map && map.size === keys.length && [...map.keys()].every((key, i) => key === keys[i]);
const isText = (value) => typeof value === "string" && CLEAN.test(value);
const isCount = (value) => typeof value === "number" && value >= 0;
const isBytes = (value, count) => value instanceof Uint8Array && (count === undefined || value.length === count);
const isResult = (value) => Array.isArray(value) && value.length === 2 && isText(value[0]) && isCount(value[1]);

async function readCode(text, trust) {
  const bytes = base45(text.startsWith("SAF1:") ? text.slice(5) : refuse("code"));
  if (bytes.length > CODE_MAX) refuse("code");
  if (bytes[0] !== 0xd2) refuse("damaged");
  const outer = new Cbor(bytes.slice(1)), parts = outer.whole();
  if (!Array.isArray(parts) || parts.length !== 4) refuse("damaged");
  const [header, none, payload, signature] = parts;
  if (!isBytes(header) || header.length < 8 || !hasKeys(none, []) || !isBytes(payload) || !isBytes(signature, 64)) refuse("damaged");
  const inner = new Cbor(payload), claims = inner.whole();
  if (!hasKeys(claims, [1, 2, 4, 5, 6, 7, -70001])) refuse("damaged");
  const own = claims.get(-70001), kid = header.slice(-8);
  if (!isText(claims.get(1)) || !isText(claims.get(2)) || ![4, 5, 6].every((key) => isCount(claims.get(key))) || !isBytes(claims.get(7), 16)) refuse("damaged");
  if (!hasKeys(own, [1, 2, 3, 4, 5]) || own.get(1) !== 1 || ![2, 3, 4].every((key) => isText(own.get(key)))) refuse("damaged");
  if (!Array.isArray(own.get(5)) || own.get(5).length > 16 || !own.get(5).every(isResult)) refuse("damaged");
  if (!outer.shortest || !inner.shortest || !same(header, [0xa2, 0x01, 0x27, 0x04, 0x48, ...kid])) refuse("otherwise");
  const signed = Uint8Array.from([0x84, 0x6a, ...utf8("Signature1"), ...byteString(header), 0x40, ...byteString(payload)]);
  let entry, named = false;
  for (const e of trust ? trust.entries : []) {
    const key = keyOf(e.id);
    if (!same((await digest(key)).slice(0, 8), kid)) continue;
    named = true;
    if (await holds(signature, signed, key)) entry = e;
  }
  if (named && !entry) refuse("signature", "COSE_Sign1"); // it claims a key of the list, which did not make it
  const hex = [...claims.get(7)].map((b) => b.toString(16).padStart(2, "0")).join("");
  return {
    id: "urn:uuid:" + hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"), issuer: entry ? entry.id : "", issuerName: claims.get(1), number: claims.get(2), unchecked: !entry,
    name: own.get(3), born: own.get(4), programme: own.get(2), from: instant(claims.get(5)), until: instant(claims.get(4)), results: own.get(5).map(([unit, percent]) => [unit, percent + " %"]),
  };
}

// --- the judgement: false, unknown, revoked, not in force, old list, valid; the first that fits --------------

// Without the mark some editors put in front and the white space after it. No code ends in a space: three letters are a number below 65536, and the last counts 2025 times 36.
function trimmed(text) {
  let end = text.length;
  while (end > 0 && " \t\r\n".includes(text[end - 1])) end--;
  return text.slice(text[0] === "\ufeff" ? 1 : 0, end);
}

const dayOf = (time) => { // days since 1970, NaN for a day that does not exist
  const date = new Date(time.slice(0, 10) + "T00:00:00Z");
  return !isNaN(date) && date.toISOString().startsWith(time.slice(0, 10)) ? date / DAY : NaN;
};

async function judge(source, lists, now) {
  let c, damage = "json";
  try {
    if (source.length > CREDENTIAL_MAX || utf8(source).length > CREDENTIAL_MAX) refuse("size", CREDENTIAL_MAX);
    const text = trimmed(source), begin = text.replace(/^[ \t\r\n]+/, ""), serial = /^[ -]*(P?)[ -]*(?:[0-9][ -]*){16}$/i.exec(text);
    if (serial && serial[1]) return { finding: "practice", level: "bad" };
    if (serial) refuse("number");
    const isCode = /^SAF1:/i.test(begin);
    if (isCode) damage = "damaged";
    c = isCode ? await readCode(begin, lists.trust) : await readBadge(begin);
  } catch (e) {
    return { finding: "false", level: "bad", why: e instanceof Refused ? e.why : [damage] };
  }
  const issuer = lists.trust && lists.trust.entries.find((e) => e.id === c.issuer);
  const withdrawn = lists.revoked && lists.revoked.entries.find((e) => e.id === c.id);
  const at = new Date(now).toISOString().replace(/\.\d+Z/, "Z");
  if (issuer) { c.issuerName = issuer.name; c.phone = issuer.telephone; }
  if (withdrawn) c.withdrawn = withdrawn.revokedOn;
  const found = (finding, level) => ({ finding, level, certificate: c, issued: lists.revoked && lists.revoked.issued });
  if (!issuer) return found(c.unchecked ? "unchecked" : "unknown", "warn");
  if (withdrawn) return found("revoked", "bad");
  if (c.from > at) return found("early", "bad");
  if (c.until && c.until < at) return found("late", "bad");
  if (issuer.validFrom > c.from || (issuer.validUntil && issuer.validUntil < c.from)) return found("issuerday", "bad");
  if (!lists.revoked) return found("nolist", "warn");
  const age = Math.floor(now / DAY) - dayOf(lists.revoked.issued); // one from after tomorrow would stay new for years
  if (!(age <= REVOKED_DAYS && age >= -1)) return found("old", "warn");
  return found("valid", "good");
}

async function passportMatches(c, number) {
  const text = number.replace(/[ -]/g, "").replace(/[a-z]/g, (letter) => letter.toUpperCase()) + c.salt;
  const hex = [...await digest(utf8(text))].map((b) => b.toString(16).padStart(2, "0")).join("");
  return c.hash === "sha256$" + hex;
}
