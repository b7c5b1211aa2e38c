package it.pianodizona.assemblea;

import it.pianodizona.comune.DatoNonValido;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The proof that a Comune was convened.
 *
 * @param email {@code null} when the Comune has none and must be told by other means
 * @param inviato when the notice left
 * @param consegna what became of the message, in words; {@code null} when nothing is known of it
 * @param ricevute receipts recorded by the office
 */
public record AvvisoDiSeduta(
    String codiceIstat,
    String denominazione,
    String email,
    ZonedDateTime inviato,
    String consegna,
    List<Ricevuta> ricevute) {

  /** How a notice was delivered. */
  public enum Mezzo {
    PEC("PEC"),
    RACCOMANDATA("raccomandata"),
    A_MANO("a mano"),
    MESSO("messo comunale");

    private final String descrizione;

    Mezzo(String descrizione) {
      this.descrizione = descrizione;
    }

    /** As people say it. */
    public String descrizione() {
      return descrizione;
    }
  }

  /**
   * A receipt.
   *
   * @param estremi what identifies it, such as the number of the PEC receipt
   */
  public record Ricevuta(Mezzo mezzo, ZonedDateTime ricevuto, String estremi) {

    /**
     * @throws DatoNonValido when a part is missing
     */
    public Ricevuta {
      if (mezzo == null || ricevuto == null) {
        throw DatoNonValido.regola("Ricevuta", "mezzo, giorno e ora sono obbligatori.");
      }
      if (estremi == null || estremi.isBlank() || estremi.strip().length() > 200) {
        throw new DatoNonValido("Estremi della ricevuta", estremi, "un testo fino a 200 caratteri");
      }
      estremi = estremi.strip();
    }
  }
}
