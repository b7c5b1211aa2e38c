package it.pianodizona.giro;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** A mail server and the mailboxes on it, read as a mail program does: by IMAP. */
final class CasellaVera implements AutoCloseable {

  private static final Duration ATTESA = Duration.ofSeconds(40);
  private static final String PASSWORD = "segreta";

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });

  CasellaVera() {
    server.start();
  }

  int portaSmtp() {
    return server.getSmtp().getPort();
  }

  /** Opens a mailbox before the first mail to it arrives. */
  void apri(String indirizzo) {
    server.setUser(indirizzo, indirizzo, PASSWORD);
  }

  /**
   * A mail as it lies in the mailbox.
   *
   * @param ics the calendar invitation; {@code null} when there is none
   */
  record Mail(String oggetto, String messageId, String testo, String html, String ics) {}

  /** Waits for the newest mail whose subject says this. */
  Mail attendi(String indirizzo, String oggetto) {
    long fine = System.nanoTime() + ATTESA.toNanos();
    while (true) {
      var posta = leggi(indirizzo);
      for (int i = posta.size() - 1; i >= 0; i--) {
        if (minuscolo(posta.get(i).oggetto()).contains(minuscolo(oggetto))) {
          return posta.get(i);
        }
      }
      assertThat(System.nanoTime())
          .as("mail «%s» a %s; ci sono: %s", oggetto, indirizzo, oggetti(posta))
          .isLessThan(fine);
      pausa();
    }
  }

  /** All that is in a mailbox, in the order of arrival. */
  List<Mail> leggi(String indirizzo) {
    var opzioni = new Properties();
    opzioni.setProperty("mail.imap.timeout", "10000");
    try (var deposito = Session.getInstance(opzioni).getStore("imap")) {
      deposito.connect("127.0.0.1", server.getImap().getPort(), indirizzo, PASSWORD);
      var cartella = deposito.getFolder("INBOX");
      cartella.open(Folder.READ_ONLY);
      var lette = new ArrayList<Mail>();
      for (var messaggio : cartella.getMessages()) {
        lette.add(mail(messaggio));
      }
      return lette;
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Mail mail(Message messaggio) throws MessagingException, IOException {
    return new Mail(
        messaggio.getSubject(),
        messaggio.getHeader("Message-ID")[0],
        parte(messaggio, "text/plain"),
        parte(messaggio, "text/html"),
        parte(messaggio, "text/calendar"));
  }

  private static String parte(Part parte, String tipo) throws MessagingException, IOException {
    if (parte.isMimeType("multipart/*")) {
      var parti = (Multipart) parte.getContent();
      for (int i = 0; i < parti.getCount(); i++) {
        var trovata = parte(parti.getBodyPart(i), tipo);
        if (trovata != null) {
          return trovata;
        }
      }
      return null;
    }
    return parte.isMimeType(tipo)
        ? new String(parte.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        : null;
  }

  private static List<String> oggetti(List<Mail> posta) {
    return posta.stream().map(Mail::oggetto).toList();
  }

  private static String minuscolo(String testo) {
    return testo.toLowerCase(Locale.ITALIAN);
  }

  private static void pausa() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
