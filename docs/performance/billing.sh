#!/usr/bin/env bash
# Measures a billing run for 99 collèges and 40,000 half-boarders.
# Needs a JDK and Maven. Usage: docs/performance/billing.sh [options for Maven]
set -euo pipefail
cd "$(dirname "$0")/../.."

mvn -q -ntp "$@" -pl plugins/canteen -am \
    process-test-classes dependency:build-classpath -Dmdep.outputFile=target/class-path.txt

cd plugins/canteen
java -Xmx512m -cp "target/test-classes:target/classes:$(cat target/class-path.txt)" \
    fr.preau.canteen.billing.BillingMeasure
