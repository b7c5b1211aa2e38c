#!/usr/bin/env bash
# Our engine beside the same models on an engine as it comes; see README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
uscita=target/confronto.csv
# enableAssertions=false: those of H2, on in tests, walk through its whole file at every commit
# shellcheck disable=SC2086
./mvnw -q -B ${MAVEN_ARGS:-} test -Dtest=ConfrontoMisurato -Dexec.skip -Dprova.compilatore=-XX:+TieredCompilation -DenableAssertions=false -Dspotless.check.skip \
  -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.rerunFailingTestsCount=0 -Dconfronto.giri="${1:-3}" -Dconfronto.uscita="$uscita" \
  -Dconfronto.ambiti="${AMBITI:-91}" -Dconfronto.compiti="${COMPITI:-10000}" \
  -Dconfronto.banco="${BANCO:-h2}"
awk -F';' '
  {
    giusto = $5 == "almeno" ? $4 >= $6 : $4 <= $6
    printf "%-44s %8s %8s  %6s  (%s %s)  %s\n", $1, $2, $3, $4, $5, $6, giusto ? "sì" : "no"
    if (!giusto) mancati++
  }
  END { exit mancati > 0 }' "$uscita"
