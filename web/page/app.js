// The page: what is typed goes to the module, what comes back is shown as text,
// never as markup.

const LANGUAGES = { en: "en", zh: "zh-CN" };
const SHOWN_BYTES = 4096;
// Characters of a long text that are looked at, at its beginning and at its end.
const LOOKED_AT = 65536;
const FIELDS = ["app_id", "secret", "public_key", "channel", "account", "role", "accepts", "audience", "sdk_error"];
const BUILDERS = ["rtc", "rtc-rtm", "rtc-rtm2", "rtm", "chat-user", "chat-app", "education-room-user", "education-user", "education-app", "fpa", "convoai", "stt", "rtc006", "rtm006", "zego-token04"];

const at = (id) => document.getElementById(id);
let language = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
let answer = () => ({ error: { message: "" } });
let words = {};

// A text of the page in the reader's language.
const say = (text) => (language === "zh" && words[text]) || text;

// An element with texts and elements inside.
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// A text that somebody else wrote: its direction is its own affair.
const foreign = (name, text) => element(name, { dir: "auto" }, text);

// A time in the reader's zone.
function local(unix) {
  const date = new Date(unix * 1000);
  if (Number.isNaN(date.getTime())) return "";
  const shape = new Intl.DateTimeFormat(LANGUAGES[language], { dateStyle: "medium", timeStyle: "long" });
  return shape.format(date);
}

// How far a time is away.
function left(unix) {
  const seconds = unix - Math.floor(Date.now() / 1000);
  const shape = new Intl.RelativeTimeFormat(LANGUAGES[language], { numeric: "auto" });
  const size = Math.abs(seconds);
  for (const [unit, length] of [["year", 31536000], ["day", 86400], ["hour", 3600], ["minute", 60]]) {
    if (size >= 2 * length) return shape.format(Math.trunc(seconds / length), unit);
  }
  return shape.format(seconds, "second");
}

// Times in a text, in the reader's zone.
function timely(text) {
  return text.replace(/(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)( \([^)]*\))?/g, (whole, time, distance) => {
    const unix = Date.parse(time) / 1000;
    return distance === undefined ? local(unix) : `${local(unix)} (${left(unix)})`;
  });
}

// `service 1 RTC`, `privilege 2 publish audio: until ...` in the reader's words.
function title(text) {
  const found = /^(service|privilege) (\d+) ?([^:]*)(?:: (.*))?$/.exec(text);
  if (found === null) return timely(text);
  const [, kind, number, name, rest] = found;
  const until = rest?.split(", until ").map((part) => say(timely(part))).join(`, ${say("until")} `);
  return `${say(kind)} ${number} ${say(name)}${until === undefined ? "" : `: ${until}`}`;
}

// Sentences of the doctor are English, and said to be.
const english = (name, text) => element(name, { dir: "auto", lang: "en" }, timely(text));

function fields(tree) {
  const list = element("dl", {});
  for (const { label, text, unix } of tree.fields) {
    const value = foreign("dd", unix === null ? text : `${local(unix)} (${left(unix)})`);
    if (unix !== null) value.title = text;
    list.append(element("dt", {}, say(label)), value);
  }
  const parts = tree.parts.map((part) => element("div", { class: "part" }, foreign("h3", title(part.title)), fields(part)));
  return element("div", {}, list, ...parts);
}

// The bytes of one layer; the meaning of a piece is told where it is pointed
// at, or focused.
function layer(data) {
  const says = element("p", { class: "says soft", "aria-live": "polite" }, say("Point at a part, or go through them with the tab key."));
  const bytes = element("div", { class: "bytes" });
  const all = data.text === undefined ? data.hex.match(/../g) || [] : [...new TextEncoder().encode(data.text)];
  const shown = (from, to) => data.text === undefined
    ? all.slice(from, to).join(" ")
    : new TextDecoder().decode(new Uint8Array(all.slice(from, to)));
  let from = 0;
  data.pieces.forEach((piece, index) => {
    if (from >= SHOWN_BYTES) return;
    const to = Math.min(from + piece.len, SHOWN_BYTES);
    const meaning = `${say(piece.name)}${piece.value === "" ? "" : `: ${timely(piece.value)}`} (${piece.len} ${say("bytes")})`;
    const part = element("span", { class: `k${index % 6}`, tabindex: "0", role: "button", "aria-label": meaning }, shown(from, to));
    const tell = () => {
      bytes.querySelectorAll(".here").forEach((other) => other.classList.remove("here"));
      part.classList.add("here");
      says.textContent = meaning;
    };
    for (const event of ["pointerenter", "focus", "click"]) part.addEventListener(event, tell);
    bytes.append(part, " ");
    from += piece.len;
  });
  if (all.length > SHOWN_BYTES) bytes.append("…");
  const name = say(data.name);
  const title = data.from === "" ? name : `${name} (${say(data.from)})`;
  return element("div", {}, element("h3", {}, title), bytes, says);
}

const KINDS = { holds: "good", fails: "bad" };

// The line about the signature. The browser knows RSA, which the module does not.
function signature(data) {
  const { outcome, name, message } = data.signature_check;
  const line = element("p", { class: `signature ${KINDS[outcome] ?? "soft"}` }, `${say(name)}: `, english("span", message));
  const key = at("public_key").value;
  const header = data.anatomy.find((layer) => layer.name === "header");
  if (header !== undefined && JSON.parse(header.text).alg === "RS256" && key.trim() !== "") {
    verifyRs256(data.token, key).then(([found, sentence]) => {
      line.className = `signature ${KINDS[found]}`;
      line.lastChild.replaceWith(english("span", sentence));
    });
  }
  return line;
}

function token(data, _, all) {
  const card = element("div", { class: "card" }, element("h3", {}, say(data.title)));
  // Of one token the diagnosis has said it.
  if (all.length > 1) for (const note of data.notes) card.append(english("p", note));
  card.append(fields(data.tree));
  for (const { message } of data.warnings) {
    const warning = english("p", message);
    warning.className = "note";
    card.append(warning);
  }
  if (data.signature_check) card.append(signature(data));
  const picture = element("details", { class: "picture" }, element("summary", {}, say("The bytes, and what they are for")));
  picture.append(...data.anatomy.map(layer));
  card.append(picture);
  return card;
}

function diagnosis(data) {
  const failing = data.failing_of_recovered ?? data.failing;
  const mended = data.verdict === "unreadable" && data.verdict_of_recovered;
  const verdict = { holds: "It does everything that was asked and could be checked", fails: "It fails", unreadable: mended ? "As it stands it cannot be read" : "This is no token" }[data.verdict];
  const kind = data.verdict === "holds" ? "good" : "bad";
  const words = failing.map((name) => say(name.replaceAll("_", " "))).join(", ");
  const card = element("div", { class: "card" });
  card.append(element("p", { class: `verdict ${kind}`, id: "verdict", "data-verdict": data.verdict }, say(verdict), words && failing[0] !== "format" ? `: ${words}` : ""));
  if (mended === "holds") card.append(element("p", { class: "good" }, say("Mended, it does everything that was asked.")));
  for (const { id, meaning, advice } of data.told) {
    if (id === "none") continue;
    card.append(element("p", { class: "cause", "data-cause": id },
      element("strong", {}, say(meaning)), " ", say(advice), " ", element("code", {}, id)));
  }
  if (data.advice.length > 0) {
    const list = element("ul", {});
    for (const line of data.advice) list.append(english("li", line));
    card.append(element("details", {}, element("summary", {}, say("What speaks for it")), list));
  }
  if (data.recovered_token) {
    card.append(element("p", {}, say("The token, mended:")), element("p", { class: "token", id: "recovered" }, data.recovered_token));
  }
  if (data.uid_candidates.length > 0) card.append(element("p", {}, `${say("Uids with this checksum:")} ${data.uid_candidates.join(", ")}`));
  if (data.sdk_reports) card.append(element("p", {}, `${say("The SDK reports for such a token:")} ${data.sdk_reports}`));
  if (data.not_checked.length > 0) {
    const list = element("ul", { class: "soft" });
    for (const line of data.not_checked) list.append(english("li", line));
    card.append(element("details", {}, element("summary", {}, say("What could not be checked")), list));
  }
  return card;
}

const failure = (error) => element("p", { class: "card bad", role: "alert" }, error.message);

// What is typed, as a request.
function typed() {
  const request = { now: Math.floor(Date.now() / 1000) };
  for (const name of FIELDS) if (at(name).value !== "") request[name] = at(name).value;
  const uid = at("uid").value.trim();
  // What is no uid can only be asked for as a text; the doctor says so.
  if (/^\d{1,10}$/.test(uid) && Number(uid) < 2 ** 32) request.uid = Number(uid);
  else if (uid !== "") request.account = uid;
  if (at("privilege").value.trim() !== "") request.privileges = at("privilege").value.trim().split(/[\s,]+/);
  return request;
}

// A text of which a page can still be made; a long one loses its middle.
function shortened(text) {
  const long = text.length > 2 * LOOKED_AT;
  at("shortened").hidden = !long;
  return long ? `${text.slice(0, LOOKED_AT)}\n${text.slice(-LOOKED_AT)}` : text;
}

// A long text would keep the browser busy before it is looked at.
function paste(event) {
  const text = event.clipboardData.getData("text/plain");
  if (text.length <= 2 * LOOKED_AT) return;
  event.preventDefault();
  at("text").value = shortened(text);
  look();
  at("shortened").hidden = false;
}

// Asks for everything that is typed.
function look() {
  const text = shortened(at("text").value);
  const request = { ...typed(), text };
  at("answer").hidden = text === "";
  if (text === "") return;
  const found = answer({ ...request, do: "doctor" });
  at("diagnosis").replaceChildren(found.error ? failure(found.error) : diagnosis(found));
  const inside = answer({ ...request, do: "inspect" });
  at("tokens").replaceChildren(...(inside.tokens || []).map(token));
}

function random(length) {
  return crypto.getRandomValues(new Uint8Array(length));
}

function mint(event) {
  event.preventDefault();
  const request = { ...typed(), do: "mint", builder: at("builder").value };
  const zego = request.builder.startsWith("zego");
  const seconds = Number(at("expire").value);
  request.issued_at = request.now;
  request.expire = seconds;
  request.expires_at = request.now + seconds;
  request.salt = 1 + (new Uint32Array(random(4).buffer)[0] % 99999999);
  request.nonce = new Uint32Array(random(4).buffer)[0] >>> 1;
  request.iv = Array.from(random(16), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (request.account === undefined && request.uid !== undefined && !["rtc", "rtc006"].includes(request.builder)) {
    request.account = String(request.uid);
    delete request.uid;
  }
  if (!zego) for (const name of ["nonce", "iv"]) delete request[name];
  const made = answer(request);
  at("minted").replaceChildren(...(made.error
    ? [failure(made.error)]
    : [element("p", { class: "token", id: "made" }, made.token), element("p", { class: "soft" }, made.function)]));
}

function speak() {
  document.documentElement.lang = LANGUAGES[language];
  document.title = `tokenmint: ${say("What is wrong with this token?")}`;
  for (const item of document.querySelectorAll("[data-say]")) item.textContent = say(item.dataset.say);
  for (const button of document.querySelectorAll(".language")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
  look();
}

function clear() {
  for (const form of document.forms) form.reset();
  at("minted").replaceChildren();
  at("diagnosis").replaceChildren();
  at("tokens").replaceChildren();
  look();
  at("text").focus();
}

// What the build packed: zlib, then base 85 without `<` and `\\`.
async function unpacked([length, text]) {
  const bytes = new Uint8Array((text.length / 5) * 4);
  const view = new DataView(bytes.buffer);
  for (let at = 0, to = 0; at < text.length; at += 5, to += 4) {
    let number = 0;
    for (let digit = 0; digit < 5; digit += 1) {
      const character = text.charCodeAt(at + digit);
      number = number * 85 + character - 35 - (character > 60) - (character > 92);
    }
    view.setUint32(to, number);
  }
  const stream = new Blob([bytes.subarray(0, length)]).stream();
  return new Response(stream.pipeThrough(new DecompressionStream("deflate")));
}

async function start() {
  words = await (await unpacked(WORDS)).json();
  const module = await (await unpacked(MODULE)).arrayBuffer();
  const { instance } = await WebAssembly.instantiate(module, {});
  answer = engine(instance);
  for (const name of BUILDERS) at("builder").append(element("option", { value: name }, name));
  let waiting;
  at("question").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 150);
  });
  at("question").addEventListener("change", look);
  at("text").addEventListener("paste", paste);
  for (const form of document.forms) form.addEventListener("submit", (event) => event.preventDefault());
  at("mint").addEventListener("submit", mint);
  at("clear").addEventListener("click", clear);
  for (const button of document.querySelectorAll(".language")) {
    button.addEventListener("click", () => {
      language = button.dataset.language;
      speak();
    });
  }
  // Browsers keep what was typed for a page that is gone.
  addEventListener("pagehide", clear);
  speak();
  document.documentElement.dataset.ready = "yes";
}

start();
