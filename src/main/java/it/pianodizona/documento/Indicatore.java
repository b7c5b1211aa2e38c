package it.pianodizona.documento;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.comune.DatoNonValido;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;

/**
 * How an objective will be measured (S3 § 8.1).
 *
 * @param valore target, at most two decimals
 * @param unita of the target, such as {@code persone} or {@code %}
 * @param entro day by which the target is due
 */
public record Indicatore(
    TipoIndicatore tipo,
    String descrizione,
    Operatore operatore,
    BigDecimal valore,
    String unita,
    LocalDate entro) {

  /** Indicators of one objective, at most. */
  public static final int MASSIMO = 20;

  private static final BigDecimal LIMITE = new BigDecimal("9999999999999.99");

  /**
   * @throws DatoNonValido when the target has more than two decimals or a text is too long
   */
  public Indicatore {
    if (valore.stripTrailingZeros().scale() > 2 || valore.abs().compareTo(LIMITE) > 0) {
      throw new DatoNonValido("Valore atteso", valore, "un numero con al massimo due decimali");
    }
    descrizione = entroLunghezza("Indicatore", descrizione, 500);
    unita = entroLunghezza("Unità di misura", unita, 60);
  }

  private static String entroLunghezza(String campo, String testo, int massimo) {
    if (testo == null || testo.isBlank() || testo.strip().length() > massimo) {
      throw new DatoNonValido(campo, testo, "un testo da 1 a %d caratteri".formatted(massimo));
    }
    return testo.strip();
  }

  /** The target, e.g. {@code ≥ 120 persone entro il 31/12/2026}. */
  public String traguardo() {
    var numero =
        new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ITALY))
            .format(valore);
    return "%s %s %s entro il %s".formatted(operatore.segno(), numero, unita, GIORNO.format(entro));
  }

  /** One line with the target. */
  public String riassunto() {
    return "%s [%s]: %s".formatted(descrizione, tipo.nome(), traguardo());
  }
}
