// The npm package `agora-token`, measured like the works of this package: see
// `benches/src/serve.rs`. The first line that it prints is a token.
"use strict";

const { RtcTokenBuilder, RtcRole } = require(process.argv[2]);

const APP_ID = "970CA35de60c44645bbae8a215061b33";
const CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b";
const HOUR = 3600;
const CONTENTS = 1024;

const hex = (length) =>
  Array.from({ length }, () => Math.floor(Math.random() * 16).toString(16)).join("");
const kinds = [
  () => hex(32),
  () => `room-${Math.floor(Math.random() * 1000000)}`,
  () => `lobby_${hex(4)}_${Math.floor(Math.random() * 100)}`,
  () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
];
const calls = Array.from({ length: CONTENTS }, (_, at) => ({
  channel: kinds[at % kinds.length](),
  uid: 1 + Math.floor(Math.random() * 4294967295),
}));
let turn = 0;

function mint() {
  const { channel, uid } = calls[turn];
  turn = (turn + 1) % CONTENTS;
  return RtcTokenBuilder.buildTokenWithUid(
    APP_ID, CERTIFICATE, channel, uid, RtcRole.PUBLISHER, HOUR, HOUR);
}

console.log(mint());
require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const count = Number(line.split(" ")[1]);
  let length = 0;
  const start = process.cpuUsage();
  for (let at = 0; at < count; at++) length += mint().length;
  const { user, system } = process.cpuUsage(start);
  if (length < count) throw new Error("tokens are empty");
  console.log((user + system) * 1000);
});
