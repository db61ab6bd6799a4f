// Checks a credential of Parchemin without Parchemin: with libraries that it does not use itself, and from files alone.
//
//   npm install
//   node verify.mjs CREDENTIAL ISSUER STATUS CONTEXTS
//
// CREDENTIAL  what GET /v1/awards/{number}/credential answered, the JSON or the JSON Web Token
// ISSUER      what /.well-known/did.json answered
// STATUS      what the credential's statusListCredential answered (JSON), or - when there is none to look at
// CONTEXTS    folder with credentials-v2.jsonld and open-badges-3.0.3.jsonld (results-service/src/main/resources/contexts)
//
// Prints VALID, REVOKED or REFUSED and why; the exit code is 0 for VALID only.
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {compactVerify, decodeProtectedHeader, importJWK} from 'jose';
import {readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';

const [credentialFile, issuerFile, statusFile, contexts] = process.argv.slice(2);
const issuer = JSON.parse(readFileSync(issuerFile, 'utf8'));
const text = readFileSync(credentialFile, 'utf8').trim();

const known = {
  'https://www.w3.org/ns/credentials/v2': 'credentials-v2.jsonld',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': 'open-badges-3.0.3.jsonld',
};

function method(id) {
  const found = issuer.verificationMethod.find(m => m.id === id);
  if (!found || found.revoked || !issuer.assertionMethod.includes(id)) {
    throw new Error('the issuer knows no such key, or believes it no longer: ' + id);
  }
  return found;
}

async function documentLoader(url) {
  let document;
  if (known[url]) {
    document = JSON.parse(readFileSync(contexts + '/' + known[url], 'utf8'));
  } else if (url === issuer.id) {
    document = issuer;
  } else if (url.startsWith(issuer.id + '#')) {
    document = {'@context': 'https://w3id.org/security/multikey/v1', ...method(url)};
  } else {
    throw new Error('nothing is fetched, and there is no file for ' + url);
  }
  return {document, documentUrl: url, contextUrl: null};
}

async function withProof(document) {
  const result = await vc.verifyCredential({
    credential: document,
    suite: new DataIntegrityProof({cryptosuite}),
    documentLoader,
    checkStatus: async () => ({verified: true}), // looked at below, from the file
  });
  if (!result.verified) {
    throw new Error(result.error.errors?.map(e => e.message).join('; ') ?? result.error.message);
  }
  return document;
}

async function token(jwt) {
  const id = decodeProtectedHeader(jwt).kid;
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let number = 0n;
  for (const letter of method(id).publicKeyMultibase.slice(1)) {
    number = number * 58n + BigInt(alphabet.indexOf(letter));
  }
  // A Multikey is two bytes that say "Ed25519" and the key.
  const raw = Buffer.from(number.toString(16).padStart(68, '0'), 'hex').subarray(2);
  const key = await importJWK({kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url')}, 'EdDSA');
  return JSON.parse(Buffer.from((await compactVerify(jwt, key)).payload).toString('utf8'));
}

try {
  const credential = text.startsWith('{') ? await withProof(JSON.parse(text)) : await token(text);
  if (statusFile !== '-') {
    const list = await withProof(JSON.parse(readFileSync(statusFile, 'utf8')));
    if (list.id !== credential.credentialStatus.statusListCredential) {
      throw new Error('the status list is another one than ' + credential.credentialStatus.statusListCredential);
    }
    const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'));
    const index = Number(credential.credentialStatus.statusListIndex);
    if ((bits[index >> 3] >> (7 - (index % 8))) & 1) {
      console.log('REVOKED');
      process.exit(1);
    }
  }
  console.log('VALID ' + (credential.credentialSubject.licenseNumber ?? credential.id));
} catch (e) {
  console.log('REFUSED ' + e.message);
  process.exit(1);
}
