package it.pianodizona.motore.compito;

import it.pianodizona.comune.DatoNonValido;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A submitted form, already validated against its definition, read by type. Empty texts count as
 * missing. JSON fields are plain lists and maps.
 */
public final class DatiModulo {

  private static final ZoneId ROMA = ZoneId.of("Europe/Rome");

  private final Map<String, ?> valori;

  public DatiModulo(Map<String, ?> valori) {
    this.valori = valori;
  }

  public boolean presente(String campo) {
    var valore = valori.get(campo);
    return valore != null && !(valore instanceof String testo && testo.isBlank());
  }

  /** Text without surrounding spaces. */
  public String testo(String campo) {
    return cercaTesto(campo).orElseThrow(() -> mancante(campo, "un testo"));
  }

  public Optional<String> cercaTesto(String campo) {
    return presente(campo) ? Optional.of(valori.get(campo).toString().strip()) : Optional.empty();
  }

  public boolean siNo(String campo) {
    return Boolean.TRUE.equals(valori.get(campo));
  }

  public int intero(String campo) {
    return decimale(campo).intValueExact();
  }

  public BigDecimal decimale(String campo) {
    var valore = cercaTesto(campo).orElseThrow(() -> mancante(campo, "un numero"));
    try {
      return new BigDecimal(valore);
    } catch (NumberFormatException e) {
      throw new DatoNonValido(campo, valore, "un numero");
    }
  }

  public Optional<BigDecimal> cercaDecimale(String campo) {
    return presente(campo) ? Optional.of(decimale(campo)) : Optional.empty();
  }

  /** An amount in euro with at most two decimals. */
  public BigDecimal importo(String campo) {
    var valore = decimale(campo);
    try {
      return valore.setScale(2, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException e) {
      throw new DatoNonValido(campo, valore.toPlainString(), "un importo con due decimali");
    }
  }

  public LocalDate data(String campo) {
    var valore = cercaTesto(campo).orElseThrow(() -> mancante(campo, "una data"));
    try {
      return LocalDate.parse(valore);
    } catch (DateTimeParseException e) {
      throw new DatoNonValido(campo, valore, "una data nella forma aaaa-mm-gg");
    }
  }

  public Optional<LocalDate> cercaData(String campo) {
    return presente(campo) ? Optional.of(data(campo)) : Optional.empty();
  }

  /** Date and time, in Europe/Rome. */
  public ZonedDateTime dataOra(String campo) {
    var valore = cercaTesto(campo).orElseThrow(() -> mancante(campo, "una data con l'ora"));
    try {
      return conFuso(valore)
          ? OffsetDateTime.parse(valore).atZoneSameInstant(ROMA)
          : LocalDateTime.parse(valore).atZone(ROMA);
    } catch (DateTimeParseException e) {
      throw new DatoNonValido(campo, valore, "una data con l'ora, per esempio 2024-10-07T16:00");
    }
  }

  private static boolean conFuso(String dataOra) {
    return dataOra.matches(".*(Z|[+-]\\d{2}:\\d{2})");
  }

  /** Chosen values of a checklist or taglist; empty when nothing was chosen. */
  public List<String> elenco(String campo) {
    return valori.get(campo) instanceof List<?> scelte
        ? scelte.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Rows of a dynamic list; empty when there are none. */
  @SuppressWarnings("unchecked")
  public List<DatiModulo> righe(String campo) {
    return valori.get(campo) instanceof List<?> righe
        ? righe.stream().map(riga -> new DatiModulo((Map<String, ?>) riga)).toList()
        : List.of();
  }

  private static DatoNonValido mancante(String campo, String accettato) {
    return new DatoNonValido(campo, "(vuoto)", accettato);
  }
}
