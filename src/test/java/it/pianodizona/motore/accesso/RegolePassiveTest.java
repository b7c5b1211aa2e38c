package it.pianodizona.motore.accesso;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.DomandaFixture;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.dimostrazione.AvvisoDiClusone;
import it.pianodizona.motore.accesso.Percorsi.Mondo;
import it.pianodizona.motore.accesso.Percorsi.Regola;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Triennio;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The rules of a passive scanner over every path of the table, as everybody, as an official and as
 * an administrator, with pages that are there, pages that are not and requests that are refused.
 */
class RegolePassiveTest extends ProvaHttp {

  /** What is the same for everybody, and may be kept by browsers and proxies. */
  private static final String PER_TUTTI =
      "(/css/|/js/|/webjars/|/camunda/(app|lib|assets)/|/avvisi/[^/]+/(calendario|avviso)|/manuale/immagini/).*";

  private static int anno = 2500;

  @Autowired private Percorsi percorsi;
  @Autowired private Piani piani;
  @Autowired private Avvisi avvisi;
  @Autowired private Domande domande;

  private final List<String> difetti = new ArrayList<>();

  @Test
  void nessunaRispostaDiceTroppoOProteggeTroppoPoco() {
    var valori = unAvvisoConUnaDomanda();
    var ufficio = tasklist("udp");
    var amministratore = tasklist("admin");
    int pagine = 0;
    var indirizzi =
        new TreeSet<>(List.of("/inesistente", "/avvisi/inesistente", "/manuale/assente"));
    for (var mondo : List.of(Mondo.PAGINE, Mondo.OPERAZIONI)) {
      for (var regola : percorsi.di(mondo)) {
        indirizzi.add(indirizzo(regola, valori));
      }
    }
    indirizzi.remove("/accesso/esci");
    indirizzi.addAll(
        List.of(
            "/css/pianodizona.css",
            "/webjars/bootstrap-italia/dist/css/bootstrap-italia.min.css",
            "/avvisi?cerca=%3Cscript%3Ealert(1)%3C/script%3E",
            "/manuale?cerca=%22onmouseover=alert(1)",
            "/camunda/app/tasklist/default/",
            "/camunda/app/cockpit/default/",
            "/camunda/app/admin/default/",
            "/camunda/app/welcome/default/",
            "/camunda/app/tasklist/scripts/config.js",
            "/camunda/api/engine/engine",
            "/camunda/api/engine/engine/default/task",
            "/camunda/api/admin/auth/user/default"));
    for (var percorso : indirizzi) {
      guarda("anonimo", percorso, chiedi(percorso));
      guarda("udp", percorso, ufficio.apri(percorso));
      var risposta = amministratore.apri(percorso);
      guarda("admin", percorso, risposta);
      pagine += risposta.statusCode() == 200 ? 1 : 0;
    }

    assertThat(difetti).isEmpty();
    // most of what was looked at was there
    assertThat(pagine).isGreaterThan(60);
  }

  @Test
  void nemmenoIlMotoreEChiVieneRifiutato() {
    for (var regola : percorsi.di(Mondo.MOTORE)) {
      if (regola.metodo().equals("GET")) {
        var percorso = "/engine-rest" + indirizzo(regola, Map.of());
        guarda("anonimo", percorso, chiedi(percorso));
        guarda("udp", percorso, rest("udp", percorso));
      }
    }
    for (var regola : percorsi.di(Mondo.PAGINE)) {
      if (regola.metodo().equals("POST")) {
        var percorso = indirizzo(regola, Map.of());
        var senzaGettone =
            new Browser().invia(percorso, "application/x-www-form-urlencoded", "a=b");
        guarda("senza gettone", percorso, senzaGettone);
      }
    }
    guarda("sbagliata", "/engine-rest/task", restConPassword("udp", "no", "/engine-rest/task"));

    assertThat(difetti).isEmpty();
  }

  @Test
  void nessunModuloPassaConUnGettoneInventato() {
    var amministratore = tasklist("admin");
    var moduli =
        Map.of(
            "application/x-www-form-urlencoded",
            "_csrf=wapiti&titolo=x",
            "multipart/form-data; boundary=c",
            "--c\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nwapiti\r\n--c--\r\n");
    var passati = new ArrayList<String>();
    for (var regola : percorsi.di(Mondo.PAGINE)) {
      // mail programs have no token to send (RFC 8058)
      if (regola.metodo().equals("POST") && !regola.percorso().endsWith("/rinuncia-immediata")) {
        moduli.forEach(
            (tipo, corpo) -> {
              var stato =
                  amministratore.invia(indirizzo(regola, Map.of()), tipo, corpo).statusCode();
              if (stato != 403) {
                passati.add(regola + " " + tipo + " " + stato);
              }
            });
      }
    }

    assertThat(passati).isEmpty();
  }

  @Test
  void cioCheSiScriveInUnCampoNonFinisceNeiLog() {
    var radice = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var livello = radice.getLevel();
    var righe = new ListAppender<ILoggingEvent>();
    righe.start();
    radice.addAppender(righe);
    radice.setLevel(Level.INFO);
    try {
      var amministratore = tasklist("admin");
      for (var percorso :
          List.of(
              "/registro?dal=%s&piano=%s&persona=%s",
              "/monitoraggio?triennio=%s&ats=%s",
              "/amministrazione/persona?email=%s",
              "/camunda/api/engine/engine/default/task?dueBefore=%s",
              "/camunda/api/engine/engine/default/task?assignee=%s&sortBy=%s")) {
        amministratore.apri(percorso.replace("%s", "RSSMRA80A01F205X"));
      }
      for (var percorso : List.of("/avvisi?cerca=%s&stato=%s", "/manuale?cerca=%s", "/%s")) {
        chiedi(percorso.replace("%s", "RSSMRA80A01F205X"));
      }
    } finally {
      radice.detachAppender(righe);
      radice.setLevel(livello);
    }
    assertThat(righe.list)
        .extracting(
            riga ->
                riga.getFormattedMessage() + ThrowableProxyUtil.asString(riga.getThrowableProxy()))
        .noneMatch(riga -> riga.contains("RSSMRA80A01F205X"));
  }

  private void guarda(String chi, String percorso, HttpResponse<String> risposta) {
    boolean perTutti = percorso.matches(PER_TUTTI) && risposta.statusCode() == 200;
    difetti.addAll(RegolePassive.difetti(chi + " " + percorso, risposta, perTutti));
  }

  private Map<String, String> unAvvisoConUnaDomanda() {
    ClockUtil.setCurrentTime(
        Date.from(LocalDateTime.parse("2024-09-12T09:00").atZone(Termini.ROMA).toInstant()));
    var triennio = anno + "-" + (anno + 2);
    anno += 3;
    try {
      piani.registra(
          Triennio.di(triennio, "DGR di prova", LocalDate.of(2024, 12, 10), "2025-2027"));
      long piano = piani.avvia(triennio, List.of(MIO)).get(0).pianoId();
      long avviso = avvisi.redigi(piano, AvvisoDiClusone.contenuto());
      avvisi.approva(avviso, null, "rup");
      var numero = avvisi.pubblica(avviso).numero();
      domande.presenta(DomandaFixture.domandaDellaCooperativa(numero));
      var domanda = domande.elenco(avviso).get(0);
      return Map.of(
          "{numero}",
          numero,
          "{token}",
          domanda.token(),
          "{codiceAmbito}",
          MIO,
          "{pianoId}",
          String.valueOf(piano),
          "/ufficio/domande/{id}",
          "/ufficio/domande/" + domanda.id(),
          "{compito}",
          "UserTask_RedigereAvviso",
          "{capitolo}",
          "per-cominciare",
          "{triennio}",
          triennio,
          "{anno}",
          "2024");
    } finally {
      ClockUtil.reset();
    }
  }

  private static String indirizzo(Regola regola, Map<String, String> valori) {
    var pieno = regola.percorso();
    for (var valore : valori.entrySet()) {
      pieno = pieno.replace(valore.getKey(), valore.getValue());
    }
    return pieno.replaceAll("\\{[^}]+}", "1").replace("/**", "/assente");
  }
}
