package it.pianodizona.portale.web;

import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.StatoAvviso;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A published notice as the public sees it.
 *
 * @param ambito name of the Ambito
 * @param adesso when the page is shown
 */
record VistaAvviso(Avviso avviso, String ambito, Situazione situazione, ZonedDateTime adesso) {

  /** Whether domande are still taken, and how. */
  enum Situazione {
    APERTO("Aperto"),
    SCADUTO("Termine scaduto"),
    CONCLUSO("Concluso");

    private final String descrizione;

    Situazione(String descrizione) {
      this.descrizione = descrizione;
    }

    public String descrizione() {
      return descrizione;
    }
  }

  static VistaAvviso di(Avviso avviso, String ambito, ZonedDateTime adesso) {
    var situazione =
        avviso.stato() == StatoAvviso.CONCLUSO
            ? Situazione.CONCLUSO
            : avviso.aperto(adesso) ? Situazione.APERTO : Situazione.SCADUTO;
    return new VistaAvviso(avviso, ambito, situazione, adesso);
  }

  /** How long one can still apply: {@code mancano 3 giorni e 4 ore}; empty when time is over. */
  public String manca() {
    return manca(adesso, avviso.scadenzaDomande());
  }

  static String manca(ZonedDateTime adesso, ZonedDateTime termine) {
    if (!adesso.isBefore(termine)) {
      return "";
    }
    long giorni = adesso.until(termine, ChronoUnit.DAYS);
    var resto = Duration.between(adesso.plusDays(giorni), termine);
    if (giorni > 0) {
      return quanti(giorni, "giorno", "giorni") + e(resto.toHours(), "ora", "ore");
    }
    if (resto.toHours() > 0) {
      return quanti(resto.toHours(), "ora", "ore") + e(resto.toMinutesPart(), "minuto", "minuti");
    }
    return resto.toMinutes() > 0
        ? quanti(resto.toMinutes(), "minuto", "minuti")
        : "manca meno di un minuto";
  }

  private static String quanti(long numero, String uno, String tanti) {
    return numero == 1 ? "manca 1 " + uno : "mancano " + numero + " " + tanti;
  }

  private static String e(long numero, String uno, String tanti) {
    return numero == 0 ? "" : " e " + numero + " " + (numero == 1 ? uno : tanti);
  }

  public boolean aperto() {
    return situazione == Situazione.APERTO;
  }

  /** The public form takes domande, on time or late, until the co-programmazione is closed. */
  public boolean prendeDomande() {
    return situazione != Situazione.CONCLUSO && avviso.contenuto().canaleWeb();
  }
}
