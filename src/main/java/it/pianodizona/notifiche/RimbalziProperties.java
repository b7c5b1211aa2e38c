package it.pianodizona.notifiche;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox to which servers return what they could not deliver: the one of {@link
 * PostaProperties#ritorno}, or of the sender. It is read only when {@code host} is set.
 *
 * @param host IMAP server; {@code null} when nobody reads the returned mail
 * @param protocollo {@code imaps}, or {@code imap} inside a network of one's own
 * @param cartella folder where returned mail arrives
 * @param elaborati folder for the notices that were understood
 * @param nonRiconosciuti folder for everything else, for a person to read
 * @param intervallo pause between two readings
 */
@ConfigurationProperties("pianodizona.posta.rimbalzi")
record RimbalziProperties(
    String host,
    @DefaultValue("993") int porta,
    @DefaultValue("imaps") String protocollo,
    String utente,
    String password,
    @DefaultValue("INBOX") String cartella,
    @DefaultValue("Rimbalzi elaborati") String elaborati,
    @DefaultValue("Da leggere") String nonRiconosciuti,
    @DefaultValue("5m") Duration intervallo) {}
