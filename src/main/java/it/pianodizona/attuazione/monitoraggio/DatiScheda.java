package it.pianodizona.attuazione.monitoraggio;

import it.pianodizona.comune.DatoNonValido;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What an office writes of an objective for a year.
 *
 * @param valori by place of the indicator; those not named have no value and no note
 * @param grado {@code null} where the objective has indicators, or it is not known yet
 * @param risorse {@code null} until it is known
 */
public record DatiScheda(
    Map<Integer, Valore> valori,
    Integer grado,
    Integer risorse,
    String criticita,
    String osservazioni) {

  /** Longest text of problems and of remarks. */
  public static final int TESTO_MASSIMO = 2000;

  private static final BigDecimal LIMITE = new BigDecimal("9999999999999.99");

  /**
   * The value of an indicator.
   *
   * @param valore {@code null} when it is not measured
   */
  public record Valore(BigDecimal valore, String nota) {

    /** Longest note. */
    public static final int NOTA_MASSIMA = 500;

    /**
     * @throws DatoNonValido when the value has more than two decimals or the note is too long
     */
    public Valore {
      if (valore != null
          && (valore.stripTrailingZeros().scale() > 2 || valore.abs().compareTo(LIMITE) > 0)) {
        throw new DatoNonValido("Valore", valore, "un numero con al massimo due decimali");
      }
      nota = pulito("Nota", nota, NOTA_MASSIMA);
    }
  }

  /**
   * @throws DatoNonValido when a share is not one, or a text is too long
   */
  public DatiScheda {
    valori = Map.copyOf(valori);
    quota("Grado di raggiungimento", grado);
    quota("Risorse impegnate o liquidate", risorse);
    criticita = pulito("Criticità", criticita, TESTO_MASSIMO);
    osservazioni = pulito("Osservazioni", osservazioni, TESTO_MASSIMO);
  }

  private static void quota(String campo, Integer quota) {
    if (quota != null && (quota < 0 || quota > 100)) {
      throw new DatoNonValido(campo, quota, "un numero intero da 0 a 100");
    }
  }

  private static String pulito(String campo, String testo, int massimo) {
    var pulito = testo == null ? "" : testo.strip().replace("\r\n", "\n");
    if (pulito.length() > massimo) {
      throw new DatoNonValido(
          campo, pulito.substring(0, 40) + "…", "un testo fino a %d caratteri".formatted(massimo));
    }
    return pulito.isEmpty() ? null : pulito;
  }
}
