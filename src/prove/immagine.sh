#!/usr/bin/env bash
# Builds the image of docker/Dockerfile with buildah, without a registry, and starts it. See README.md here.
set -euo pipefail

radice=$(cd "$(dirname "$0")/../.." && pwd)
base=${BASE:-debian}
export BUILDAH_ISOLATION=chroot

motore() {
  buildah --root "$lavoro/strati" --runroot "$lavoro/corsa" --storage-driver vfs "$@"
}

# The application inside, whoever it runs as.
dentro() {
  pgrep -f '^[^ ]*java @/app/java.opzioni' || true
}

fine() {
  local rimasto
  rimasto=$(dentro)
  if [ -n "$rimasto" ]; then
    kill -KILL $rimasto
    sleep 1
  fi
  motore rm --all >/dev/null 2>&1 || true
  rm -rf "$lavoro"
}

if [ ! -f "$radice/target/piano-di-zona.jar" ]; then
  echo "Manca target/piano-di-zona.jar: prima ./mvnw -DskipTests package" >&2
  exit 2
fi
# before the trap: what runs already is somebody else's
if [ -n "$(dentro)" ]; then
  echo "L'applicazione di un'altra immagine è in funzione su questa macchina" >&2
  exit 2
fi
lavoro=$(mktemp -d)
trap fine EXIT

errore() {
  echo "$1" >&2
  tail -n 40 "$lavoro"/*.log >&2
  exit 1
}

# Debian's Java in the place of the image that the Dockerfile starts from.
fa_le_veci() {
  mmdebstrap --quiet --variant=minbase --include=openjdk-17-jre-headless,tzdata bookworm "$lavoro/base.tar"
  local contenitore
  contenitore=$(motore from scratch)
  motore add --quiet "$contenitore" "$lavoro/base.tar" / >/dev/null
  motore config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$contenitore"
  motore commit --quiet --rm "$contenitore" "docker.io/library/$1" >/dev/null
  rm "$lavoro/base.tar"
}

cd "$radice"
tirare=ifmissing
if [ "$base" = debian ]; then
  fa_le_veci "$(sed -n '0,/^FROM /s/^FROM \([^ ]*\).*/\1/p' docker/Dockerfile)"
  tirare=never
fi
inizio=$SECONDS
motore build --pull="$tirare" --format docker -f docker/Dockerfile -t piano-di-zona . >"$lavoro/costruzione.log" 2>&1 ||
  errore "L'immagine non si costruisce"
! grep -iE 'warn|error' "$lavoro/costruzione.log" || errore "La costruzione avverte di qualcosa"
echo "costruita in $((SECONDS - inizio)) s"

contenitore=$(motore from --pull-never localhost/piano-di-zona)
mapfile -t avvio < <(motore inspect --format '{{range .OCIv1.Config.Entrypoint}}{{println .}}{{end}}' "$contenitore" | sed '/^$/d')
mapfile -t salute < <(motore inspect --format '{{range .Docker.Config.Healthcheck.Test}}{{println .}}{{end}}' "$contenitore" | sed '/^$/d;/^CMD$/d')
# a database in memory: there is no other here, and the image has no place of its own to write
motore config \
  --env SPRING_DATASOURCE_URL='jdbc:h2:mem:prova;OPTIMIZE_REUSE_RESULTS=FALSE' \
  --env PIANODIZONA_DIMOSTRAZIONE_ATTIVA=false \
  --env CAMUNDA_BPM_ADMIN_USER_ID=amministratore \
  --env CAMUNDA_BPM_ADMIN_USER_PASSWORD="$(head -c 18 /dev/urandom | base64)" \
  --env JAVA_TOOL_OPTIONS=-Xlog:class+load:file=/tmp/classi.log \
  "$contenitore"

inizio=$SECONDS
motore run "$contenitore" -- "${avvio[@]}" >"$lavoro/applicazione.log" 2>&1 &
corsa=$!
until motore run "$contenitore" -- "${salute[@]}" 2>/dev/null; do
  kill -0 "$corsa" 2>/dev/null || errore "L'applicazione non parte"
  [ $((SECONDS - inizio)) -lt 120 ] || errore "L'applicazione non risponde dopo due minuti"
  sleep 0.5
done
echo "sana dopo $((SECONDS - inizio)) s"

motore run "$contenitore" -- bash -c '
  [ "$(id -u):$(id -g)" = 10001:10001 ] || exit 1
  for file in /app /app/*; do [ ! -w "$file" ] || exit 2; done
  [ "$(grep -c "shared objects file (top)" /tmp/classi.log)" -gt 10000 ] || exit 3' ||
  errore "1: non è l'utente previsto, 2: può cambiare il programma, 3: non usa l'archivio delle classi: $?"
curl -fsS -o /dev/null http://127.0.0.1:8080/avvisi || errore "Gli avvisi non si aprono"

kill -TERM "$(dentro)"
esito=0
wait "$corsa" || esito=$?
[ "$esito" = 143 ] || errore "Fermata, l'applicazione è finita con $esito"
echo RIUSCITA
