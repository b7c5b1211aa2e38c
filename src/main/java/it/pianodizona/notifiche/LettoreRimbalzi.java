package it.pianodizona.notifiche;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailbox of returned mail. A notice that is understood marks its message as undelivered
 * and moves to a folder of its own; everything else moves to a folder that a person reads. Reading
 * the same notice again, because a node died between the two or another one reads as well, changes
 * nothing.
 */
class LettoreRimbalzi {

  private static final Logger LOG = LoggerFactory.getLogger(LettoreRimbalzi.class);

  private static final int PER_GIRO = 200;
  private static final int DIMENSIONE_MASSIMA = 10_000_000;
  private static final String ATTESA_MS = "15000";

  private final RimbalziProperties proprieta;
  private final PostaMancata mancata;

  LettoreRimbalzi(RimbalziProperties proprieta, PostaMancata mancata) {
    this.proprieta = proprieta;
    this.mancata = mancata;
  }

  /** Reads what has arrived; a server that does not answer is asked again at the next round. */
  void giro() {
    try (var server = server()) {
      server.connect(proprieta.host(), proprieta.porta(), proprieta.utente(), proprieta.password());
      var arrivi = server.getFolder(proprieta.cartella());
      arrivi.open(Folder.READ_WRITE);
      try {
        var elaborati = cartella(server, proprieta.elaborati());
        var altri = cartella(server, proprieta.nonRiconosciuti());
        for (var mail : Arrays.stream(arrivi.getMessages()).limit(PER_GIRO).toList()) {
          sposta(arrivi, mail, registra(mail) ? elaborati : altri);
        }
      } finally {
        arrivi.close(true);
      }
    } catch (MessagingException e) {
      LOG.warn(
          "Casella dei rimbalzi {} su {} non letta: {}",
          proprieta.cartella(),
          proprieta.host(),
          e.getMessage());
    }
  }

  private Store server() throws MessagingException {
    var opzioni = new Properties();
    for (var protocollo : new String[] {"imap", "imaps"}) {
      opzioni.setProperty("mail." + protocollo + ".connectiontimeout", ATTESA_MS);
      opzioni.setProperty("mail." + protocollo + ".timeout", ATTESA_MS);
      opzioni.setProperty("mail." + protocollo + ".writetimeout", ATTESA_MS);
      opzioni.setProperty("mail." + protocollo + ".ssl.checkserveridentity", "true");
    }
    return Session.getInstance(opzioni).getStore(proprieta.protocollo());
  }

  /** Whether the mail was a notice about one of our messages. */
  private boolean registra(Message mail) throws MessagingException {
    return leggi(mail)
        .filter(
            avviso ->
                avviso.fallita()
                    ? mancata.segnaRimbalzato(avviso)
                    : mancata.conosce(avviso.messageId()))
        .isPresent();
  }

  private static Optional<AvvisoDiRitorno> leggi(Message mail) throws MessagingException {
    if (mail.getSize() > DIMENSIONE_MASSIMA) {
      return Optional.empty();
    }
    var copia = new MimeMessage((MimeMessage) mail);
    try {
      return AvvisoDiRitorno.leggi(copia);
    } catch (IOException | MessagingException malformata) {
      return Optional.empty();
    }
  }

  private static Folder cartella(Store server, String nome) throws MessagingException {
    var cartella = server.getFolder(nome);
    if (!cartella.exists()) {
      cartella.create(Folder.HOLDS_MESSAGES);
    }
    return cartella;
  }

  private static void sposta(Folder da, Message mail, Folder a) throws MessagingException {
    da.copyMessages(new Message[] {mail}, a);
    mail.setFlag(Flags.Flag.DELETED, true);
  }
}
