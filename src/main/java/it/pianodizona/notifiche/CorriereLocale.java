package it.pianodizona.notifiche;

/** Without a mail server: messages stay in the mailbox page and nobody else receives them. */
final class CorriereLocale implements Corriere {

  @Override
  public void consegna(Messaggio messaggio) {}

  @Override
  public Recapito recapito() {
    return Recapito.CASELLA_LOCALE;
  }

  @Override
  public void close() {}
}
