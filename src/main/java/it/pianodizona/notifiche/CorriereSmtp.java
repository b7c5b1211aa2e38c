package it.pianodizona.notifiche;

import it.pianodizona.notifiche.Corriere.NonConsegnato.Portata;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Delivers to the configured mail server; opens one connection and keeps it. */
final class CorriereSmtp implements Corriere {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  static {
    // otherwise looked for in every jar, several times for each message
    if (System.getProperty(StreamProvider.class.getName()) == null) {
      System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }
  }

  private final JavaMailSenderImpl server;
  private final PostaProperties proprieta;
  private final Session sessione;
  private Transport trasporto;

  /** Whether the last message left over the connection that is open. */
  private boolean provata;

  CorriereSmtp(JavaMailSenderImpl server, PostaProperties proprieta) {
    this.server = server;
    this.proprieta = proprieta;
    this.sessione = senzaAttese(server.getSession());
  }

  /** Whoever configured sockets of his own keeps them. */
  private static Session senzaAttese(Session sessione) {
    var proprieta = sessione.getProperties();
    if (!proprieta.containsKey("mail.smtp.socketFactory")
        && !proprieta.containsKey("mail.smtp.socketFactory.class")) {
      proprieta.put("mail.smtp.socketFactory", new SenzaAttese());
      proprieta.put("mail.smtp.socketFactory.fallback", "false");
    }
    return sessione;
  }

  @Override
  public void consegna(Messaggio messaggio) throws NonConsegnato {
    BustaConIdentita busta;
    try {
      busta = componi(messaggio);
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new NonConsegnato(
          "Messaggio non componibile: " + motivo(e), Portata.INDIRIZZO_RIFIUTATO, e);
    }
    try {
      collega();
    } catch (MessagingException e) {
      close();
      throw new NonConsegnato(
          "Server di posta non raggiungibile: " + motivo(e), Portata.SERVER_IRRAGGIUNGIBILE, e);
    }
    try {
      spedisci(busta);
    } catch (MessagingException e) {
      throw nonConsegnato(busta, e);
    }
  }

  /** A server may close a connection between two messages: the second one gets a new connection. */
  private void spedisci(BustaConIdentita busta) throws MessagingException {
    boolean giaUsata = provata;
    provata = false;
    try {
      trasporto.sendMessage(busta, busta.getAllRecipients());
    } catch (MessagingException e) {
      if (!giaUsata || busta.scritta() || !congedato(e)) {
        throw e;
      }
      close();
      collega();
      trasporto.sendMessage(busta, busta.getAllRecipients());
    }
    provata = true;
  }

  /** Whether the server went without a word about this message, or said that it goes (421). */
  private static boolean congedato(MessagingException e) {
    return !haRisposto(e)
        || e instanceof SMTPSendFailedException risposta && risposta.getReturnCode() == 421;
  }

  private static boolean haRisposto(MessagingException e) {
    return e instanceof SMTPSendFailedException risposta
        ? risposta.getReturnCode() > 0
        : e instanceof SendFailedException;
  }

  private NonConsegnato nonConsegnato(BustaConIdentita busta, MessagingException e) {
    if (!haRisposto(e)) {
      close();
      return busta.scritta()
          ? new NonConsegnato(
              "Il server ha avuto il testo e non ha risposto: " + motivo(e),
              Portata.ESITO_IGNOTO,
              e)
          : new NonConsegnato("Invio interrotto: " + motivo(e), Portata.SOLO_QUESTO, e);
    }
    if (rifiutoDefinitivo(e)) {
      return new NonConsegnato("Indirizzo rifiutato: " + motivo(e), Portata.INDIRIZZO_RIFIUTATO, e);
    }
    if (e instanceof SMTPSendFailedException risposta && risposta.getReturnCode() >= 500) {
      // after the text the server speaks of this message, before it of whoever sends it
      return busta.scritta()
          ? new NonConsegnato("Messaggio rifiutato: " + motivo(e), Portata.INDIRIZZO_RIFIUTATO, e)
          : new NonConsegnato(
              "Mittente rifiutato: " + motivo(e), Portata.SERVER_IRRAGGIUNGIBILE, e);
    }
    return new NonConsegnato("Rifiutato per ora: " + motivo(e), Portata.SOLO_QUESTO, e);
  }

  @Override
  public Recapito recapito() {
    return Recapito.SMTP;
  }

  /** Asks whether the connection is still good, a question to the server, only after a failure. */
  private void collega() throws MessagingException {
    if (trasporto != null && (provata || trasporto.isConnected())) {
      return;
    }
    close();
    var protocollo =
        server.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : server.getProtocol();
    trasporto = sessione.getTransport(protocollo);
    trasporto.connect(
        server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
  }

  @Override
  public void close() {
    provata = false;
    if (trasporto != null) {
      try {
        trasporto.close();
      } catch (MessagingException giaChiuso) {
        // the server closed first; nothing is lost
      }
      trasporto = null;
    }
  }

  private BustaConIdentita componi(Messaggio messaggio)
      throws MessagingException, UnsupportedEncodingException {
    var busta = new BustaConIdentita(sessione, messaggio.messageId());
    busta.setFrom(new InternetAddress(proprieta.mittente(), proprieta.nomeMittente(), UTF_8));
    busta.setRecipient(
        Message.RecipientType.TO,
        new InternetAddress(messaggio.destinatarioEmail(), messaggio.destinatarioNome(), UTF_8));
    if (messaggio.rispondiA() != null) {
      busta.setReplyTo(new InternetAddress[] {new InternetAddress(messaggio.rispondiA())});
    }
    busta.setSubject(messaggio.oggetto(), UTF_8);
    busta.setSentDate(Date.from(messaggio.creato().toInstant()));
    busta.setHeader("Content-Language", "it");
    busta.setHeader("Auto-Submitted", "auto-generated");
    if (messaggio.disiscrizione() != null) {
      busta.setHeader("List-Unsubscribe", "<" + messaggio.disiscrizione() + ">");
      busta.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    if (proprieta.ritorno() != null) {
      busta.setEnvelopeFrom(proprieta.ritorno());
    }
    var versioni = new Parti("alternative", messaggio.messageId());
    versioni.addBodyPart(testo(messaggio.testo(), "plain"));
    versioni.addBodyPart(testo(messaggio.html(), "html"));
    if (messaggio.ics() == null) {
      busta.setContent(versioni);
    } else {
      // inside the alternatives for the clients that show the buttons of the invitation, and as a
      // file for those that do not
      versioni.addBodyPart(
          parte(messaggio.ics(), "text/calendar; charset=UTF-8; method=" + messaggio.metodo()));
      var involucro = new MimeBodyPart();
      involucro.setContent(versioni);
      var file =
          parte(messaggio.ics(), "application/ics; charset=UTF-8; name=\"convocazione.ics\"");
      file.setDisposition(Part.ATTACHMENT);
      file.setFileName("convocazione.ics");
      var conFile = new Parti("mixed", messaggio.messageId());
      conFile.addBodyPart(involucro);
      conFile.addBodyPart(file);
      busta.setContent(conFile);
    }
    busta.saveChanges();
    return busta;
  }

  private static MimeBodyPart testo(String contenuto, String tipo) throws MessagingException {
    var parte = new MimeBodyPart();
    parte.setText(contenuto, UTF_8, tipo);
    return parte;
  }

  private static MimeBodyPart parte(String contenuto, String tipo) throws MessagingException {
    var parte = new MimeBodyPart();
    parte.setDataHandler(
        new DataHandler(new ByteArrayDataSource(contenuto.getBytes(StandardCharsets.UTF_8), tipo)));
    return parte;
  }

  private static boolean rifiutoDefinitivo(MessagingException errore) {
    for (Exception e = errore; e instanceof MessagingException m; e = m.getNextException()) {
      if (m instanceof SMTPAddressFailedException indirizzo) {
        return indirizzo.getReturnCode() >= 500 && indirizzo.getReturnCode() < 600;
      }
    }
    return false;
  }

  /** What the server said is in the innermost exception. */
  private static String motivo(Exception errore) {
    Exception ultima = errore;
    while (ultima instanceof MessagingException m && m.getNextException() != null) {
      ultima = m.getNextException();
    }
    var detto = ultima.getMessage() == null ? "" : ultima.getMessage().strip();
    return detto.isEmpty() ? ultima.getClass().getSimpleName() : detto;
  }

  /**
   * Parts whose boundary comes from the Message-ID and not from the clock: repeated, the message is
   * the same to the byte.
   */
  private static final class Parti extends MimeMultipart {

    Parti(String tipo, String messageId) {
      var confine = "=_" + tipo + "_" + messageId.replaceAll("@.*|[^A-Za-z0-9-]", "");
      var completo = new ContentType("multipart", tipo, null);
      completo.setParameter("boundary", confine);
      contentType = completo.toString();
    }
  }

  /** Keeps the Message-ID it was given: an attempt repeated after a crash is the same message. */
  private static final class BustaConIdentita extends SMTPMessage {

    private final String messageId;
    private boolean scritta;

    BustaConIdentita(Session sessione, String messageId) {
      super(sessione);
      this.messageId = messageId;
    }

    @Override
    public void writeTo(OutputStream dove, String[] senza) throws IOException, MessagingException {
      scritta = false;
      super.writeTo(dove, senza);
      scritta = true;
    }

    /** Whether the whole text was given away: what follows is the end of it, and the answer. */
    boolean scritta() {
      return scritta;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
