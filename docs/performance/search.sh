#!/usr/bin/env bash
# Measures the search over all one's mail in a collège of 100,000 messages, 10,000 of them of one person.
# Needs a JDK and Maven. Usage: docs/performance/search.sh [options for Maven]
set -euo pipefail
cd "$(dirname "$0")/../.."

mvn -q -ntp "$@" -pl plugins/communication -am \
    test-compile dependency:build-classpath -Dmdep.outputFile=target/class-path.txt

cd plugins/communication
java -Xmx512m -cp "target/test-classes:target/classes:$(cat target/class-path.txt)" \
    fr.preau.communication.messages.SearchMeasure
