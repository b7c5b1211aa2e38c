package it.pianodizona.attuazione.monitoraggio;

import it.pianodizona.attuazione.monitoraggio.MonitoraggioProperties.Attesa;
import it.pianodizona.documento.Indicatore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How far an indicator is, in percent with one decimal. */
final class Avanzamento {

  private static final BigDecimal CENTO = new BigDecimal("100.0");
  private static final BigDecimal QUASI = new BigDecimal("99.9");
  private static final BigDecimal MASSIMO = new BigDecimal("999.9");

  private Avanzamento() {}

  /**
   * The value in percent of the target: 100 or more when the target is met, less when it is not.
   */
  static BigDecimal raggiungimento(Indicatore indicatore, BigDecimal valore) {
    var traguardo = indicatore.valore();
    int confronto = valore.compareTo(traguardo);
    return switch (indicatore.operatore()) {
      case ALMENO ->
          confronto >= 0 ? almenoCento(quota(valore, traguardo)) : mancata(valore, traguardo);
      case PIU_DI ->
          confronto > 0 ? almenoCento(quota(valore, traguardo)) : mancata(valore, traguardo);
      case AL_MASSIMO -> confronto <= 0 ? CENTO : mancata(traguardo, valore);
      case MENO_DI -> confronto < 0 ? CENTO : mancata(traguardo, valore);
      case UGUALE ->
          confronto == 0
              ? CENTO
              : mancata(
                  traguardo.abs().subtract(valore.subtract(traguardo).abs()), traguardo.abs());
    };
  }

  /**
   * What was expected at the end of the year, in percent of the target. Only a target that is
   * reached little by little is expected in proportion; a limit always holds in full.
   *
   * @param inizio first day of the triennio
   */
  static BigDecimal atteso(Indicatore indicatore, LocalDate inizio, int anno, Attesa attesa) {
    return switch (indicatore.operatore()) {
      case ALMENO, PIU_DI -> atteso(indicatore.entro(), inizio, anno, attesa);
      case AL_MASSIMO, MENO_DI, UGUALE -> CENTO;
    };
  }

  /** The same for something to be done by a day. */
  static BigDecimal atteso(LocalDate entro, LocalDate inizio, int anno, Attesa attesa) {
    var fine = LocalDate.of(anno, 12, 31);
    if (attesa == Attesa.TRAGUARDO || !fine.isBefore(entro)) {
      return CENTO;
    }
    long passati = ChronoUnit.DAYS.between(inizio, fine) + 1;
    long tutti = ChronoUnit.DAYS.between(inizio, entro) + 1;
    return CENTO
        .multiply(BigDecimal.valueOf(Math.max(passati, 0)))
        .divide(BigDecimal.valueOf(tutti), 1, RoundingMode.HALF_UP);
  }

  /** What was reached in percent of what was expected; nothing expected is all reached. */
  static BigDecimal sullAtteso(BigDecimal raggiungimento, BigDecimal atteso) {
    return atteso.signum() == 0 ? CENTO : limita(quota(raggiungimento, atteso));
  }

  private static BigDecimal almenoCento(BigDecimal percentuale) {
    return limita(percentuale.max(CENTO));
  }

  /** A target that is not met never shows as met, however close. */
  private static BigDecimal mancata(BigDecimal parte, BigDecimal tutto) {
    return quota(parte, tutto).max(BigDecimal.ZERO.setScale(1)).min(QUASI);
  }

  private static BigDecimal quota(BigDecimal parte, BigDecimal tutto) {
    return tutto.signum() <= 0
        ? BigDecimal.ZERO.setScale(1)
        : CENTO.multiply(parte).divide(tutto, 1, RoundingMode.HALF_UP);
  }

  private static BigDecimal limita(BigDecimal percentuale) {
    return percentuale.min(MASSIMO).setScale(1, RoundingMode.HALF_UP);
  }
}
