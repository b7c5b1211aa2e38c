#!/bin/bash
# The view of the whole Region: time of each address and time to draw it; see README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
giri=${1:-200}
tempi=target/monitoraggio-tempi.txt
# shellcheck disable=SC2086
./mvnw -q -B ${MAVEN_ARGS:-} test -Dtest=MonitoraggioMisurato -Dexec.skip -Dprova.compilatore=-XX:+TieredCompilation -Dspotless.check.skip \
  -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.rerunFailingTestsCount=0 -Dpianodizona.giri="$giri" \
  -Dpianodizona.tempi="$tempi" -Dspring.datasource.url="${DB:-jdbc:h2:mem:misura;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE}" \
  -Dspring.datasource.username="${DB_UTENTE:-sa}" -Dspring.datasource.password="${DB_PASSWORD:-}"
awk -v risposta="${LIMITE:-300}" -v disegno="${LIMITE_DISEGNO:-2000}" '
  /^dati:/ { print; next }
  {
    n = NF - 1
    for (i = 1; i <= n; i++) t[i] = $(i + 1) + 0
    for (i = 2; i <= n; i++) {
      v = t[i]
      for (j = i - 1; j > 0 && t[j] > v; j--) t[j + 1] = t[j]
      t[j + 1] = v
    }
    p = int(n * 0.95 + 0.999999)
    limite = $1 ~ /^disegno/ ? disegno : risposta
    printf "%-42s %4d giri, mediana %4d ms, p95 %4d ms, massimo %4d ms, limite %d ms\n", $1, n, t[int((n + 1) / 2)], t[p], t[n], limite
    if (t[p] > limite) oltre = 1
  }
  END { exit oltre }' "$tempi"
