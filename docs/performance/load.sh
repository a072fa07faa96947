#!/usr/bin/env bash
# Pages per second and latency of a running demo, on this machine only, bounded in time.
# Needs curl, python3 and wrk (Debian: apt-get install wrk). Usage: docs/performance/load.sh [seconds]
set -euo pipefail

seconds="${1:-20}"
base="http://localhost:${PREAU_PORT:-9080}"

token() {
  curl -sf -X POST "$base/sign-in" -H 'Content-Type: application/json' -H 'Accept: application/json' \
    -d "{\"login\":\"$1\",\"password\":\"preau-demo-2026\"}" |
    python3 -c 'import json, sys; print(json.load(sys.stdin)["token"])'
}

statements() {
  curl -sf -o /dev/null -D - "$base$1" -H "Authorization: Bearer $2" -H 'Accept: text/html' |
    tr -d '\r' | sed -n 's/^Server-Timing: sql;desc="\([0-9]*\)"/\1/p'
}

measure() {
  local name="$1" path="$2"
  shift 2
  wrk -t1 -c8 -d"${seconds}s" --latency "$@" -H 'Accept: text/html' "$base$path" |
    awk -v name="$name" '
      /50%/ {p50 = $2} /99%/ {p99 = $2} /Requests\/sec/ {rate = $2} /Non-2xx/ {bad = $NF}
      END {printf "%-28s %9s /s   p50 %-9s p99 %-9s not 2xx: %d\n", name, rate, p50, p99, bad}'
}

guardian="$(token parent.sevres)"
inbox=/c/sevres/communication/messages
echo "SQL statements: accueil $(statements / "$guardian"), inbox $(statements "$inbox" "$guardian") (with PREAU_DIAGNOSTICS=true)"
measure "warm-up" / -H "Authorization: Bearer $guardian" >/dev/null
measure "accueil of a guardian" / -H "Authorization: Bearer $guardian"
measure "inbox" "$inbox" -H "Authorization: Bearer $guardian"
measure "sign-in page" /sign-in

script="$(mktemp)"
trap 'rm -f "$script"' EXIT
cat >"$script" <<'LUA'
wrk.method = "POST"
wrk.body = '{"login":"parent.sevres","password":"preau-demo-2026"}'
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Accept"] = "application/json"
LUA
wrk -t1 -c8 -d"${seconds}s" --latency -s "$script" "$base/sign-in" |
  awk '/50%/ {p50 = $2} /99%/ {p99 = $2} /Requests\/sec/ {rate = $2} /Non-2xx/ {bad = $NF}
    END {printf "%-28s %9s /s   p50 %-9s p99 %-9s not 2xx: %d\n", "signing in (Argon2id)", rate, p50, p99, bad}'
