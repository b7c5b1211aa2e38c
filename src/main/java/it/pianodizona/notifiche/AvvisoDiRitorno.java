package it.pianodizona.notifiche;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A delivery status notification (RFC 3464): what a server says of a message that it had accepted.
 *
 * @param identita of the notice itself
 * @param messageId of the message it is about
 * @param fallita whether the message was given up; otherwise it is only late, or arrived
 * @param indirizzo that did not take the message; {@code null} when it is not said
 * @param motivo status and diagnosis, as the server wrote them
 */
record AvvisoDiRitorno(
    String identita, String messageId, boolean fallita, String indirizzo, String motivo) {

  private static final int LUNGHEZZA_IDENTITA = 300;

  /** Empty when the mail is something else, or does not say which message it is about. */
  static Optional<AvvisoDiRitorno> leggi(MimeMessage mail) throws MessagingException, IOException {
    if (!mail.isMimeType("multipart/report")
        || !(mail.getContent() instanceof MimeMultipart parti)) {
      return Optional.empty();
    }
    InternetHeaders esito = null;
    String messageId = null;
    for (int i = 0; i < parti.getCount(); i++) {
      var parte = parti.getBodyPart(i);
      if (parte.isMimeType("message/delivery-status")) {
        esito = esito(parte);
      } else if (parte.isMimeType("message/rfc822")
          || parte.isMimeType("message/rfc822-headers")
          || parte.isMimeType("text/rfc822-headers")) {
        messageId = primo(new InternetHeaders(parte.getInputStream()), "Message-ID");
      }
    }
    if (esito == null || messageId == null) {
      return Optional.empty();
    }
    return Optional.of(
        new AvvisoDiRitorno(
            identita(mail),
            messageId,
            "failed".equalsIgnoreCase(primo(esito, "Action")),
            indirizzo(primo(esito, "Final-Recipient")),
            motivo(esito)));
  }

  /** The fields of the recipient that failed, else of the first: our mails have one each. */
  private static InternetHeaders esito(BodyPart parte) throws MessagingException, IOException {
    InternetHeaders primo = null;
    var contenuto = new ByteArrayInputStream(parte.getInputStream().readAllBytes());
    while (contenuto.available() > 0) {
      var campi = new InternetHeaders(contenuto);
      var azione = primo(campi, "Action");
      if ("failed".equalsIgnoreCase(azione)) {
        return campi;
      }
      if (primo == null && azione != null) {
        primo = campi;
      }
    }
    return primo;
  }

  private static String motivo(InternetHeaders esito) {
    var codice = primo(esito, "Status");
    var diagnosi = dopoIlTipo(primo(esito, "Diagnostic-Code"));
    if (diagnosi != null) {
      return diagnosi;
    }
    return codice == null ? "il server non dice il motivo" : "codice " + codice;
  }

  /** {@code rfc822; nome@dominio}. */
  private static String indirizzo(String campo) {
    var indirizzo = dopoIlTipo(campo);
    return indirizzo == null || indirizzo.length() > 320 ? null : indirizzo;
  }

  private static String dopoIlTipo(String campo) {
    if (campo == null) {
      return null;
    }
    var valore = campo.substring(campo.indexOf(';') + 1).replaceAll("\\s+", " ").strip();
    return valore.isEmpty() ? null : valore;
  }

  private static String primo(InternetHeaders campi, String nome) {
    var valori = campi.getHeader(nome);
    return valori == null ? null : valori[0].strip();
  }

  private static String identita(MimeMessage mail) throws MessagingException, IOException {
    var propria = mail.getMessageID();
    if (propria != null && propria.length() <= LUNGHEZZA_IDENTITA) {
      return propria;
    }
    var contenuto = new ByteArrayOutputStream();
    mail.writeTo(contenuto);
    try {
      return "sha-256:"
          + HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(contenuto.toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
