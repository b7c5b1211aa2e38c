package it.pianodizona.comune;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A due date together with the reasons for it; computed by {@link Termini}.
 *
 * @param computo how the days are counted
 * @param inizio the excluded first day, the event for backward terms, or the fixed date itself
 * @param giorni length in days; 0 for a fixed date
 * @param dataCalcolata the last day by plain counting
 * @param dataEffettiva the last day after moving off a Sunday or public holiday
 * @param norma the rule or act that sets the term, as cited in the acts
 */
public record Termine(
    Computo computo,
    LocalDate inizio,
    int giorni,
    LocalDate dataCalcolata,
    LocalDate dataEffettiva,
    String norma) {

  /** How the days of a term are counted. */
  public enum Computo {
    /** Forward; the first day does not count. */
    DAL_GIORNO,
    /** Backward from an event, whose day does not count. */
    A_RITROSO,
    /** Forward; neither the first nor the last day counts. */
    GIORNI_LIBERI,
    /** Backward from an event; neither end counts. */
    GIORNI_LIBERI_A_RITROSO,
    /** A date written in an act. */
    DATA_FISSA
  }

  public Termine {
    Objects.requireNonNull(computo, "computo");
    Objects.requireNonNull(inizio, "inizio");
    Objects.requireNonNull(dataCalcolata, "dataCalcolata");
    Objects.requireNonNull(dataEffettiva, "dataEffettiva");
    Objects.requireNonNull(norma, "norma");
  }

  /** Days between the plain count and the effective date: positive forward, negative backward. */
  public int giorniSlittamento() {
    return (int) ChronoUnit.DAYS.between(dataCalcolata, dataEffettiva);
  }

  /** The last instant of the effective date: 23:59:59 Europe/Rome. */
  public ZonedDateTime scadenza() {
    return Termini.fineGiorno(dataEffettiva);
  }

  /** One Italian sentence that explains the due date, to be written next to it. */
  public String motivazione() {
    String base =
        switch (computo) {
          case DAL_GIORNO -> "%s dal %s, giorno iniziale escluso".formatted(durata(), data(inizio));
          case A_RITROSO ->
              "%s prima del %s, giorno dell'evento escluso".formatted(durata(), data(inizio));
          case GIORNI_LIBERI ->
              "%s dal %s, esclusi il giorno iniziale e quello finale"
                  .formatted(durataLibera(), data(inizio));
          case GIORNI_LIBERI_A_RITROSO ->
              "%s prima del %s, esclusi il giorno iniziale e quello finale"
                  .formatted(durataLibera(), data(inizio));
          case DATA_FISSA -> "Data fissata al %s".formatted(data(inizio));
        };
    String slittamento =
        giorniSlittamento() == 0
            ? ""
            : ": il %s è festivo (%s), quindi il termine %s al %s"
                .formatted(
                    data(dataCalcolata),
                    Termini.festivita(dataCalcolata).orElse("giorno festivo"),
                    giorniSlittamento() > 0 ? "è prorogato" : "è anticipato",
                    data(dataEffettiva));
    return "%s%s; scade il %s alle 23:59:59, ora di Roma (%s)."
        .formatted(base, slittamento, data(dataEffettiva), norma);
  }

  private String durata() {
    return giorni == 1 ? "1 giorno" : giorni + " giorni";
  }

  private String durataLibera() {
    return giorni == 1 ? "1 giorno libero" : giorni + " giorni liberi";
  }

  private static String data(LocalDate giorno) {
    return GIORNO.format(giorno);
  }
}
