#!/bin/sh
# Starts the extracted application once, on a database in memory and without mail, ends it as soon as
# it is up, and keeps the classes it loaded in an archive that later starts map into memory.
#
#   archivio.sh JAR ARCHIVE      JAR as left by: java -Djarmode=tools -jar … extract
#
# The archive holds for this JAR at this path and for this JVM.
set -eu

jar=$1
archivio=$2
lavoro=$(mktemp -d)
trap 'rm -rf "$lavoro"' EXIT

# options, not variables: nothing of the real configuration may reach this start
env -u SPRING_PROFILES_ACTIVE java -XX:ArchiveClassesAtExit="$archivio" -Xlog:cds=error \
  -Xlog:cds+dynamic=error -Duser.timezone=Europe/Rome -Djava.io.tmpdir="$lavoro" \
  -Dspring.context.exit=onRefresh -jar "$jar" \
  --spring.datasource.url="jdbc:h2:mem:archivio;OPTIMIZE_REUSE_RESULTS=FALSE" \
  --spring.datasource.username=sa --spring.datasource.password= \
  --pianodizona.dimostrazione.attiva=false --pianodizona.posta.attiva=false \
  --server.address=127.0.0.1 --server.port=0 --logging.level.root=warn >"$lavoro/avvio.log" 2>&1 || {
  cat "$lavoro/avvio.log" >&2
  exit 1
}
test -s "$archivio" || {
  echo "$archivio non è stato scritto" >&2
  cat "$lavoro/avvio.log" >&2
  exit 1
}
chmod 444 "$archivio"
# An archive that does not fit is passed over in silence, and nobody would know: here it is an error.
java -Xshare:on -XX:SharedArchiveFile="$archivio" -cp "$jar" -version >"$lavoro/prova.log" 2>&1 || {
  cat "$lavoro/prova.log" >&2
  exit 1
}
