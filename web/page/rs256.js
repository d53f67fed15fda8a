// RS256 (RFC 7518, section 3.3), which ID tokens have: the browser verifies it.
const RSA_BITS_MIN = 2048;

function fromBase64(text) {
  const plain = text.replace(/\s+/g, "").replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(plain), (c) => c.charCodeAt(0));
}

// A public key in PEM or JWK, or the one of a set of JWKs that a header names.
async function rsaKey(text, keyId) {
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const pem = /-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----/.exec(text);
  if (pem !== null) {
    return crypto.subtle.importKey("spki", fromBase64(pem[1]), algorithm, false, ["verify"]);
  }
  const read = JSON.parse(text);
  const keys = read.keys ?? [read];
  const { kty, n, e } = keys.find((key) => key.kid === keyId) ?? keys[0];
  return crypto.subtle.importKey("jwk", { kty, n, e }, algorithm, false, ["verify"]);
}

// The outcome and a sentence, as the module has them for ES256.
async function verifyRs256(token, keyText) {
  const [header, claims, signature] = token.split(".");
  let key;
  try {
    const { kid } = JSON.parse(new TextDecoder().decode(fromBase64(header)));
    key = await rsaKey(keyText, kid);
  } catch {
    return ["fails", "the public key is malformed, or not for RS256"];
  }
  if (key.algorithm.modulusLength < RSA_BITS_MIN) {
    return ["fails", `the key has ${key.algorithm.modulusLength} bits, and at least ${RSA_BITS_MIN} are asked for`];
  }
  const signed = new TextEncoder().encode(`${header}.${claims}`);
  const holds = await crypto.subtle.verify(key.algorithm.name, key, fromBase64(signature), signed);
  return holds
    ? ["holds", "the private half of this key signed this content"]
    : ["fails", "does not match: wrong key or changed token"];
}
