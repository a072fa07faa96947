#!/usr/bin/env bash
# Announces a message of the Département to all guardians of all collèges of a running demo, and measures how
# long it takes to be accepted and to lie in the last inbox, how fast the accueil is meanwhile, and how much
# memory the server has. Each run leaves one more message in the demo. Needs curl and python3; the demo with
# all collèges imported (mvn -Pdemo). Usage: docs/performance/announce.sh [NEWS|MESSAGE]
set -euo pipefail

kind="${1:-MESSAGE}"
base="http://localhost:${PREAU_PORT:-9080}"

BASE="$base" KIND="$kind" SERVER="${PREAU_PID:-$(pgrep -f 'ws-server.jar' | head -n 1 || true)}" python3 - <<'PYTHON'
import json, os, statistics, threading, time, urllib.parse, urllib.request, uuid

BASE, KIND, SERVER = os.environ["BASE"], os.environ["KIND"], os.environ["SERVER"]
MOST_SECONDS = 300


def call(path, token=None, body=None, accept="application/json", form=False):
    headers = {"Accept": accept}
    data = None
    if token:
        headers["Authorization"] = "Bearer " + token
    if body is not None and form:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        data = urllib.parse.urlencode(body, doseq=True).encode()
    elif body is not None:
        headers["Content-Type"] = "application/json"
        data = json.dumps(body).encode()
    request = urllib.request.Request(BASE + path, data=data, headers=headers)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read()


def sign_in(login):
    answer = call("/sign-in", body={"login": login, "password": "preau-demo-2026"})
    return json.loads(answer)["token"]


def memory():
    """Resident memory of the server in MB; nothing where it can't be seen."""
    try:
        with open("/proc/%s/status" % SERVER) as status:
            return [int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS")][0]
    except (OSError, IndexError):
        return 0


operator, guardian = sign_in("departement"), sign_in("parent.sevres")
for _ in range(100):
    call("/", guardian, accept="text/html")

taken, memories, going = [], [memory()], threading.Event()


def load_accueil():
    while not going.is_set():
        start = time.perf_counter()
        call("/", guardian, accept="text/html")
        taken.append(time.perf_counter() - start)
        time.sleep(0.1)


before = []
for _ in range(50):
    start = time.perf_counter()
    call("/", guardian, accept="text/html")
    before.append(time.perf_counter() - start)

loads = [threading.Thread(target=load_accueil, daemon=True) for _ in range(4)]
for each in loads:
    each.start()

key = str(uuid.uuid4())
start = time.perf_counter()
call(
    "/departement/announcements",
    operator,
    {
        "key": key,
        "kind": KIND,
        "title": "Mesure de " + time.strftime("%H:%M:%S"),
        "text": "Ce message mesure combien de temps il met à arriver.",
        "profiles": ["GUARDIAN"],
    },
)
accepted = time.perf_counter() - start
line = {}
while time.perf_counter() - start < MOST_SECONDS:
    line = json.loads(call("/departement/announcements/" + key, operator))["line"]
    memories.append(memory())
    if line["delivered"] == line["colleges"]:
        break
    time.sleep(0.5)
arrived = time.perf_counter() - start
going.set()
for each in loads:
    each.join()


def milliseconds(times, part):
    return 1000 * statistics.quantiles(times, n=100)[part - 1]


print("accepted after      %8.0f ms   (limit 1000)" % (1000 * accepted))
print("delivered after     %8.1f s    (limit 60) in %d of %d collèges, to %d people"
      % (arrived, line["delivered"], line["colleges"], line["people"]))
for name, times in (("before", before), ("meanwhile", taken)):
    print("accueil %-10s  p50 %6.0f ms   p95 %6.0f ms   p99 %6.0f ms   max %6.0f ms   (%d pages; limit 300)"
          % (name, milliseconds(times, 50), milliseconds(times, 95), milliseconds(times, 99),
             1000 * max(times), len(times)))
print("memory of the server: %d MB before, %d MB at most" % (memories[0], max(memories)))
PYTHON
