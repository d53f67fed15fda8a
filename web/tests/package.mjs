// The npm package: against the vectors, and against the libraries of the vendor
// on random inputs. Arguments: the repository, and where the package was built.
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";
import agora from "agora-token";
import agoraOld from "agora-access-token";

const [repository, built] = process.argv.slice(2);
const { load, TokenmintError } = await import(pathToFileURL(join(built, "npm/index.js")));
const tokenmint = await load();
const vectors = (name) => JSON.parse(readFileSync(join(repository, "tests/vectors", `${name}.json`)));

/** What of a 007 token has to be the same in every library: zlib may differ. */
const content = (token) => inflateSync(Buffer.from(token.slice(3), "base64")).toString("hex");

// The vectors of the official libraries.

const four = (it) => ["join_channel", "pub_audio", "pub_video", "pub_data_stream"].map((name) => it[`${name}_privilege_expire`]);
const combined = (it) => ({ channel: it.channel, account: it.rtc_account, role: String(it.rtc_role), expire: it.rtc_token_expire, privileges_expire: four(it), rtm_user_id: it.rtm_user_id, rtm_expire: it.rtm_token_expire });
const rtc = (it) => ({ channel: it.channel, uid: it.uid, account: it.account, role: String(it.role), expire: it.token_expire, privilege_expire: it.privilege_expire });
const user = (it) => ({ account: it.user_id ?? it.user_uuid, expire: it.expire });
const room = (it) => ({ channel: it.room_uuid, account: it.user_uuid, classroom_role: it.role, expire: it.expire });
const single = (it) => ({ channel: it.channel, uid: it.uid, account: it.account, expire: it.token_expire, privileges_expire: four(it) });
const old = (it) => ({ channel: it.channel, uid: it.uid, account: it.account, role: String(it.role), expires_at: it.privilege_expired_ts });
const BUILDERS = {
  "RtcTokenBuilder2.build_token_with_uid": ["rtc", rtc],
  "RtcTokenBuilder2.build_token_with_user_account": ["rtc", rtc],
  "RtcTokenBuilder2.build_token_with_uid_and_privilege": ["rtc", single],
  "RtcTokenBuilder2.build_token_with_user_account_and_privilege": ["rtc", single],
  "RtcTokenBuilder2.build_token_with_rtm": ["rtc-rtm", rtc],
  "RtcTokenBuilder2.build_token_with_rtm2": ["rtc-rtm2", combined],
  "RtmTokenBuilder2.build_token": ["rtm", user],
  "ChatTokenBuilder2.build_user_token": ["chat-user", user],
  "ChatTokenBuilder2.build_app_token": ["chat-app", user],
  "ApaasTokenBuilder.build_room_user_token": ["education-room-user", room],
  "ApaasTokenBuilder.build_user_token": ["education-user", user],
  "ApaasTokenBuilder.build_app_token": ["education-app", user],
  "EducationTokenBuilder2.build_room_user_token": ["education-room-user", room],
  "EducationTokenBuilder2.build_user_token": ["education-user", user],
  "EducationTokenBuilder2.build_app_token": ["education-app", user],
  "FpaTokenBuilder.build_token": ["fpa", () => ({})],
  "ConvoAITokenBuilder.buildToken": ["convoai", combined],
  "SttTokenBuilder.buildToken": ["stt", combined],
  "RtcTokenBuilder.buildTokenWithUid": ["rtc006", old],
  "RtcTokenBuilder.buildTokenWithAccount": ["rtc006", old],
  "RtmTokenBuilder.buildToken": ["rtm006", old],
};

let minted = 0;
const agoraVectors = vectors("agora");
for (const { id, builder, inputs, token } of agoraVectors.cases) {
  const row = BUILDERS[builder];
  if (row === undefined) continue;
  const [name, options] = row;
  const secret = inputs.app_certificate;
  // A 006 vector has its end, which is a day after its issue.
  const issued_at = inputs.issue_ts ?? inputs.ts - 86400;
  const mint = () => tokenmint.mint(name, { app_id: inputs.app_id, secret, issued_at, salt: inputs.salt, lenient: true, ...options(inputs) });
  if (id === "v1-uid-other-role") {
    // The official library grants a role that there is not the least.
    assert.throws(mint, TokenmintError, id);
    continue;
  }
  const made = mint();
  if (token.startsWith("007")) assert.equal(content(made), content(token), id);
  else assert.equal(made, token, id);
  minted += 1;
}
assert.ok(minted > 60, `${minted} vectors`);

for (const { id, token } of agoraVectors.cases) assert.equal(tokenmint.inspect(token)[0].token, token, id);
let refused = 0;
for (const { id, token } of agoraVectors.invalid) {
  // What the doctor cannot mend stays unreadable, and what it mends it says.
  try {
    const [found] = tokenmint.inspect(token);
    assert.ok(found.undone.length > 0 || found.token === token, id);
  } catch (error) {
    assert.ok(error instanceof TokenmintError, id);
    refused += 1;
  }
}

let opened = 0;
for (const { id, api, mode, json_profile, input, output } of vectors("zego").vectors) {
  if (api !== "token04") continue;
  const options = { app_id: String(input.app_id), secret: input.secret, account: input.user_id, expire: input.effective_seconds, payload: input.payload, mode, issued_at: input.ctime, iv: input.iv_hex, nonce: input.nonce, lenient: true };
  // Other libraries write their JSON in other ways.
  if (json_profile === "plain") assert.equal(tokenmint.mint("zego-token04", options), output.token, id);
  const [found] = tokenmint.inspect(output.token, { secret: input.secret });
  assert.equal(found.signature_check.outcome, "holds", id);
  opened += 1;
}
console.log(`vectors: ${minted} minted, ${agoraVectors.cases.length} read, ${refused} refused, ${opened} of ZEGO opened`);

// The vendor's libraries, with the clock and the dice held still.

const APP_ID = "970CA35de60c44645bbae8a215061b33";
const SECRET = "5CFd2fd1755d40ecb72977518be15d3b";
const NAME = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !#$%&()+-:;<=.>?@[]^_{}|~,";
const name = (max) => Array.from({ length: 1 + randomInt(max) }, () => NAME[randomInt(NAME.length)]).join("");

function official(issued_at, salt, build) {
  const [time, dice] = [Date.prototype.getTime, Math.random];
  Date.prototype.getTime = () => issued_at * 1000;
  Math.random = () => (salt - 0.5) / 99999999;
  try {
    return build();
  } finally {
    Date.prototype.getTime = time;
    Math.random = dice;
  }
}

const ROUNDS = 2000;
let same = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  const issued_at = 1 + randomInt(2 ** 32 - 90000);
  const salt = 1 + randomInt(99999999);
  const [channel, account, uid] = [name(64), name(255), 1 + randomInt(2 ** 32 - 1)];
  const [expire, privilege_expire] = [1 + randomInt(86400), randomInt(86401)];
  const role = 1 + randomInt(2);
  const base = { app_id: APP_ID, secret: SECRET, issued_at, salt, expire };
  // The text "0" is no uid, and the vendor's library takes it for one.
  if (account === "0") continue;
  const pairs = [
    ["rtc", { channel, uid, role: String(role), privilege_expire }, () => agora.RtcTokenBuilder.buildTokenWithUid(APP_ID, SECRET, channel, uid, role, expire, privilege_expire)],
    ["rtc", { channel, account, role: String(role), privilege_expire }, () => agora.RtcTokenBuilder.buildTokenWithUserAccount(APP_ID, SECRET, channel, account, role, expire, privilege_expire)],
    ["rtm", { account: account.slice(0, 64) }, () => agora.RtmTokenBuilder.buildToken(APP_ID, SECRET, account.slice(0, 64), expire)],
    ["chat-user", { account }, () => agora.ChatTokenBuilder.buildUserToken(APP_ID, SECRET, account, expire)],
  ];
  const [builder, options, build] = pairs[round % pairs.length];
  const theirs = official(issued_at, salt, build);
  const ours = tokenmint.mint(builder, { ...base, ...options });
  assert.equal(content(ours), content(theirs), JSON.stringify({ builder, ...base, ...options }));
  same += Number(ours === theirs);
}
let same006 = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  const [channel, account] = [name(64), name(255)];
  const expires_at = 1_700_000_000 + randomInt(1_000_000);
  const role = 1 + randomInt(2);
  const theirs = agoraOld.RtcTokenBuilder.buildTokenWithAccount(APP_ID, SECRET, channel, account, role, expires_at);
  const packed = Buffer.from(theirs.slice(35), "base64");
  // Behind the signature, two checksums and the length of the message.
  const [salt, ts] = [packed.readUInt32LE(2 + 32 + 4 + 4 + 2), packed.readUInt32LE(2 + 32 + 4 + 4 + 2 + 4)];
  const ours = tokenmint.mint("rtc006", { app_id: APP_ID, secret: SECRET, channel, account, role: String(role), expires_at, salt, issued_at: ts - 86400 });
  assert.equal(ours, theirs);
  same006 += 1;
}
console.log(`agora-token: ${ROUNDS} random tokens with the same content, ${same} the same text; agora-access-token: ${same006} the same text`);

// What is refused.

for (const wrong of [{}, { app_id: APP_ID }, { app_id: APP_ID, secret: "x" }, { app_id: APP_ID, secret: SECRET, channel: "a".repeat(65), uid: 1 }, { app_id: APP_ID, secret: SECRET, channel: "a", uid: -1 }]) {
  assert.throws(() => tokenmint.mint("rtc", wrong), TokenmintError);
}
try {
  tokenmint.mint("rtc", { app_id: APP_ID, secret: `${SECRET}\n`, channel: "a", uid: 1 });
  assert.fail("a certificate with a line end");
} catch (error) {
  assert.ok(!error.message.includes(SECRET), "a secret in a message");
}

// Speed, in one run.

const turns = 2000;
const clock = (work) => {
  const start = process.cpuUsage();
  for (let turn = 0; turn < turns; turn += 1) work(`room-${turn}`);
  return process.cpuUsage(start).user / turns;
};
const ours = (channel) => tokenmint.mint("rtc", { app_id: APP_ID, secret: SECRET, channel, uid: 7 });
const theirs = (channel) => agora.RtcTokenBuilder.buildTokenWithUid(APP_ID, SECRET, channel, 7, 1, 3600, 3600);
const times = [];
for (let run = 0; run < 5; run += 1) times.push([clock(ours), clock(theirs)]);
const median = (at) => times.map((pair) => pair[at]).sort((a, b) => a - b)[2];
console.log(`mint: ${median(0).toFixed(0)} us of processor time, agora-token ${median(1).toFixed(0)} us, ratio ${(median(1) / median(0)).toFixed(2)}`);
