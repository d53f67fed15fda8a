"""The PyPI package `agoraiotools`, measured like the works of this package: see
`benches/src/serve.rs`. The first line that it prints is a token.
"""

import random
import sys
import time

from agoraiotools import RtcTokenBuilder2
from agoraiotools.RtcTokenBuilder2 import Role_Publisher

APP_ID = "970CA35de60c44645bbae8a215061b33"
CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b"
HOUR = 3600
CONTENTS = 1024


def digits(length):
    return "".join(random.choice("0123456789abcdef") for _ in range(length))


KINDS = [
    lambda: digits(32),
    lambda: f"room-{random.randrange(1000000)}",
    lambda: f"lobby_{digits(4)}_{random.randrange(100)}",
    lambda: f"{digits(8)}-{digits(4)}-4{digits(3)}-a{digits(3)}-{digits(12)}",
]
CALLS = [
    (KINDS[at % len(KINDS)](), random.randrange(1, 1 << 32)) for at in range(CONTENTS)
]
turn = 0


def mint():
    global turn
    channel, uid = CALLS[turn]
    turn = (turn + 1) % CONTENTS
    return RtcTokenBuilder2.build_token_with_uid(
        APP_ID, CERTIFICATE, channel, uid, Role_Publisher, HOUR, HOUR
    )


print(mint(), flush=True)
for line in sys.stdin:
    count = int(line.split()[1])
    start = time.process_time_ns()
    for _ in range(count):
        mint()
    print(time.process_time_ns() - start, flush=True)
