#!/usr/bin/env bash
# Start-up of the packaged application against a bare Camunda web application. See README.md here.
set -euo pipefail

giri=${1:-5}
porta=${PORTA:-18090}
limite=${LIMITE:-1.5}
limite_archivio=${LIMITE_ARCHIVIO:-0.8}
radice=$(cd "$(dirname "$0")/../.." && pwd)
jar=$radice/target/piano-di-zona.jar
pagina=http://127.0.0.1:$porta/camunda/app/tasklist/default/
processo=

if [ ! -f "$jar" ]; then
  echo "Manca $jar: prima ./mvnw -DskipTests package" >&2
  exit 2
fi

lavoro=$(mktemp -d)
fine() {
  if [ -n "$processo" ]; then
    kill "$processo" 2>/dev/null || true
    wait "$processo" 2>/dev/null || true
  fi
  rm -rf "$lavoro"
}
trap fine EXIT

# The smallest project that shows Tasklist: the starter, a database, one user.
progetto() {
  mkdir -p "$lavoro/nudo/src/main/java/nudo" "$lavoro/nudo/src/main/resources"
  cat >"$lavoro/nudo/pom.xml" <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>3.5.16</version>
    <relativePath/>
  </parent>
  <groupId>nudo</groupId>
  <artifactId>nudo</artifactId>
  <version>1</version>
  <properties>
    <java.version>17</java.version>
  </properties>
  <dependencies>
    <dependency>
      <groupId>org.camunda.bpm.springboot</groupId>
      <artifactId>camunda-bpm-spring-boot-starter-webapp</artifactId>
      <version>7.24.0</version>
    </dependency>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-jdbc</artifactId>
    </dependency>
    <dependency>
      <groupId>com.h2database</groupId>
      <artifactId>h2</artifactId>
    </dependency>
  </dependencies>
  <build>
    <finalName>nudo</finalName>
    <plugins>
      <plugin>
        <groupId>org.springframework.boot</groupId>
        <artifactId>spring-boot-maven-plugin</artifactId>
      </plugin>
    </plugins>
  </build>
</project>
XML
  cat >"$lavoro/nudo/src/main/java/nudo/Nudo.java" <<'JAVA'
package nudo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Nudo {
  public static void main(String[] args) {
    SpringApplication.run(Nudo.class, args);
  }
}
JAVA
  cat >"$lavoro/nudo/src/main/resources/application.yaml" <<'YAML'
spring.datasource.url: jdbc:h2:file:./dati/nudo
camunda.bpm:
  admin-user: { id: admin, password: demo }
  generic-properties.properties.history-time-to-live: P1D
YAML
  "$radice/mvnw" -q -B -f "$lavoro/nudo/pom.xml" package
}

# The application as the image of docker/ has it: taken out of its jar, with an archive of its classes.
estrai() {
  java -Djarmode=tools -jar "$jar" extract --destination "$lavoro/estratti" >/dev/null
  "$radice/docker/archivio.sh" "$lavoro/estratti/piano-di-zona.jar" "$lavoro/estratti/piano-di-zona.jsa"
}

# Starts a jar in its folder, waits for Tasklist, stops it; leaves the milliseconds in $tempo.
# What follows the pause are options of the JVM.
avvia() {
  local cartella=$1 archivio=$2 pausa=$3 inizio adesso
  shift 3
  mkdir -p "$cartella"
  cd "$cartella"
  inizio=$(date +%s%3N)
  java "$@" -Duser.timezone=Europe/Rome -jar "$archivio" --server.port="$porta" --server.address=127.0.0.1 \
    >avvio.log 2>&1 &
  processo=$!
  # asking for pages that are not there yet would take a third of a processor
  until (: <"/dev/tcp/127.0.0.1/$porta") 2>/dev/null || ! kill -0 "$processo" 2>/dev/null; do
    sleep 0.02
  done
  until [ "$(curl -s -o /dev/null -w '%{http_code}' "$pagina")" = 200 ]; do
    if ! kill -0 "$processo" 2>/dev/null; then
      cat avvio.log >&2
      exit 2
    fi
    adesso=$(date +%s%3N)
    if [ $((adesso - inizio)) -gt 180000 ]; then
      echo "$archivio non risponde dopo tre minuti" >&2
      exit 2
    fi
    sleep 0.02
  done
  adesso=$(date +%s%3N)
  tempo=$((adesso - inizio))
  sleep "$pausa"
  kill "$processo"
  wait "$processo" 2>/dev/null || true
  processo=
  cd "$radice"
}

mediana() {
  sort -n "$1" | awk '{ v[NR] = $1 } END { m = int((NR + 1) / 2); print NR % 2 ? v[m] : (v[m] + v[m + 1]) / 2 }'
}

progetto
estrai

# The first start creates the database and, for the application, the demonstration's data.
avvia "$lavoro/a" "$jar" 15
avvia "$lavoro/b" "$lavoro/nudo/target/nudo.jar" 2

for ((giro = 1; giro <= giri; giro++)); do
  avvia "$lavoro/a" "$jar" 1
  echo "$tempo" >>"$lavoro/a.ms"
  nostro=$tempo
  avvia "$lavoro/a" "$lavoro/estratti/piano-di-zona.jar" 1 "@$radice/docker/java.opzioni" \
    -XX:SharedArchiveFile="$lavoro/estratti/piano-di-zona.jsa"
  echo "$tempo" >>"$lavoro/c.ms"
  conarchivio=$tempo
  avvia "$lavoro/b" "$lavoro/nudo/target/nudo.jar" 1
  echo "$tempo" >>"$lavoro/b.ms"
  echo "giro $giro: piano-di-zona $nostro ms, con l'archivio $conarchivio ms, Camunda nudo $tempo ms"
done

a=$(mediana "$lavoro/a.ms")
b=$(mediana "$lavoro/b.ms")
c=$(mediana "$lavoro/c.ms")
awk -v a="$a" -v b="$b" -v c="$c" -v limite="$limite" -v archivio="$limite_archivio" 'BEGIN {
  printf "mediane: piano-di-zona %d ms, Camunda nudo %d ms, rapporto %.2f (limite %s)\n", a, b, a / b, limite
  printf "con l\047archivio delle classi %d ms, rapporto %.2f (limite %s)\n", c, c / b, archivio
  exit a / b > limite || c / b > archivio
}'
