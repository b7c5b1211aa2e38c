package it.pianodizona.fascicolo;

/**
 * A number of the yearly register of one Ambito, written with seven digits: {@code 0000123/2024}.
 */
public record NumeroProtocollo(int anno, int numero) {

  @Override
  public String toString() {
    return "%07d/%d".formatted(numero, anno);
  }
}
