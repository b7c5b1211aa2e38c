package it.pianodizona.notifiche;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.TipoEnte;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Termini;
import it.pianodizona.notifiche.Messaggi.Filtro;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.tavoli.IncontroConvocato;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A test that publishes events of a plan and looks at the outbox, empty at the beginning. */
abstract class ProvaDiPosta extends ProvaDiProcesso {

  static final String AREA = "Minori e famiglia";
  static final String UFFICIO = "ufficiodipiano@esempio.it";
  static final String ATS = "ats@esempio.it";

  @Autowired Messaggi messaggi;
  @Autowired Segnalazioni segnalazioni;
  @Autowired Anagrafica anagrafica;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transazione;
  @Autowired ApplicationEventPublisher eventi;

  @BeforeEach
  void svuota() {
    jdbc.sql("delete from messaggio").update();
    anagrafica.aggiornaRecapito(TipoEnte.AMBITO, AMBITO, UFFICIO);
    anagrafica.aggiornaRecapito(TipoEnte.ATS, "325", ATS);
  }

  @AfterEach
  void senzaRecapiti() {
    jdbc.sql("delete from messaggio").update();
    jdbc.sql("update ambito set email = null where codice = ?").param(AMBITO).update();
    jdbc.sql("update ats set email = null where codice = '325'").update();
  }

  void accade(EventoDelPiano evento) {
    transazione.executeWithoutResult(stato -> eventi.publishEvent(evento));
  }

  /** All messages, in the order they were written. */
  List<Messaggio> posta() {
    return messaggi.elenco(Filtro.TUTTI, 1, 1000).messaggi().stream()
        .sorted(Comparator.comparing(Messaggio::id))
        .toList();
  }

  Messaggio unico() {
    var posta = posta();
    assertThat(posta).hasSize(1);
    return posta.get(0);
  }

  static ZonedDateTime alle(String momento) {
    return LocalDateTime.parse(momento).atZone(Termini.ROMA);
  }

  static Destinatario ente(String nome) {
    return new Destinatario("Cooperativa " + nome, nome.toLowerCase(Locale.ROOT) + "@esempio.it");
  }

  static IncontroConvocato incontro(
      RiferimentoPiano piano, int sequenza, List<Destinatario> destinatari) {
    return new IncontroConvocato(
        piano,
        7,
        AREA,
        1,
        alle("2024-10-09T16:00"),
        alle("2024-10-09T19:00"),
        "Sala Legrenzi, Palazzo Marinoni Barca, Clusone",
        "1. Presentazione\n2. Bisogni",
        sequenza,
        destinatari);
  }
}
