#!/usr/bin/env bash
# Starts the extracted application once, on a database in memory and without mail, asks it for a page,
# ends it, and keeps the classes it loaded in an archive that later starts map into memory.
#
#   archivio.sh JAR ARCHIVE      JAR as left by: java -Djarmode=tools -jar … extract
#
# The archive holds for this JAR at this path and for this JVM. Needs bash, sed and Java.
set -euo pipefail

jar=$1
archivio=$2
opzioni=$(dirname "$0")/java.opzioni
lavoro=$(mktemp -d)
processo=
fine() {
  if [ -n "$processo" ]; then
    kill -KILL "$processo" 2>/dev/null || true
  fi
  rm -rf "$lavoro"
}
trap fine EXIT

errore() {
  echo "$1" >&2
  cat "$lavoro/avvio.log" >&2
  exit 1
}

# The port on which the application listens, once it does.
porta() {
  sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' "$lavoro/avvio.log"
}

# Everything that a first page loads.
chiedi() {
  exec 3<>"/dev/tcp/127.0.0.1/$1"
  printf 'GET /camunda/app/tasklist/default/ HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
  IFS=' ' read -r -t 60 _ stato _ <&3
  cat <&3 >/dev/null
  exec 3>&-
  [ "$stato" = 200 ]
}

# options, not variables: nothing of the real configuration may reach this start
env -u SPRING_PROFILES_ACTIVE java "@$opzioni" -XX:ArchiveClassesAtExit="$archivio" -Xlog:cds=error \
  -Xlog:cds+dynamic=error -Djava.io.tmpdir="$lavoro" -jar "$jar" \
  --spring.datasource.url="jdbc:h2:mem:archivio;OPTIMIZE_REUSE_RESULTS=FALSE" \
  --spring.datasource.username=sa --spring.datasource.password= \
  --pianodizona.dimostrazione.attiva=false --pianodizona.posta.attiva=false \
  --server.address=127.0.0.1 --server.port=0 --logging.level.root=warn \
  --logging.level.org.springframework.boot.web.embedded.tomcat=info >"$lavoro/avvio.log" 2>&1 &
processo=$!
until [ -n "$(porta)" ]; do
  kill -0 "$processo" 2>/dev/null || errore "L'applicazione non parte"
  sleep 0.2
done
chiedi "$(porta)" || errore "L'applicazione non risponde"
kill "$processo"
# ended as asked: 128 and the number of the signal
esito=0
wait "$processo" || esito=$?
processo=
[ "$esito" = 143 ] || errore "L'applicazione è finita con $esito"
test -s "$archivio" || errore "$archivio non è stato scritto"
chmod 444 "$archivio"
# An archive that does not fit is passed over in silence, and nobody would know: here it is an error.
java "@$opzioni" -Xshare:on -XX:SharedArchiveFile="$archivio" -cp "$jar" -version >"$lavoro/avvio.log" 2>&1 ||
  errore "L'archivio non vale per questa JVM"
