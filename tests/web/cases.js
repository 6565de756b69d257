// The certificates of same.js: [name, text, exit code under the right lists]. Where no code stands it is 1.
"use strict";
const crypto = require("crypto");

module.exports = async function cases(f) {
  const { bare, signed, changed, code, claims, header, issuer, stranger, expired, at, didOf, NOT_ONE, tstr, bstr, uint } = f;
  const good = JSON.stringify(await signed(bare())), doc = () => JSON.parse(good), alter = (change) => { const d = doc(); change(d); return JSON.stringify(d); };
  const prefixed = (prefix, key = issuer.public) => changed((d) => { d.issuer.id = didOf(key, prefix); });
  const own = (...parts) => ({ own: parts.flat() });
  const spelled = (d) => JSON.stringify(d).replace(/[\u007f-\uffff]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
  const lucky = async (key, sig) => {
    for (let second = 10;; second++) {
      const text = JSON.stringify(await signed(bare(key), key, { options: { created: `2026-05-01T09:00:${second}Z` }, sig }));
      if (!f.isOdd()) return text;
    }
  };
  const identity = { ...stranger, public: NOT_ONE.identity }, order2 = { ...stranger, public: NOT_ONE.order2 };
  const plainCode = code(), deep = (n) => "[".repeat(n) + "]".repeat(n);
  const wide = (n) => [0x1b, 0, 0, 0, 0, 0, 0, 0, n];
  return [
    // honest ones, in all their forms
    ["a good file", good, 0], ["a good code", plainCode, 0], ["a file with white space", JSON.stringify(doc(), null, 2), 0], ["with a mark of its bytes", "\ufeff" + good + "\r\n", 0],
    ["a code with a mark and lines", "\ufeff\r\n " + plainCode + "\r\n", 0], ["two marks", "\ufeff\ufeff" + good], ["names in another order", JSON.stringify(Object.fromEntries(Object.entries(doc()).reverse())), 0],
    ["letters as escapes", spelled(await signed(bare(issuer, { name: "Tayyorgarlik «Belgiya» Ўқиш 😀" }))), 0], ["slashes as escapes", good.replace(/\//g, "\\/"), 0],
    ["a type as text", await changed((d) => { d.issuer.type = "Profile"; }), 0], ["no end", await changed((d) => { delete d.validUntil; }), 0],
    ["a leap second", await changed((d) => { d.validFrom = "2026-06-30T23:59:60Z"; }), 0], ["the last day there is", await changed((d) => { d.validUntil = "9999-12-31T23:59:59Z"; }), 0],
    ["a code for ever", code({ payload: claims({ 4: [4, 0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff] }) }), 0],
    // time
    ["expired", await changed((d) => { d.validUntil = at(-1); }), 5], ["not yet", await changed((d) => { d.validFrom = at(1); }), 5], ["an expired code", code({ payload: claims({ until: at(-1) }) }), 5],
    ["a code of tomorrow", code({ payload: claims({ from: at(1) }) }), 5], ["the issuer's time is over", JSON.stringify(await signed(bare(expired), expired)), 5], ["and in a code", code({ key: expired }), 5],
    ["before its time", await changed((d) => { d.validFrom = "2025-12-31T23:59:59Z"; }), 5], ["a zone", await changed((d) => { d.validFrom = "2026-05-01T09:00:00+05:00"; })], ["no zone", await changed((d) => { d.validUntil = "2028-05-01T09:00:00"; })],
    ["year 10000", await changed((d) => { d.validUntil = "10000-01-01T00:00:00Z"; })], ["fractions", await changed((d) => { d.validUntil = "2028-05-01T09:00:00.5Z"; })], ["small letters", await changed((d) => { d.validUntil = "2028-05-01t09:00:00z"; })],
    ["a line after the time", await changed((d) => { d.validUntil = "2028-05-01T09:00:00Z\n"; })], ["foreign digits", await changed((d) => { d.validUntil = "٢٠٢٨-٠٥-٠١T٠٩:٠٠:٠٠Z"; })],
    ["an end in the proof", await changed(() => 0, issuer, { options: { expires: "2020-01-01T00:00:00Z" } })], ["a proof of no time", await changed(() => 0, issuer, { options: { created: "2026-05-01" } })],
    // who
    ["an unknown issuer", JSON.stringify(await signed(bare(stranger), stranger)), 3], ["an unknown code", code({ key: stranger }), 3], ["a stranger's signature", await changed(() => 0, issuer, { sig: (b) => f.sign(b, stranger) })],
    ["a stranger's method", await changed(() => 0, issuer, { options: { verificationMethod: didOf(stranger.public) + "#" + didOf(stranger.public).slice(8) } })], ["a method without key", await changed(() => 0, issuer, { options: { verificationMethod: didOf(issuer.public) } })],
    ["another issuer put in", alter((d) => { d.issuer.id = didOf(stranger.public); })], ["an issuer as text", await changed((d) => { d.issuer = d.issuer.id; })], ["a code that names the key of another", code({ key: stranger, protect: header(issuer) })],
    ["a key of X25519", await prefixed([0xec, 0x01])], ["a key without prefix", await prefixed([])], ["a key too long", await prefixed([0xed, 0x01], Buffer.concat([issuer.public, Buffer.from([0])]))], ["a secret prefix", await prefixed([0x80, 0x26])],
    ["a long prefix", await prefixed([0xed, 0x81, 0x00])], ["a one before the key", alter((d) => { d.issuer.id = d.issuer.id.replace("key:z", "key:z1"); })], ["a key in base64", await changed((d) => { d.issuer.id = "did:key:u" + issuer.public.toString("base64url"); })],
    ["did:web", await changed((d) => { d.issuer.id = "did:web:example.org"; })], ["a letter that base58 has not", alter((d) => { d.issuer.id = d.issuer.id.replace(/.$/, "0"); })], ["a key with a fragment", await changed((d) => { d.issuer.id += "#x"; })],
    ["a key of order 1", await lucky(identity, f.zero(identity))], ["of order 2", await lucky(order2, f.zero(order2))], ["a code with a key of order 1", code({ key: identity, sig: f.zero(identity) }), 3],
    ["a key written twice as large", JSON.stringify(await signed(bare({ ...stranger, public: NOT_ONE.above }), stranger))], ["a key with a part of order 2", await lucky(f.twisted, f.twist)], ["a signature with S+L", await changed(() => 0, issuer, { sig: f.malleable(issuer) })],
    ["a signature whose R is of order 1", await changed(() => 0, issuer, { sig: f.small(issuer) })], ["S+L in a code", code({ sig: f.malleable(issuer) })], ["R of order 1 in a code", code({ sig: f.small(issuer) })],
    ["a signature of zeros", alter((d) => { d.proof[1].proofValue = "z" + "1".repeat(64); })], ["a one before the signature", alter((d) => { d.proof[1].proofValue = "z1" + d.proof[1].proofValue.slice(1); })],
    ["a signature in base64", alter((d) => { d.proof[1].proofValue = "u" + crypto.randomBytes(64).toString("base64url"); })], ["a signature too short", alter((d) => { d.proof[1].proofValue = d.proof[1].proofValue.slice(0, 60); })],
    // the proofs
    ["proofs the other way round", alter((d) => d.proof.reverse())], ["one proof", alter((d) => d.proof.pop())], ["three proofs", alter((d) => d.proof.push(d.proof[0]))], ["the same proof twice", alter((d) => { d.proof[1] = d.proof[0]; })],
    ["a proof and no list", alter((d) => { d.proof = d.proof[1]; })], ["no proof", alter((d) => { delete d.proof; })], ["proof null", alter((d) => { d.proof = null; })], ["proofs of null", alter((d) => { d.proof = [null, null]; })],
    ["a field more in a proof", await changed(() => 0, issuer, { options: { domain: "example.org" } })], ["an id in a proof", await changed(() => 0, issuer, { options: { id: "urn:x" } })], ["another purpose", await changed(() => 0, issuer, { options: { proofPurpose: "authentication" } })],
    ["another type of proof", await changed(() => 0, issuer, { options: { type: "Ed25519Signature2020" } })], ["another context of a proof", await changed(() => 0, issuer, { jcs: { "@context": ["https://www.w3.org/ns/credentials/v2"] } })],
    ["a context in the first proof", alter((d) => { d.proof[0]["@context"] = d["@context"]; })], ["a suite of small letters", alter((d) => { d.proof[0].cryptosuite = "EDDSA-RDFC-2022"; })], ["a proof's time of a list", alter((d) => { d.proof[0].created = [d.proof[0].created]; })],
    ["a line in a proof's time", await changed(() => 0, issuer, { options: { created: "2026-05-01T09:00:00Z\" .\n<x> <y> <z" } })], ["a chain", alter((d) => { d.proof[0].id = "urn:a"; d.proof[1].previousProof = "urn:a"; })],
    // what is signed, changed
    ["results the other way round", alter((d) => d.credentialSubject.result.reverse())], ["another mark", good.replace('"20"', '"25"')], ["a name in NFD", alter((d) => { d.issuer.name = "é".normalize("NFD"); })], ["a type more", alter((d) => d.type.push("X"))],
    ["NFC signed, NFD shown", JSON.stringify(await signed(bare(issuer, { name: "Préparation" }))).replace("Préparation", "Préparation".normalize("NFD"))], ["a context more", alter((d) => d["@context"].push("https://example.org/"))],
    ["a field nobody knows", await changed((d) => { d.evidence = "x"; })], ["a status of its own", await changed((d) => { d.credentialStatus = { id: "urn:x", type: "BitstringStatusListEntry" }; })], ["a field of objects", good.replace("{", '{"__proto__":{"x":1},')],
    ["constructor", good.replace("{", '{"constructor":"x",')], ["a field missing", await changed((d) => { delete d.name; })], ["one deep down missing", await changed((d) => { delete d.credentialSubject.achievement.criteria.narrative; })], ["an empty text", await changed((d) => { d.name = ""; })],
    ["null", await changed((d) => { d.description = null; })], ["an empty list", await changed((d) => { d.credentialSubject.result = []; })], ["no list", await changed((d) => { d.credentialSubject.result = d.credentialSubject.result[0]; })], ["a subject of a list", await changed((d) => { d.credentialSubject = [d.credentialSubject]; })],
    ["two names of a person", await changed((d) => d.credentialSubject.identifier.push({ type: ["IdentityObject"], hashed: false, identityHash: "SOMEBODY ELSE", identityType: "ext:name" }))],
    ["two results alike", await changed((d) => d.credentialSubject.result.push(d.credentialSubject.result[0]))], ["two parts with one id", await changed((d) => { d.credentialSubject.id = d.id; })], ["an id that is none", await changed((d) => { d.id = "no iri"; })],
    ["an id with a bracket", await changed((d) => { d.id = "urn:x>"; })], ["a flag as text", await changed((d) => { d.credentialSubject.identifier[0].hashed = "false"; })], ["a control character", await changed((d) => { d.name = "a\u0007b"; })], ["one of C1", await changed((d) => { d.name = "a\u009bb"; })],
    ["a bell at the end", await changed((d) => { d.name = "ab\u0000"; })],
    // JSON
    ["nothing", ""], ["a word", "hello"], ["a list", "[]"], ["an empty object", "{}"], ["a text", '"x"'], ["null alone", "null"], ["cut", good.slice(0, -1)], ["cut in the middle", good.slice(0, 900)], ["something after it", good + "x"], ["twice one after the other", good + good],
    ["a name twice", good.replace('"name"', '"name":"x","name"')], ["a name twice by an escape", good.replace('"name"', '"n\\u0061me":"x","name"')], ["a name twice deep down", good.replace('"identityHash"', '"identityHash":"SOMEBODY ELSE","identityHash"')],
    ["proofs twice", good.replace('"proof"', '"proof":[],"proof"')], ["1.0", good.replace('"20"', "1.0")], ["1e2", good.replace('"20"', "1e2")], ["-0", good.replace('"20"', "-0")], ["1e400", good.replace('"20"', "1e400")], ["a large number", good.replace('"20"', "99999999999999999999")],
    ["01", good.replace('"20"', "01")], ["NaN", good.replace('"20"', "NaN")], ["half a letter", good.replace("KARIMOVA", "KARIMOVA\\ud800")], ["the halves the other way round", good.replace("KARIMOVA", "\\udc00\\ud800")], ["a half as a name", good.replace("{", '{"\\ud800":1,')],
    ["a comment", "/* x */" + good], ["a comma too many", good.replace(/}$/, ",}")], ["single quotes", good.replace(/"/g, "'")], ["deep", deep(3000)], ["very deep", deep(200000).slice(0, 60000)], ["deep inside", good.replace('"20"', deep(1500))], ["a zero byte", good.replace("KARIMOVA", "KARI\\u0000MOVA")],
    ["a raw line in a text", good.replace("KARIMOVA", "KARI\nMOVA")], ["a space that is none", "\u00a0" + good], ["too large", good + " ".repeat(65536)], ["too large before", " ".repeat(65536) + good], ["markup", good.replace("KARIMOVA AZIZA", "<img src=x onerror=alert(1)>")],
    // numbers
    ["practice", "P 1234 5678 9012 3475"], ["practice with hyphens", "p-1234--5678 9012-3475 "], ["a number alone", "1111 1111 1111 1111"], ["too short a number", "1234 5678"],
    // codes
    ["in small letters", plainCode.toLowerCase()], ["wrapped", plainCode.replace(/(.{60})/g, "$1\n")], ["with its spaces gone", plainCode.replace(/ /g, "")], ["with spaces in it", plainCode.slice(0, 50) + " " + plainCode.slice(50)], ["with one at the end", plainCode + " ", 0], ["with more of them", plainCode + " \t \r\n ", 0], ["with another kind", plainCode + "\u00a0"],
    ["a code cut", plainCode.slice(0, 200)], ["a letter cut", plainCode.slice(0, -1)], ["another prefix", plainCode.replace("SAF1:", "HC1:")], ["two prefixes", "SAF1:" + plainCode], ["only the prefix", "SAF1:"], ["a prefix in small letters", plainCode.replace("SAF1:", "saf1:")],
    ["three letters too great", "SAF1::::"], ["two letters too great", "SAF1:::"], ["a long code", "SAF1:" + "0".repeat(9000)], ["foreign letters", "SAF1:ЖЖЖ"], ["another name in it", code({ sig: (() => { let kept; code({ sig: (b) => (kept = f.sign(b, issuer)) }); return () => kept; })(), payload: claims({ name: "SOMEBODY ELSE" }) })],
    ["the withdrawn one", plainCode, 0], ["another tag", code({ tag: [0xd1] })], ["no tag", code({ tag: [] })], ["a tag of two bytes", code({ tag: [0xd8, 18] })], ["two tags", code({ tag: [0xd8, 61, 0xd2] })], ["a list without end", code({ count: [0x9f], end: [0xff] })], ["a part more", code({ count: [0x85], end: [0] })],
    ["bytes after it", code({ end: [0] })], ["a long head of the list", code({ count: [0x98, 4] })], ["something unprotected", code({ none: [0xa1, 1, 0x27] })], ["unprotected without end", code({ none: [0xbf, 0xff] })], ["a long empty map", code({ none: [0xb8, 0] })],
    ["a header that is critical", code({ protect: [0xa3, 1, 0x27, 2, 0x81, 0x18, 99, 4, ...bstr(crypto.createHash("sha256").update(issuer.public).digest().subarray(0, 8))] })], ["another algorithm", code({ protect: [0xa2, 1, 0x26, ...header(issuer).slice(3)] })],
    ["no algorithm", code({ protect: [0xa1, ...header(issuer).slice(3)] })], ["ES256 by 64 bytes", code({ protect: [0xa2, 1, 0x38, 0x22, ...header(issuer).slice(3)] })], ["an empty header", code({ protect: [] })], ["a short kid", code({ protect: [...header(issuer).slice(0, 4), 0x44, 1, 2, 3, 4] })],
    ["the payload apart", code({ wrap: () => [0xf6] })], ["a payload in pieces", code({ wrap: (b) => [0x5f, ...bstr(b), 0xff] })], ["a number not the shortest", code({ payload: claims({ 6: [6, ...wide(5)] }) })], ["a per cent not the shortest", code({ payload: claims({ percent: [0x19, 0, 84] }) })],
    ["a key not the shortest", code({ payload: claims({ 1: [0x18, 1, ...tstr("X")] }) })], ["a text in pieces", code({ payload: claims({ 1: [1, 0x7f, ...tstr("X"), 0xff] }) })], ["claims in another order", code({ payload: claims({ order: [2, 1, 4, 5, 6, 7, -70001] }) })],
    ["a claim twice", code({ payload: claims({ order: [1, 1, 4, 5, 6, 7, -70001] }) })], ["a claim more", code({ payload: [0xa8, ...claims().slice(1), 0x08, 0x01] })], ["a claim less", code({ payload: [0xa6, ...claims({ order: [1, 2, 4, 5, 6, -70001] }).slice(1)] })], ["a float", code({ payload: claims({ 4: [4, 0xfb, 0x41, 0xdb, 0, 0, 0, 0, 0, 0] }) })],
    ["a time below zero", code({ payload: claims({ 5: [5, 0x20] }) })], ["a time as text", code({ payload: claims({ 4: [4, ...tstr("2028-05-01T09:00:00Z")] }) })], ["a tagged time", code({ payload: claims({ 4: [4, 0xc1, ...uint(1900000000)] }) })], ["a short id", code({ payload: claims({ 7: [7, 0x42, 1, 2] }) })],
    ["another version", code({ payload: claims(own(0xa5, 1, 2, 2, tstr("x"), 3, tstr("x"), 4, tstr("x"), 5, 0x80)) })], ["an empty name", code({ payload: claims({ name: "" }) })], ["a control character in it", code({ payload: claims({ name: "A\u0007" }) })], ["no letters", code({ payload: claims(own(0xa5, 1, 1, 2, tstr("x"), 3, 0x61, 0xff, 4, tstr("x"), 5, 0x80)) })],
    ["half a letter in it", code({ payload: claims(own(0xa5, 1, 1, 2, tstr("x"), 3, 0x63, 0xed, 0xa0, 0x80, 4, tstr("x"), 5, 0x80)) })], ["17 results", code({ payload: claims(own(0xa5, 1, 1, 2, tstr("x"), 3, tstr("x"), 4, tstr("x"), 5, 0x91, ...Array(17).fill([0x82, ...tstr("u"), 1]))) })],
    ["a result of three", code({ payload: claims(own(0xa5, 1, 1, 2, tstr("x"), 3, tstr("x"), 4, tstr("x"), 5, 0x81, 0x83, tstr("u"), 1, 1)) })], ["a bomb of lists", code({ payload: claims(own(0xa5, 1, 1, 2, tstr("x"), 3, tstr("x"), 4, tstr("x"), 5, 0x9b, 255, 255, 255, 255, 255, 255, 255, 255)) })],
    ["a bomb of a text", code({ payload: claims({ 1: [1, 0x7b, 255, 255, 255, 255, 255, 255, 255, 255] }) })], ["nested lists", f.base45([0xd2, ...Array(600).fill(0x81), 0])], ["a signature of 63 bytes", code({ sig: (b) => f.sign(b, issuer).subarray(0, 63) })],
    ["an empty payload", code({ payload: [] })],
  ];
};
