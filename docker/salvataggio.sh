#!/usr/bin/env bash
# Saves the database of the application, consistent while it is in use; src/docs/esercizio.md.
#
#   salvataggio.sh DIR                       one file in DIR, and its SHA-256 beside it
#   salvataggio.sh ogni-notte DIR DAYS       one at 02:15 every night; those older than DAYS go
#
# The database is named by PGHOST, PGPORT, PGUSER, PGDATABASE; the password is in PGPASSWORD or in the
# file that PASSWORD_FILE names.
set -euo pipefail

if [ -n "${PASSWORD_FILE:-}" ]; then
  PGPASSWORD=$(cat "$PASSWORD_FILE")
  export PGPASSWORD
fi

salva() {
  local cartella=$1 nome
  nome=$(date +pianodizona-%Y%m%d-%H%M%S).dump
  # a file without its final name is not a backup; a dump cut short has no readable list
  pg_dump --format=custom --compress=6 --no-owner --no-privileges --file="$cartella/.$nome.parte" &&
    pg_restore --list "$cartella/.$nome.parte" >/dev/null &&
    mv "$cartella/.$nome.parte" "$cartella/$nome" &&
    (cd "$cartella" && sha256sum "$nome" >"$nome.sha256") &&
    echo "$cartella/$nome"
}

if [ "${1:-}" != ogni-notte ]; then
  salva "${1:?indicare la cartella dei salvataggi}"
  exit
fi

cartella=${2:?indicare la cartella dei salvataggi}
trap 'exit 0' TERM
giorni=${3:?indicare per quanti giorni tenerli}
while true; do
  adesso=$(date +%s)
  prossimo=$(date -d 'today 02:15' +%s)
  if [ "$prossimo" -le "$adesso" ]; then
    prossimo=$(date -d 'tomorrow 02:15' +%s)
  fi
  sleep $((prossimo - adesso)) &
  wait $!
  # a night that fails is said in the log and does not end the service
  if salva "$cartella"; then
    find "$cartella" -maxdepth 1 -name 'pianodizona-*.dump*' -mtime "+$giorni" -delete
  else
    echo "Salvataggio non riuscito" >&2
  fi
done
