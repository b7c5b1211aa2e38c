package it.pianodizona.accordo;

import it.pianodizona.comune.Termini;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * One attempt to reach the Accordo di Programma of a plan (art. 34 TUEL; S3 §4.1).
 *
 * @param tentativo 1 for the first; a refusal leads to another
 * @param entro regional deadline for all the signatures, Europe/Rome; past it the plan is late and
 *     can still be signed
 * @param aperto when the signatures were asked for, Europe/Rome
 * @param testoId the text they sign; {@code null} for attempts opened before texts were kept
 */
public record AccordoDiProgramma(
    long id, long pianoId, int tentativo, ZonedDateTime entro, ZonedDateTime aperto, Long testoId) {

  /** Days before the deadline on which the missing bodies are reminded. */
  public static final List<Integer> GIORNI_DI_SOLLECITO = List.of(30, 15, 7, 1);

  private static final LocalTime ORA_DI_SOLLECITO = LocalTime.of(9, 0);

  /** The moment of a reminder: 9 in the morning in Rome, that many days before the deadline. */
  public static ZonedDateTime sollecito(ZonedDateTime entro, int giorni) {
    return giornoDi(entro).minusDays(giorni).atTime(ORA_DI_SOLLECITO).atZone(Termini.ROMA);
  }

  LocalDate giornoDiApertura() {
    return giornoDi(aperto);
  }

  private static LocalDate giornoDi(ZonedDateTime istante) {
    return istante.withZoneSameInstant(Termini.ROMA).toLocalDate();
  }
}
