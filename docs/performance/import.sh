#!/usr/bin/env bash
# Writes the deliveries of all 99 collèges and measures their import into an empty database, then a
# second, unchanged import. Needs about 2 GB below the folder that is given (an empty one), a JDK and Maven.
set -euo pipefail
work="$(mkdir -p "${1:?a folder for the deliveries and the database}" && cd "$1" && pwd)"
shift
cd "$(dirname "$0")/../.."

mvn -q -ntp "$@" -pl platform-core/core,tenants/people -am \
    test-compile dependency:build-classpath -Dmdep.outputFile=target/class-path.txt

people=tenants/people/target
time java -Xmx256m -cp "$people/classes:$(cat $people/class-path.txt)" \
    fr.preau.tenants.people.aaf.WriteDeliveries \
    tenants/hauts-de-seine 20261101 "$work/deliveries" all communication | tail -n 1

core=platform-core/core/target
java -Xmx512m -cp "$core/test-classes:$core/classes:$(cat $core/class-path.txt)" \
    fr.preau.core.imports.ImportMeasure "$work/deliveries" "$work/database" 1
