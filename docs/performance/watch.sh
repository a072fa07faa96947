#!/usr/bin/env bash
# From a save to what a running demo shows: a text, a template and a class of the example, five times each.
# Needs curl and python3, and a demo of this checkout (mvn -Pdemo). Usage: docs/performance/watch.sh [times]
set -euo pipefail

times="${1:-5}"
root="$(cd "$(dirname "$0")/../.." && pwd)"
base="http://localhost:${PREAU_PORT:-9080}"
work="$(mktemp -d)"
cp -r "$root/docs/vendors/example/." "$work"
main="$work/src/main"

token() {
  curl -sf -X POST "$base/sign-in" -H 'Content-Type: application/json' -H 'Accept: application/json' \
    -d "{\"login\":\"$1\",\"password\":\"preau-demo-2026\"}" |
    python3 -c 'import json, sys; print(json.load(sys.stdin)["token"])'
}

page() {
  curl -s "$base/c/sevres/lost-and-found/items" -H "Authorization: Bearer $teacher" -H 'Accept: text/html'
}

now() {
  date +%s%3N
}

# Until the page has a text; fails after a minute.
shown() {
  local end=$(($(now) + 60000))
  until page | grep -qF "$1"; do
    if [ "$(now)" -gt "$end" ]; then
      echo "never shown: $1" >&2
      cat "$work/watch.log" >&2
      exit 1
    fi
  done
}

# Each kind of file has one place at which the word stands that is changed.
sed -i 's/^items.title=.*/items.title=Objets trouvés, texte-0/' "$main/resources/texts_fr.properties"
sed -i '0,/^@param PageContext ctx$/s//@param PageContext ctx\n<p>gabarit-0<\/p>/' "$main/jte/items.jte"
sed -i 's/context.text("items.title")/context.text("items.title") + ", classe-0"/' \
  "$main/java/org/example/lostandfound/items/ItemRoutes.java"

(cd "$work" && exec mvn -B -ntp ${MAVEN_OPTIONS:-} preau:watch "-Dpreau.demo=$root" >"$work/watch.log" 2>&1) &
watch=$!
trap 'kill "$watch" 2>/dev/null; wait "$watch" 2>/dev/null || true; rm -rf "$work"' EXIT

teacher="$(token prof.sevres)"
operator="$(token departement)"
end=$(($(now) + 120000))
until curl -sf -o /dev/null -X POST "$base/departement/modules/lost-and-found/sevres" \
  -H "Authorization: Bearer $operator" -H 'Content-Type: application/json' -H 'Accept: application/json' \
  -d '{"enabled":true}'; do
  if [ "$(now)" -gt "$end" ]; then
    echo "the module never came" >&2
    cat "$work/watch.log" >&2
    exit 1
  fi
  sleep 1
done
shown "classe-0"

measure() {
  local name="$1" word="$2" file="$3" took=()
  for ((n = 1; n <= times; n++)); do
    sed -i "s/$word-$((n - 1))/$word-$n/" "$file"
    local begun
    begun="$(now)"
    shown "$word-$n"
    took+=("$(($(now) - begun))")
  done
  printf '%s\n' "${took[@]}" | sort -n |
    awk -v name="$name" '{all = all " " $1; ms[NR] = $1}
      END {printf "%-10s median %5d ms  (%s )\n", name, ms[int((NR + 1) / 2)], all}'
}

measure text texte "$main/resources/texts_fr.properties"
measure template gabarit "$main/jte/items.jte"
measure class classe "$main/java/org/example/lostandfound/items/ItemRoutes.java"
