package it.pianodizona.attuazione.monitoraggio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the yearly monitoring is due and how its lights are read. No regional act fixes these
 * values: they are the office's own, and pages and reports show them.
 *
 * @param apertura day of the year after, on which a year opens
 * @param scadenza day of the year after, by which the Assemblea should have approved it
 * @param primoPromemoria days before the term
 * @param secondoPromemoria days before the term, fewer
 * @param sogliaVerde percent of what was expected, from which an indicator is green
 * @param sogliaGialla percent of what was expected, from which it is yellow
 * @param attesa what is expected at the end of a year
 */
@ConfigurationProperties("pianodizona.attuazione.monitoraggio")
public record MonitoraggioProperties(
    @DefaultValue("01-01") String apertura,
    @DefaultValue("03-31") String scadenza,
    @DefaultValue("30") int primoPromemoria,
    @DefaultValue("7") int secondoPromemoria,
    @DefaultValue("90") BigDecimal sogliaVerde,
    @DefaultValue("60") BigDecimal sogliaGialla,
    @DefaultValue("IN_PROPORZIONE") Attesa attesa) {

  /** What is expected of an indicator before its own term. */
  public enum Attesa {
    /** A share of the target, as the time that passed is a share of the time there is. */
    IN_PROPORZIONE,
    /** The whole target, from the first year on. */
    TRAGUARDO
  }

  /**
   * @throws IllegalArgumentException when the dates or the reminders are in the wrong order
   */
  public MonitoraggioProperties {
    if (!giorno(apertura).isBefore(giorno(scadenza))) {
      throw new IllegalArgumentException("L'apertura del monitoraggio deve precedere la scadenza");
    }
    if (secondoPromemoria < 1 || primoPromemoria <= secondoPromemoria) {
      throw new IllegalArgumentException(
          "Il primo promemoria deve precedere il secondo, e il secondo la scadenza");
    }
  }

  /** The day on which a year opens. */
  LocalDate aperturaDi(int anno) {
    return giorno(apertura).atYear(anno + 1);
  }

  /** The day by which a year should be approved. */
  LocalDate scadenzaDi(int anno) {
    return giorno(scadenza).atYear(anno + 1);
  }

  Semafori.Soglie soglie() {
    return new Semafori.Soglie(sogliaVerde, sogliaGialla);
  }

  private static MonthDay giorno(String mesiEGiorni) {
    return MonthDay.parse("--" + mesiEGiorni);
  }
}
