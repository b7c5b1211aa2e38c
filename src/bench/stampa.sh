#!/bin/bash
# Time to print a Documento di Piano of sixty objectives; see README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
giri=${1:-7}
limite=${LIMITE:-5000}
# shellcheck disable=SC2086
./mvnw -q -B ${MAVEN_ARGS:-} test -Dtest=StampaMisurata -Dexec.skip -Dprova.compilatore=-XX:+TieredCompilation -Dspotless.check.skip \
  -Dsurefire.failIfNoSpecifiedTests=false -Dpianodizona.giri="$giri" \
  -Dpianodizona.tempi=target/stampe/tempi.txt
sort -n target/stampe/tempi.txt | awk -v limite="$limite" '
  { t[NR] = $1 }
  END {
    m = NR % 2 ? t[(NR + 1) / 2] : (t[NR / 2] + t[NR / 2 + 1]) / 2
    printf "%d giri, minimo %d ms, mediana %d ms, massimo %d ms, limite %d ms\n", NR, t[1], m, t[NR], limite
    exit m > limite
  }'
