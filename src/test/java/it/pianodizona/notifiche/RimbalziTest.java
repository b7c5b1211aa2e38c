package it.pianodizona.notifiche;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import it.pianodizona.piano.RiferimentoPiano;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail that comes back days later, read from a real IMAP mailbox. */
class RimbalziTest extends ProvaDiPosta {

  private static final RiferimentoPiano PIANO = new RiferimentoPiano(1, AMBITO, "2025-2027");
  private static final String CASELLA = "rimbalzi@esempio.it";

  private GreenMail server;
  private GreenMailUser casella;

  @BeforeEach
  void accendi() {
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    server.start();
    casella = server.setUser(CASELLA, "rimbalzi", "segreta");
  }

  @AfterEach
  void spegni() {
    server.stop();
  }

  @Test
  void ilMessaggioTornatoIndietroDiventaNonRecapitatoConIlMotivo() throws Exception {
    var piano = piano();
    avvia("PianoDiZona", piano, Map.of("ritardoDal", "2024-12-11T00:00:00+01:00"));
    esegui();
    accade(incontro(piano, 0, List.of(ente("Ponte"), ente("Sole"))));
    postino(server.getSmtp().getPort()).giro();
    var inviati = posta();
    assertThat(inviati).allMatch(m -> m.stato() == StatoMessaggio.INVIATO);

    arriva(rimbalzo("<r1@mta>", inviati.get(0).messageId(), "failed"));
    lettore().giro();

    var rimbalzato = posta().get(0);
    assertThat(rimbalzato.stato()).isEqualTo(StatoMessaggio.FALLITO);
    assertThat(rimbalzato.ultimoErrore())
        .isEqualTo("Tornato indietro: 552 5.2.2 casella piena, riprovare fra un anno");
    assertThat(posta().get(1).stato()).isEqualTo(StatoMessaggio.INVIATO);
    assertThat(mancata.rimbalzi(rimbalzato))
        .singleElement()
        .returns("ponte@esempio.it", PostaMancata.Rimbalzo::indirizzo);
    assertThat(in("INBOX")).isZero();
    assertThat(in("Rimbalzi elaborati")).isEqualTo(1);

    postino(server.getSmtp().getPort()).giro();
    assertThat(
            motore
                .getRuntimeService()
                .createIncidentQuery()
                .incidentType("mailNonRecapitata")
                .list())
        .singleElement()
        .satisfies(i -> assertThat(i.getIncidentMessage()).contains("casella piena"));
  }

  @Test
  void loStessoAvvisoLettoDueVolteContaUnaVolta() throws Exception {
    var inviato = inviata();
    var avviso = rimbalzo("<r1@mta>", inviato.messageId(), "failed");
    arriva(avviso);
    arriva(avviso);
    lettore().giro();
    messaggi.inviaDiNuovo(inviato.id());
    passano(Duration.ofSeconds(5));
    postino(server.getSmtp().getPort()).giro();
    // a node that died before moving the notice leaves it to be read again
    arriva(avviso);
    lettore().giro();

    assertThat(unico().stato()).isEqualTo(StatoMessaggio.INVIATO);
    assertThat(mancata.rimbalzi(inviato)).hasSize(1);
    assertThat(in("Rimbalzi elaborati")).isEqualTo(3);
  }

  @Test
  void ilRitardoNonEUnRimbalzo() throws Exception {
    var inviato = inviata();
    arriva(rimbalzo("<r1@mta>", inviato.messageId(), "delayed"));
    lettore().giro();

    assertThat(unico().stato()).isEqualTo(StatoMessaggio.INVIATO);
    assertThat(in("Rimbalzi elaborati")).isEqualTo(1);
  }

  @Test
  void cioCheNonSiCapisceRestaInUnaCartellaEIlRestoSiElabora() throws Exception {
    var inviato = inviata();
    arriva("From: a@esempio.it\r\nSubject: Sono in ferie\r\n\r\nTorno lunedì.\r\n");
    arriva(rimbalzo("<r1@mta>", "<di-altri@altrove.it>", "failed"));
    arriva("Content-Type: multipart/report; boundary=\r\nSubject: rotta\r\n\r\n--\r\n");
    arriva(
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
            + "--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n\r\n--b--\r\n");
    arriva(rimbalzo("<r2@mta>", inviato.messageId(), "failed"));
    lettore().giro();
    lettore().giro();

    assertThat(unico().stato()).isEqualTo(StatoMessaggio.FALLITO);
    assertThat(in("INBOX")).isZero();
    assertThat(in("Da leggere")).isEqualTo(4);
    assertThat(in("Rimbalzi elaborati")).isEqualTo(1);
  }

  @Test
  void seLaCasellaNonRispondeSiRiprovaAlGiroDopo() throws Exception {
    var inviato = inviata();
    arriva(rimbalzo("<r1@mta>", inviato.messageId(), "failed"));
    lettore("sbagliata").giro();
    assertThat(unico().stato()).isEqualTo(StatoMessaggio.INVIATO);

    lettore().giro();
    assertThat(unico().stato()).isEqualTo(StatoMessaggio.FALLITO);
  }

  private Messaggio inviata() {
    accade(incontro(PIANO, 0, List.of(ente("Ponte"))));
    postino(server.getSmtp().getPort()).giro();
    assertThat(unico().stato()).isEqualTo(StatoMessaggio.INVIATO);
    return unico();
  }

  private LettoreRimbalzi lettore() {
    return lettore("segreta");
  }

  private LettoreRimbalzi lettore(String password) {
    return new LettoreRimbalzi(
        new RimbalziProperties(
            "127.0.0.1",
            server.getImap().getPort(),
            "imap",
            "rimbalzi",
            password,
            "INBOX",
            "Rimbalzi elaborati",
            "Da leggere",
            Duration.ofMinutes(5)),
        mancata);
  }

  private void arriva(String mail) throws Exception {
    casella.deliver(
        new MimeMessage(
            (Session) null, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
  }

  /** As Postfix writes it. */
  private static String rimbalzo(String identita, String messageId, String azione) {
    return """
        From: MAILER-DAEMON@mta.esempio.it (Mail Delivery System)
        To: rimbalzi@esempio.it
        Subject: Undelivered Mail Returned to Sender
        Message-ID: %s
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="9B095B5ADSN/mta.esempio.it"

        This is a MIME-encapsulated message.

        --9B095B5ADSN/mta.esempio.it
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.

        --9B095B5ADSN/mta.esempio.it
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mta.esempio.it
        Arrival-Date: Thu, 12 Sep 2024 09:00:00 +0200

        Final-Recipient: rfc822; ponte@esempio.it
        Original-Recipient: rfc822;ponte@esempio.it
        Action: %s
        Status: 5.2.2
        Remote-MTA: dns; mx.esempio.it
        Diagnostic-Code: smtp; 552 5.2.2 casella piena,
            riprovare fra un anno

        --9B095B5ADSN/mta.esempio.it
        Content-Description: Undelivered Message Headers
        Content-Type: text/rfc822-headers

        From: Piano di Zona <pianodizona@esempio.it>
        To: ponte@esempio.it
        Message-ID: %s
        Subject: Convocazione

        --9B095B5ADSN/mta.esempio.it--
        """
        .formatted(identita, azione, messageId)
        .replace("\n", "\r\n");
  }

  private int in(String nome) throws Exception {
    var negozio = Session.getInstance(new Properties()).getStore("imap");
    try (negozio) {
      negozio.connect("127.0.0.1", server.getImap().getPort(), "rimbalzi", "segreta");
      var cartella = negozio.getFolder(nome);
      cartella.open(Folder.READ_ONLY);
      return (int) Arrays.stream(cartella.getMessages()).filter(m -> !cancellata(m)).count();
    }
  }

  private static boolean cancellata(Message mail) {
    try {
      return mail.isSet(Flags.Flag.DELETED);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
