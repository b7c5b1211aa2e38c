package it.pianodizona.notifiche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import it.pianodizona.piano.RiferimentoPiano;
import jakarta.mail.BodyPart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The worker against real mail servers, in a real time that the test moves. */
class PostinoTest extends ProvaDiPosta {

  private static final RiferimentoPiano SENZA_PROCESSO =
      new RiferimentoPiano(1, AMBITO, "2025-2027");

  @Test
  void ilMessaggioArrivaConTestoHtmlInvitoELaSuaIdentita() throws Exception {
    try (var server = new ServerVero()) {
      accade(incontro(SENZA_PROCESSO, 0, List.of(ente("Ponte"))));
      postino(server.porta()).giro();

      var ricevuto = server.ricevuti()[0];
      var inviato = unico();
      assertThat(inviato.stato()).isEqualTo(StatoMessaggio.INVIATO);
      assertThat(inviato.recapito()).isEqualTo(Recapito.SMTP);
      assertThat(ricevuto.getMessageID()).isEqualTo(inviato.messageId());
      assertThat(ricevuto.getSubject()).isEqualTo(inviato.oggetto());
      assertThat(ricevuto.getReplyTo()[0]).hasToString(UFFICIO);
      var parti = (MimeMultipart) ricevuto.getContent();
      var versioni = (MimeMultipart) parti.getBodyPart(0).getContent();
      assertThat(versioni.getContentType()).startsWith("multipart/alternative");
      assertThat(contenuto(versioni.getBodyPart(0))).isEqualTo(inviato.testo());
      assertThat(versioni.getBodyPart(0).getContentType()).startsWith("text/plain; charset=UTF-8");
      assertThat(contenuto(versioni.getBodyPart(1))).isEqualTo(inviato.html());
      assertThat(versioni.getBodyPart(2).getContentType())
          .contains("text/calendar")
          .contains("method=REQUEST");
      assertThat(parti.getBodyPart(1).getFileName()).isEqualTo("convocazione.ics");
      assertThat(parti.getBodyPart(1).getDisposition()).isEqualTo(Part.ATTACHMENT);
    }
  }

  @Test
  void conIlServerFermoSiRiprovaEOgniMessaggioArrivaUnaVoltaSola() throws Exception {
    int porta = portaLibera();
    accade(incontro(SENZA_PROCESSO, 0, enti(4)));
    postino(porta).giro();
    assertThat(posta())
        .allMatch(m -> m.stato() == StatoMessaggio.IN_CODA && m.tentativi() == 1)
        .allMatch(m -> m.ultimoErrore() != null);

    try (var server = new ServerVero(porta)) {
      postino(porta).giro();
      assertThat(server.ricevuti()).as("il prossimo tentativo non è ancora dovuto").isEmpty();

      passano(Duration.ofMinutes(1));
      postino(porta).giro();
      postino(porta).giro();
      assertThat(server.ricevuti())
          .extracting(m -> m.getAllRecipients()[0].toString())
          .hasSize(4)
          .doesNotHaveDuplicates();
      assertThat(posta()).allMatch(m -> m.stato() == StatoMessaggio.INVIATO);
    }
  }

  @Test
  void lAttesaRaddoppiaFinoAlMassimo() {
    assertThat(PROPRIETA.attesa(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(PROPRIETA.attesa(2)).isEqualTo(Duration.ofMinutes(2));
    assertThat(PROPRIETA.attesa(5)).isEqualTo(Duration.ofMinutes(16));
    assertThat(PROPRIETA.attesa(8)).isEqualTo(Duration.ofHours(2));
    assertThat(PROPRIETA.attesa(1000)).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void unDestinatarioRifiutatoNonFermaGliAltriELaConnessioneRestaUna() throws Exception {
    var log = (Logger) LoggerFactory.getLogger(Postino.class);
    var righe = new ListAppender<ILoggingEvent>();
    righe.start();
    log.addAppender(righe);
    // whatever level a command that ran before in this JVM has left
    log.setLevel(Level.WARN);
    try (var server = new ServerDiPosta()) {
      server.rifiuta("ente3@esempio.it", "550 5.1.1 casella inesistente: <ente3@esempio.it>");
      server.rifiuta("ente5@esempio.it", "451 4.7.1 riprovare più tardi");
      accade(incontro(SENZA_PROCESSO, 0, enti(7)));
      postino(server.porta()).giro();

      assertThat(server.accettati)
          .containsExactly(
              "ente1@esempio.it",
              "ente2@esempio.it",
              "ente4@esempio.it",
              "ente6@esempio.it",
              "ente7@esempio.it");
      assertThat(server.connessioni).hasValue(1);
      var posta = posta();
      assertThat(posta.get(2).stato()).isEqualTo(StatoMessaggio.FALLITO);
      assertThat(posta.get(2).ultimoErrore()).contains("550 5.1.1 casella inesistente");
      assertThat(posta.get(4).stato()).isEqualTo(StatoMessaggio.IN_CODA);
      assertThat(posta.get(4).ultimoErrore()).contains("451");

      server.accetta("ente5@esempio.it");
      passano(Duration.ofMinutes(1));
      postino(server.porta()).giro();
      assertThat(server.accettati).hasSize(6).doesNotHaveDuplicates().contains("ente5@esempio.it");
    } finally {
      log.detachAppender(righe);
      log.setLevel(null);
    }
    assertThat(righe.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .singleElement()
        .asString()
        .contains("550 5.1.1 casella inesistente")
        .doesNotContain("@");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "421 4.3.2 troppi messaggi, arrivederci")
  void unServerCheCongedaDopoDueMessaggiLiHaTuttiSubitoEUnaVoltaSola(String congedo)
      throws Exception {
    try (var server = new ServerDiPosta()) {
      server.congeda(2, congedo);
      accade(incontro(SENZA_PROCESSO, 0, enti(7)));
      postino(server.porta()).giro();

      assertThat(server.accettati).hasSize(7).doesNotHaveDuplicates();
      assertThat(server.connessioni).hasValue(4);
      assertThat(posta())
          .allMatch(m -> m.stato() == StatoMessaggio.INVIATO && m.tentativi() == 1)
          .allMatch(m -> m.ultimoErrore() == null);
    }
  }

  @Test
  void unLottoGrandeVaSuDueConnessioniELeLettereAUnoStessoIndirizzoRestanoInOrdine()
      throws Exception {
    try (var server = new ServerDiPosta()) {
      for (int volta = 0; volta < 3; volta++) {
        accade(incontro(SENZA_PROCESSO, volta, enti(10)));
      }
      postino(server.porta()).giro();

      assertThat(server.connessioni).hasValue(2);
      assertThat(server.presi).hasSize(30).doesNotHaveDuplicates();
      for (var ente : enti(10)) {
        assertThat(server.presi.stream().filter(p -> p.destinatario().equals(ente.email())))
            .as("nell'ordine in cui sono state scritte")
            .extracting(ServerDiPosta.Preso::messageId)
            .containsExactlyElementsOf(
                posta().stream()
                    .filter(m -> m.destinatarioEmail().equals(ente.email()))
                    .map(Messaggio::messageId)
                    .toList());
      }
    }
  }

  @Test
  void chiRinunciaApreUnIncidenteEIlNuovoInvioLoChiude() throws Exception {
    var piano = piano();
    avvia("PianoDiZona", piano, Map.of("ritardoDal", "2024-12-11T00:00:00+01:00"));
    esegui();
    int porta = portaLibera();
    accade(incontro(piano, 0, enti(1)));

    postino(porta).giro();
    passano(Duration.ofMinutes(1));
    postino(porta).giro();
    assertThat(incidenti()).isEmpty();
    passano(Duration.ofMinutes(2));
    postino(porta).giro();

    var fallito = unico();
    assertThat(fallito.stato()).isEqualTo(StatoMessaggio.FALLITO);
    assertThat(fallito.tentativi()).isEqualTo(3);
    assertThat(incidenti()).hasSize(1);
    var incidente = incidenti().get(0);
    assertThat(incidente.getId()).isEqualTo(fallito.incidente());
    assertThat(incidente.getConfiguration()).isEqualTo(Long.toString(fallito.id()));
    assertThat(incidente.getIncidentMessage())
        .contains("Cooperativa Ente1")
        .contains("Convocazione del tavolo");
    assertThat(incidente.getProcessInstanceId())
        .isEqualTo(processi.istanza("PianoDiZona", piano.chiave()).orElseThrow());
    assertThat(incidente.getActivityId()).isNotBlank();

    postino(porta).giro();
    assertThat(incidenti()).as("un solo incidente per messaggio").hasSize(1);

    // the plan moves on, and the engine takes the incident away with the step it hung on
    jdbc.sql("delete from act_ru_incident where id_ = ?").param(incidente.getId()).update();
    postino(porta).giro();
    assertThat(incidenti()).as("il messaggio manca ancora").hasSize(1);

    try (var server = new ServerVero(porta)) {
      messaggi.inviaDiNuovo(fallito.id());
      passano(Duration.ofSeconds(1));
      postino(porta).giro();
      assertThat(server.ricevuti()).hasSize(1);
    }
    assertThat(unico().stato()).isEqualTo(StatoMessaggio.INVIATO);
    assertThat(unico().incidente()).isNull();
    assertThat(incidenti()).isEmpty();
  }

  @Test
  void seIlNodoMuoreAMetaIlMessaggioRiparteConLaStessaIdentita() throws Exception {
    try (var server = new ServerVero()) {
      accade(incontro(SENZA_PROCESSO, 0, enti(1)));
      // another node took the message, sent it and died before writing it down
      var presa = partenze.prendi(10, tempo, tempo.plus(PROPRIETA.prenotazione()));
      try (var corriere = new CorriereSmtp(mittente(server.porta()), PROPRIETA)) {
        corriere.consegna(presa.messaggi().get(0));
      }

      postino(server.porta()).giro();
      assertThat(server.ricevuti()).as("appartiene ancora a chi l'ha preso").hasSize(1);

      passano(PROPRIETA.prenotazione());
      postino(server.porta()).giro();
      assertThat(server.ricevuti()).hasSize(2);
      assertThat(server.ricevuti()[0].getMessageID())
          .isEqualTo(server.ricevuti()[1].getMessageID());
      assertThat(unico().stato()).isEqualTo(StatoMessaggio.INVIATO);
    }
  }

  @Test
  void unMessaggioCheNonSiRiesceASegnareNonRiparteSubito() throws Exception {
    try (var server = new ServerVero()) {
      accade(incontro(SENZA_PROCESSO, 0, enti(1)));
      var senzaPenna =
          new PostaInPartenza(jdbc, orologio) {
            @Override
            void segnaInviati(List<Messaggio> accettati, Recapito recapito) {
              throw new IllegalStateException("il database non risponde");
            }
          };
      assertThatThrownBy(() -> postino(senzaPenna, server.porta()).giro())
          .hasMessage("il database non risponde");

      postino(server.porta()).giro();
      assertThat(server.ricevuti()).as("nessuno sa ancora se è partito").hasSize(1);

      passano(PROPRIETA.prenotazione());
      postino(server.porta()).giro();
      assertThat(server.ricevuti())
          .extracting(MimeMessage::getMessageID)
          .containsExactly(unico().messageId(), unico().messageId());
    }
  }

  @Test
  void senzaServerIMessaggiRestanoNellaCasellaELoDicono() {
    accade(incontro(SENZA_PROCESSO, 0, enti(25)));
    giraSenzaServer();

    assertThat(posta())
        .hasSize(25)
        .allMatch(m -> m.stato() == StatoMessaggio.INVIATO)
        .allMatch(m -> m.recapito() == Recapito.CASELLA_LOCALE);
  }

  private List<Incident> incidenti() {
    return motore
        .getRuntimeService()
        .createIncidentQuery()
        .incidentType("mailNonRecapitata")
        .list();
  }

  private static String contenuto(BodyPart parte) throws Exception {
    return parte.getContent().toString().replace("\r\n", "\n");
  }

  private static int portaLibera() throws IOException {
    try (var presa = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return presa.getLocalPort();
    }
  }

  /** GreenMail, up for the length of a block. */
  private static final class ServerVero implements AutoCloseable {

    private final GreenMail greenMail;

    ServerVero() {
      this(0);
    }

    ServerVero(int porta) {
      greenMail = new GreenMail(new ServerSetup(porta, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      greenMail.start();
    }

    int porta() {
      return greenMail.getSmtp().getPort();
    }

    MimeMessage[] ricevuti() {
      return Arrays.copyOf(greenMail.getReceivedMessages(), greenMail.getReceivedMessages().length);
    }

    @Override
    public void close() {
      greenMail.stop();
    }
  }
}
