package it.pianodizona.attuazione;

import it.pianodizona.comune.CodiceIstat;
import it.pianodizona.comune.DatoNonValido;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One column of a flow's file.
 *
 * @param minimo least value of a number, or least length of a text
 * @param massimo greatest value of a number, or greatest length of a text
 * @param valori the values admitted, when the column is a choice
 */
public record Colonna(
    String nome,
    TipoColonna tipo,
    boolean obbligatoria,
    long minimo,
    long massimo,
    List<String> valori) {

  /** What a column holds. */
  public enum TipoColonna {
    TESTO,
    INTERO,
    IMPORTO,
    CODICE_ISTAT,
    VALORI
  }

  public Colonna {
    valori = List.copyOf(valori);
  }

  /** What is accepted in the column, in words that complete "è ammesso". */
  public String accettato() {
    return switch (tipo) {
      case TESTO -> "un testo da %d a %d caratteri".formatted(minimo, massimo);
      case INTERO -> "un numero intero da %d a %d".formatted(minimo, massimo);
      case IMPORTO ->
          "un importo in euro da %d a %d, con al massimo due decimali".formatted(minimo, massimo);
      case CODICE_ISTAT -> "il codice ISTAT a sei cifre di un Comune dell'Ambito";
      case VALORI -> "uno tra " + String.join(", ", valori);
    };
  }

  /** True when the text is a value of this column; the Comune's belonging is checked apart. */
  boolean accetta(String testo) {
    if (testo.isEmpty()) {
      return !obbligatoria;
    }
    return switch (tipo) {
      case TESTO -> testo.length() >= minimo && testo.length() <= massimo;
      case INTERO -> testo.matches("[0-9]{1,12}") && compreso(new BigDecimal(testo));
      case IMPORTO -> importo(testo).map(this::compreso).orElse(false);
      case CODICE_ISTAT -> codiceIstat(testo);
      case VALORI -> valori.contains(testo);
    };
  }

  /** With a point or a comma before the cents, without separators of thousands. */
  static Optional<BigDecimal> importo(String testo) {
    return testo.matches("[0-9]{1,12}([.,][0-9]{1,2})?")
        ? Optional.of(new BigDecimal(testo.replace(',', '.')))
        : Optional.empty();
  }

  private boolean compreso(BigDecimal valore) {
    return valore.compareTo(BigDecimal.valueOf(minimo)) >= 0
        && valore.compareTo(BigDecimal.valueOf(massimo)) <= 0;
  }

  private static boolean codiceIstat(String testo) {
    try {
      new CodiceIstat(testo);
      return true;
    } catch (DatoNonValido e) {
      return false;
    }
  }
}
