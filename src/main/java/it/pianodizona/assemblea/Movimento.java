package it.pianodizona.assemblea;

import java.time.ZonedDateTime;

/**
 * Somebody enters or leaves the room, as a row of the register.
 *
 * @param posto place in the register
 * @param corregge the movement that an annulment takes back, else {@code null}
 * @param motivo why it was taken back
 * @param registratoDa login of who recorded it
 */
public record Movimento(
    long id,
    long posto,
    String codiceIstat,
    Tipo tipo,
    ZonedDateTime quando,
    Long corregge,
    String motivo,
    String registratoDa) {

  /** What happened. */
  public enum Tipo {
    ENTRATA("entra"),
    USCITA("esce"),
    /** Another movement was recorded by mistake. */
    ANNULLAMENTO("annullato");

    private final String descrizione;

    Tipo(String descrizione) {
      this.descrizione = descrizione;
    }

    /** As the register says it. */
    public String descrizione() {
      return descrizione;
    }
  }
}
