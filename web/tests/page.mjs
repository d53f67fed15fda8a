// The page in a real browser. Arguments: the repository, where the page was
// built, and with `--pictures` a folder for pictures of it.
import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [repository, built, flag, pictures] = process.argv.slice(2);
const address = pathToFileURL(join(built, "index.html")).href;
const situations = JSON.parse(readFileSync(join(repository, "tests/vectors/situations.json")));

const browser = await chromium.launch({ executablePath: "chromium", args: ["--no-sandbox"] }).catch(() =>
  chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] }));

/** Milliseconds from the address to a page that answers, of the first one. */
let ready;

/** A fresh page whose clock can be set; what it asks for is written down. */
async function open(options = {}) {
  const context = await browser.newContext({ locale: "en-US", timezoneId: "Asia/Shanghai", ...options });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.addInitScript(() => {
    const real = Date.now;
    Date.now = () => window.testNow ?? real();
  });
  await page.goto(address);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  ready ??= await page.evaluate(() => performance.now());
  return { page, context, asked, faults };
}

/** Fills the page in and reads its answer, in one go. */
const ask = (page, text, question) => page.evaluate(([text, question]) => {
  const set = (id, value) => {
    document.getElementById(id).value = value ?? "";
  };
  for (const form of document.forms) form.reset();
  window.testNow = question.now === undefined ? undefined : question.now * 1000;
  set("text", text);
  for (const id of ["app_id", "secret", "channel", "uid", "account", "role", "privilege", "accepts", "sdk_error", "public_key", "audience"]) {
    set(id, question[id] === undefined ? "" : String(question[id]));
  }
  document.getElementById("question").dispatchEvent(new Event("change"));
  const shown = document.getElementById("verdict");
  return {
    verdict: shown?.dataset.verdict,
    words: shown?.textContent,
    causes: [...document.querySelectorAll(".cause")].map((item) => item.dataset.cause),
    recovered: document.getElementById("recovered")?.textContent ?? null,
    all: document.getElementById("answer").textContent,
  };
}, [text, question]);

const list = (...values) => values.flat().filter((value) => value !== undefined && value !== null);

/** What of an answer is not right for a situation. */
function wrong(expected, answer) {
  const verdicts = list(expected.verdict, expected.verdict_also_accepted, answer.recovered === null ? [] : expected.verdict_of_recovered);
  if (!verdicts.includes(answer.verdict)) return `verdict ${answer.verdict}`;
  const causes = list(expected.cause, expected.cause_also_accepted);
  if (!causes.includes(answer.causes[0] ?? "none")) return `cause ${answer.causes}`;
  const right = expected.recovered_token;
  if (right === undefined) return null;
  if (expected.recovery === "required" && answer.recovered !== right) return `recovered ${answer.recovered}`;
  if (expected.recovery === "possible" && ![null, right].includes(answer.recovered)) return `recovered ${answer.recovered}`;
  if (expected.recovery === "content" && answer.recovered === null) return "not recovered";
  return null;
}

const asQuestion = ({ certificate, format, ...rest }) => ({ ...rest, secret: rest.secret ?? certificate, accepts: format });

async function allSituations() {
  const { page, asked, faults } = await open();
  const bad = [];
  for (const { id, token, question, expected } of situations) {
    const answer = await ask(page, token, asQuestion(question));
    // An empty text is no question to a page.
    if (token === "") continue;
    const fault = wrong(expected, answer);
    if (fault !== null) bad.push(`${id}: ${fault}`);
  }
  assert.deepEqual(bad, []);
  assert.deepEqual(faults, []);
  assert.deepEqual([...new Set(asked)], [address], "a request left the page");
  console.log(`page: ${situations.filter((it) => it.token !== "").length} situations right; no request left it`);
}

async function nothingBecomesMarkup() {
  const { page, faults } = await open();
  const texts = [
    "<img src=x onerror=\"window.broken=1\">",
    "<script>window.broken=1</script>",
    "007<svg onload=window.broken=1>",
    "javascript:window.broken=1",
    "\u202e\u2066007eJx\u0000\u0007",
    `${"[".repeat(100000)}${"]".repeat(100000)}`,
    `eyJhbGciOiJFUzI1NiJ9.${Buffer.from("{\"iss\":\"<b>x</b>\",\"sub\":\"<img src=x onerror=window.broken=1>\"}").toString("base64url")}.AA`,
  ];
  for (const text of texts) {
    const answer = await ask(page, text, { channel: text.slice(0, 60), sdk_error: text });
    assert.ok(answer.verdict, text.slice(0, 40));
  }
  const made = await page.evaluate(() => ({
    broken: window.broken,
    inside: document.querySelectorAll("#answer img, #answer script, #answer svg, #answer b").length,
  }));
  assert.deepEqual(made, { broken: undefined, inside: 0 });
  assert.deepEqual(faults, []);
  // And the policy would hold if something did.
  const reached = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.broken = 2";
    document.body.append(script);
    const image = new Image();
    image.src = "https://example.com/x.png";
    const net = await fetch("https://example.com/").then(() => "reached", () => "refused");
    const local = await fetch(location.href).then(() => "reached", () => "refused");
    return { broken: window.broken, net, local };
  });
  assert.deepEqual(reached, { broken: undefined, net: "refused", local: "refused" });
}

async function largeTexts() {
  const { page } = await open();
  const size = 10_000_000;
  for (const [name, text] of [
    ["letters", "A".repeat(size)],
    ["a log", "2023-11-14 INFO token refused for user 7\n".repeat(size / 41)],
    ["brackets", "[".repeat(size)],
    ["NULs", "\u0000".repeat(size)],
    ["007 again and again", "007eJx".repeat(size / 6)],
  ]) {
    const shown = await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      const start = performance.now();
      const field = document.getElementById("text");
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true }));
      return {
        seconds: (performance.now() - start) / 1000,
        verdict: document.getElementById("verdict")?.dataset.verdict,
        told: !document.getElementById("shortened").hidden,
      };
    }, text);
    assert.ok(shown.verdict && shown.told, name);
    console.log(`page: 10 MB of ${name}: ${shown.seconds.toFixed(2)} s`);
  }
  // A token at the end of it is found all the same.
  const { token, question } = situations.find((it) => it.expected.cause === "none");
  const answer = await ask(page, `${"A log line.\n".repeat(1_000_000)}${token}`, asQuestion(question));
  assert.equal(answer.recovered, token);
}

async function secretsAreGone() {
  const { page, context } = await open();
  const secret = "5CFd2fd1755d40ecb72977518be15d3b";
  await page.locator("#keys summary").click();
  await page.locator("#secret").fill(secret);
  await page.locator("#text").fill("007abc");
  await page.waitForSelector("#verdict");
  const left = await page.evaluate(() => [location.href, document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join(" "));
  assert.ok(!left.includes(secret));
  assert.ok(!left.includes("007abc"));
  await page.locator("#clear").click();
  assert.equal(await page.locator("#secret").inputValue(), "");
  assert.equal(await page.locator("#text").inputValue(), "");
  await page.locator("#secret").fill(secret);
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  assert.equal(await page.locator("#secret").inputValue(), "");
  assert.equal((await context.cookies()).length, 0);
}

async function everyoneCanUseIt() {
  const { page } = await open({ viewport: { width: 320, height: 640 }, colorScheme: "dark" });
  const { token, question } = situations.find((it) => it.expected.cause === "channel-mismatch");
  await ask(page, token, asQuestion(question));
  const seen = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    unnamed: [...document.querySelectorAll("input, select, textarea")].filter((item) => item.labels.length === 0).map((item) => item.id),
    language: document.documentElement.lang,
    paper: getComputedStyle(document.body).backgroundColor,
  }));
  assert.ok(seen.wide <= 320, `${seen.wide} pixels wide`);
  assert.deepEqual(seen.unnamed, []);
  assert.equal(seen.language, "en");
  assert.equal(seen.paper, "rgb(20, 24, 29)");
  // By keyboard alone: to the bytes, and their meaning is told.
  await page.locator(".picture summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const told = await page.evaluate(() => document.querySelector(".says").textContent);
  assert.match(told, /^version/);
  await page.locator(".language[data-language=zh]").click();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
  assert.match(await page.locator("#verdict").textContent(), /不满足: 频道/);
}

async function rsaTokensAreVerified() {
  const { page } = await open();
  const pair = (modulusLength) => generateKeyPairSync("rsa", { modulusLength });
  const [right, other, short] = [pair(2048), pair(2048), pair(1024)];
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const input = `${part({ alg: "RS256", kid: "a" })}.${part({ iss: "https://id.example.com", sub: "u" })}`;
  const by = ({ privateKey }) => `${input}.${sign("sha256", Buffer.from(input), privateKey).toString("base64url")}`;
  const pem = ({ publicKey }) => publicKey.export({ type: "spki", format: "pem" });
  const jwk = ({ publicKey }, kid) => ({ ...publicKey.export({ format: "jwk" }), kid });
  const set = JSON.stringify({ keys: [jwk(other, "b"), jwk(right, "a")] });
  for (const [token, key, kind] of [
    [by(right), pem(right), "good"],
    [by(right), JSON.stringify(jwk(right)), "good"],
    [by(right), set, "good"],
    [by(right), pem(other), "bad"],
    [by(other), pem(right), "bad"],
    [by(short), pem(short), "bad"],
    [by(right), "no key", "bad"],
    [by(right), "", "soft"],
  ]) {
    await ask(page, token, { public_key: key });
    await page.waitForSelector(`.signature.${kind}`, { timeout: 5000 });
  }
}

async function mints() {
  const { page } = await open();
  await ask(page, "", { app_id: "970CA35de60c44645bbae8a215061b33", secret: "5CFd2fd1755d40ecb72977518be15d3b", channel: "lobby", uid: 7, role: "publisher" });
  await page.locator("#minting > summary").click();
  await page.locator("#mint button").click();
  const token = await page.locator("#made").textContent();
  const answer = await ask(page, token, { secret: "5CFd2fd1755d40ecb72977518be15d3b", channel: "lobby", uid: 7, role: "publisher" });
  assert.equal(answer.verdict, "holds");
}

/** Five situations in both languages. */
async function take(folder) {
  mkdirSync(folder, { recursive: true });
  for (const language of ["en", "zh"]) {
    const { page, context } = await open({ locale: language === "zh" ? "zh-CN" : "en-US", viewport: { width: 900, height: 700 } });
    for (const cause of ["none", "paste-plus-as-space", "channel-mismatch", "expired", "certificate-is-app-id"]) {
      const { token, question } = situations.find((it) => it.expected.cause === cause);
      await ask(page, token, asQuestion(question));
      await page.evaluate((open) => {
        for (const item of document.querySelectorAll("details")) item.open = false;
        document.querySelector(".picture")?.toggleAttribute("open", open);
        document.getElementById("answer").scrollIntoView();
      }, cause === "none");
      await page.screenshot({ path: join(folder, `${cause}-${language}.png`) });
    }
    await context.close();
  }
}

try {
  if (flag === "--pictures") {
    await take(pictures);
  } else {
    for (const test of [allSituations, nothingBecomesMarkup, largeTexts, secretsAreGone, everyoneCanUseIt, rsaTokensAreVerified, mints]) {
      await test();
      console.log(`page: ${test.name} holds`);
    }
    console.log(`page: ${ready.toFixed(0)} ms until it answers`);
  }
} finally {
  await browser.close();
}
