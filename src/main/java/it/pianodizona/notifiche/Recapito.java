package it.pianodizona.notifiche;

/** How a sent message left the outbox. */
public enum Recapito {
  /** Accepted by the mail server. */
  SMTP("Consegnato al server di posta"),
  /** No mail server is configured: nobody received it, it can only be read in the mailbox page. */
  CASELLA_LOCALE("Solo nella casella dimostrativa: nessun server di posta è configurato");

  private final String descrizione;

  Recapito(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As officials read it. */
  public String descrizione() {
    return descrizione;
  }
}
