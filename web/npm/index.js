// tokenmint for Node and browsers: load the module once, then ask.
import { engine } from "./engine.js";

/** A request was refused: `code` is for programs, the message says what to do. */
export class TokenmintError extends Error {
  constructor({ code, member, message }) {
    super(message);
    this.name = "TokenmintError";
    this.code = code;
    this.member = member;
  }
}

const NODE = typeof process === "object" && process.versions?.node !== undefined;

/** The bytes of the module that lies beside this file. */
async function ownModule() {
  const place = new URL("./tokenmint.wasm", import.meta.url);
  if (NODE && place.protocol === "file:") {
    const { readFile } = await import("node:fs/promises");
    return readFile(place);
  }
  const answer = await fetch(place);
  if (!answer.ok) throw new Error(`tokenmint.wasm: ${answer.status}`);
  return answer.arrayBuffer();
}

async function webCrypto() {
  return globalThis.crypto ?? (await import("node:crypto")).webcrypto;
}

/**
 * Loads the module. Without an argument it is the file beside this one; a bundler
 * or a worker hands in the bytes or a compiled module.
 */
export async function load(module) {
  const source = module ?? (await ownModule());
  const made = await WebAssembly.instantiate(source, {});
  const crypto = await webCrypto();
  return new Tokenmint(engine(made.instance ?? made), crypto);
}

const now = () => Math.floor(Date.now() / 1000);

class Tokenmint {
  #answer;
  #crypto;

  constructor(answer, crypto) {
    this.#answer = answer;
    this.#crypto = crypto;
  }

  /** What is inside every token of a text. */
  inspect(text, options = {}) {
    return this.#ask("inspect", { text, ...options }).tokens;
  }

  /** What holds of a token and what does not. */
  verify(text, options = {}) {
    return this.#ask("verify", { text, ...options });
  }

  /** Why a token does not do what it should. */
  doctor(text, options = {}) {
    return this.#ask("doctor", { text, ...options });
  }

  /** A token. Salt, IV and nonce are drawn where they are not given. */
  mint(builder, options) {
    const issued_at = options.issued_at ?? now();
    const request = { issued_at, ...options };
    if (builder.startsWith("zego")) {
      request.iv ??= this.#hex(options.mode === "gcm" ? 12 : 16);
      request.nonce ??= this.#number() >>> 1;
    } else {
      // From 1 to 99,999,999, as the official libraries draw it.
      request.salt ??= 1 + (this.#number() % 99999999);
    }
    return this.#ask("mint", { builder, ...request }).token;
  }

  #ask(wanted, request) {
    const { now: given, ...rest } = request;
    const answer = this.#answer({ ...rest, now: given ?? now(), do: wanted });
    if (answer.error) throw new TokenmintError(answer.error);
    return answer;
  }

  #number() {
    return this.#crypto.getRandomValues(new Uint32Array(1))[0];
  }

  #hex(length) {
    const bytes = this.#crypto.getRandomValues(new Uint8Array(length));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}
