// What a forger, or an honest issuer with other tools, may bring to a verifier: certificates and lists, each with the exit code it deserves when the lists are the
// right ones. It signs with the same keys as the honest one does, so that nothing is refused only because its signature is bad.
"use strict";
const fs = require("fs");
const vm = require("vm");
const crypto = require("crypto");

// The page's own functions write what is signed; the program, which has others, says whether they are right.
function load(check) {
  const names = ["canonical", "nquads", "proofQuads", "base45", "BASE58", "BASE45", "CONTEXTS"];
  return new vm.Script(`(() => { ${fs.readFileSync(check, "utf8")}\n return { ${names.join(", ")} }; })()`).runInThisContext();
}

const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n, FIELD = 2n ** 255n - 19n;
const number = (bytes) => [...bytes].reduceRight((n, b) => n << 8n | BigInt(b), 0n);
const bytesOf = (n) => Buffer.from(Array.from({ length: 32 }, (_, i) => Number(n >> BigInt(8 * i) & 255n)));
const sha = (kind, ...parts) => crypto.createHash(kind).update(Buffer.concat(parts.map((p) => Buffer.from(p)))).digest();
const clamped = (seed) => { const h = sha("sha512", seed).subarray(0, 32); h[0] &= 248; h[31] = h[31] & 127 | 64; return number(h); };

function keyOf(seed) {
  const secret = crypto.createPrivateKey({ key: Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]), format: "der", type: "pkcs8" });
  return { seed, secret, public: crypto.createPublicKey(secret).export({ format: "der", type: "spki" }).subarray(12) };
}
const NOT_ONE = { identity: Buffer.from("01" + "00".repeat(31), "hex"), order2: bytesOf(FIELD - 1n), order4: Buffer.alloc(32), above: bytesOf(FIELD + 1n) };

module.exports = function forge(check, now) {
  const own = load(check), { canonical, CONTEXTS } = own;
  const base58 = (bytes) => {
    let n = BigInt("0x" + (Buffer.from(bytes).toString("hex") || "0")), text = "";
    for (; n; n /= 58n) text = own.BASE58[Number(n % 58n)] + text;
    for (const b of bytes) { if (b) break; text = "1" + text; }
    return text;
  };
  const base45 = (bytes) => {
    let text = "SAF1:";
    for (let i = 0; i < bytes.length; i += 2) {
      let value = i + 1 < bytes.length ? bytes[i] * 256 + bytes[i + 1] : bytes[i];
      for (let n = i + 1 < bytes.length ? 3 : 2; n > 0; n--, value = Math.floor(value / 45)) text += own.BASE45[value % 45];
    }
    return text;
  };
  const didOf = (key, prefix = [0xed, 0x01]) => "did:key:z" + base58(Buffer.concat([Buffer.from(prefix), key]));
  const sign = (bytes, key) => crypto.sign(null, Buffer.from(bytes), key.secret);
  const agency = keyOf(Buffer.alloc(32, 1)), issuer = keyOf(Buffer.alloc(32, 2)), stranger = keyOf(Buffer.alloc(32, 3)), expired = keyOf(Buffer.alloc(32, 4));
  const at = (days) => new Date(now + days * 86400000).toISOString().replace(/\.\d+Z/, "Z");

  // --- lists -----------------------------------------------------------------
  const list = (rest, key = agency, sig = (bytes) => sign(bytes, key)) => JSON.stringify({ ...rest, signature: "z" + base58(sig(Buffer.from(canonical(rest)))) });
  const entry = (key, more = {}) => ({ id: didOf(key.public), name: "Namangan vocational centre 3", validFrom: "2026-01-01T00:00:00Z", telephone: "+998 69 000 00 00", ...more });
  const trust = (more = {}, key = agency) => list({ type: "SafarTrustList", signer: didOf(key.public), issued: at(0), sequence: "1",
    issuers: [entry(issuer), entry(expired, { validUntil: "2026-02-01T00:00:00Z" })], ...more }, key);
  const UUID = "urn:uuid:0b8b6f0e-2f0e-4a53-9d5c-6a6c1b1d2e3f";
  const revoked = (more = {}, key = agency) => list({ type: "SafarRevocationList", signer: didOf(key.public), issued: at(0), sequence: "2", revoked: [], ...more }, key);
  const withdrawn = { revoked: [{ id: UUID, revokedOn: "2026-06-01T00:00:00Z", reason: "Somebody else sat there" }] };

  // --- files -----------------------------------------------------------------
  const bare = (key = issuer, more = {}) => ({ "@context": CONTEXTS, id: UUID, type: ["VerifiableCredential", "OpenBadgeCredential"], name: "Readiness BE", description: "Examined at Namangan.",
    issuer: { id: didOf(key.public), type: ["Profile"], name: "Namangan vocational centre 3" }, validFrom: "2026-05-01T09:00:00Z", validUntil: "2028-05-01T09:00:00Z",
    credentialSubject: { id: "urn:uuid:6f1c2a34-7d55-4a0e-8a83-1f0b9c0d4e5a", type: ["AchievementSubject"],
      identifier: [{ type: ["IdentityObject"], hashed: false, identityHash: "KARIMOVA AZIZA", identityType: "ext:name" }, { type: ["IdentityObject"], hashed: false, identityHash: "2001-05-15", identityType: "ext:birthDate" },
        { type: ["IdentityObject"], hashed: true, identityHash: "sha256$" + sha("sha256", "FA1231001", "9f2c").toString("hex"), identityType: "nationalIdentityNumber", salt: "9f2c" }],
      achievement: { id: "urn:safar:achievement:be:1", type: ["Achievement"], name: "Readiness BE", description: "No CEFR certificate.", criteria: { id: "urn:safar:criteria:be:1", narrative: "Each exam." },
        resultDescription: [{ id: "urn:safar:rd:1", type: ["ResultDescription"], name: "Reading", resultType: "RawScore", valueMin: "0", valueMax: "25" }, { id: "urn:safar:rd:2", type: ["ResultDescription"], name: "Speaking", resultType: "Result" }] },
      result: [{ type: ["Result"], resultDescription: "urn:safar:rd:1", value: "20" }, { type: ["Result"], resultDescription: "urn:safar:rd:2", value: "not examined" }] }, ...more });
  const plain = (o) => JSON.parse(JSON.stringify(o));
  // Signs whatever it is given, as far as it can be written as RDF at all.
  async function signed(doc, key = issuer, { options = {}, jcs = {}, sig = (bytes) => sign(bytes, key) } = {}) {
    const did = didOf(key.public), common = { type: "DataIntegrityProof", created: "2026-05-01T09:00:00Z", verificationMethod: did + "#" + did.slice(8), proofPurpose: "assertionMethod", ...options };
    const all = [];
    for (const suite of ["eddsa-rdfc-2022", "eddsa-jcs-2022"]) {
      const proof = { ...common, cryptosuite: suite, ...(suite.includes("jcs") ? { "@context": CONTEXTS, ...jcs } : {}) };
      const parts = suite.includes("jcs") ? [canonical(proof), canonical(doc)] : [own.proofQuads(proof), await own.nquads(doc).catch(() => "")];
      all.push({ ...proof, proofValue: "z" + base58(sig(Buffer.concat(parts.map((p) => sha("sha256", p))))) });
    }
    return { ...doc, proof: all };
  }
  async function changed(change, key = issuer, how = {}) { // signed after the change
    const doc = plain(bare(key));
    change(doc);
    return JSON.stringify(await signed(doc, key, how));
  }

  // --- codes -----------------------------------------------------------------
  const head = (kind, n) => n < 24 ? [kind << 5 | n] : n < 256 ? [kind << 5 | 24, n] : n < 65536 ? [kind << 5 | 25, n >> 8, n & 255] : [kind << 5 | 26, n >>> 24, n >> 16 & 255, n >> 8 & 255, n & 255];
  const uint = (n) => head(0, n), bstr = (b) => [...head(2, b.length), ...b], tstr = (s) => { const b = Buffer.from(s); return [...head(3, b.length), ...b]; };
  const seconds = (text) => Date.parse(text) / 1000;
  const claims = (c = {}) => [0xa7, ...(c.order || [1, 2, 4, 5, 6, 7, -70001]).flatMap((k) => c[k] || {
    1: [1, ...tstr("Namangan vocational centre 3")], 2: [2, ...tstr("1234567890123437")], 4: [4, ...uint(seconds(c.until || "2028-05-01T09:00:00Z"))], 5: [5, ...uint(seconds(c.from || "2026-05-01T09:00:00Z"))],
    6: [6, ...uint(seconds("2026-05-01T09:00:00Z"))], 7: [7, ...bstr(Buffer.from(UUID.slice(9).replace(/-/g, ""), "hex"))],
    "-70001": [...head(1, 70000), ...(c.own || [0xa5, 1, 1, 2, ...tstr("be-readiness:1"), 3, ...tstr(c.name ?? "KARIMOVA AZIZA"), 4, ...tstr("2001-05-15"), 5, 0x82, 0x82, ...tstr("nl-A1"), ...(c.percent || [0x18, 84]), 0x82, ...tstr("safety"), 0x18, 77])] }[k])];
  const header = (key) => [0xa2, 1, 0x27, 4, ...bstr(sha("sha256", key.public).subarray(0, 8))];
  function code({ key = issuer, protect = header(key), payload = claims(), none = [0xa0], tag = [0xd2], count = [0x84], end = [], sig = (bytes) => sign(bytes, key), wrap = bstr } = {}) {
    const signature = sig(Buffer.from([0x84, ...tstr("Signature1"), ...bstr(protect), 0x40, ...bstr(payload)]));
    return base45([...tag, ...count, ...bstr(protect), ...none, ...wrap(payload), ...bstr(signature), ...end]);
  }
  const malleable = (key) => (bytes) => { const s = sign(bytes, key); return Buffer.concat([s.subarray(0, 32), bytesOf(number(s.subarray(32)) + ORDER)]); };
  let odd = 0; // signatures that a browser would not take either: the caller tries again with another text
  const zero = (key) => (bytes) => { // fits every text under a key of order 1, and every second one under a key of order 2
    odd += key.public.equals(NOT_ONE.identity) ? 0 : Number(number(sha("sha512", NOT_ONE.identity, key.public, bytes)) % ORDER & 1n);
    return Buffer.concat([NOT_ONE.identity, Buffer.alloc(32)]);
  };
  const small = (key) => (bytes) => { // R of order 1: only the owner of the key can
    const h = number(sha("sha512", NOT_ONE.identity, key.public, bytes)) % ORDER;
    return Buffer.concat([NOT_ONE.identity, bytesOf(h * clamped(key.seed) % ORDER)]);
  };
  // A key with a part of order 2: some of its signatures hold by the equation that browsers use.
  const twisted = { ...stranger, public: (() => { const n = number(stranger.public); return bytesOf((FIELD - (n & (1n << 255n) - 1n)) | (1n - (n >> 255n)) << 255n); })() };
  const nonce = keyOf(Buffer.alloc(32, 9));
  const twist = (bytes) => {
    const h = number(sha("sha512", nonce.public, twisted.public, bytes)) % ORDER;
    odd += Number(h & 1n);
    return Buffer.concat([nonce.public, bytesOf((clamped(nonce.seed) + h * clamped(twisted.seed)) % ORDER)]);
  };
  return { own, base58, base45, didOf, sign, agency, issuer, stranger, expired, at, list, entry, trust, revoked, withdrawn, bare, plain, signed, changed, code, claims, header, uint, tstr, bstr, head, malleable, zero, small,
    twisted, twist, isOdd: () => { const was = odd; odd = 0; return was > 0; }, NOT_ONE, UUID };
};
