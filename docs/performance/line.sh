#!/usr/bin/env bash
# Measures what the server takes for an entry of the line of a canteen while 100 lines send theirs.
# Needs a JDK and Maven. Usage: docs/performance/line.sh [options for Maven]
set -euo pipefail
cd "$(dirname "$0")/../.."

mvn -q -ntp "$@" -pl plugins/canteen -am \
    test -Dtest=LineMeasure -Dsurefire.failIfNoSpecifiedTests=false
