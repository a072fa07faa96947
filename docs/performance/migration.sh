#!/usr/bin/env bash
# Measures a new table of a module at 99 collèges, four at a time, on an empty database that is durable.
# Needs a JDK and Maven. Usage: docs/performance/migration.sh <an empty folder>
set -euo pipefail
work="$(mkdir -p "${1:?a folder for the database}" && cd "$1" && pwd)"
shift
cd "$(dirname "$0")/../.."

mvn -q -ntp "$@" -pl platform-core/core -am \
    test-compile dependency:build-classpath -Dmdep.outputFile=target/class-path.txt

core=platform-core/core/target
java -Xmx256m -cp "$core/test-classes:$core/classes:$(cat $core/class-path.txt)" \
    fr.preau.core.modules.MigrationMeasure "$work/database" 99 4
