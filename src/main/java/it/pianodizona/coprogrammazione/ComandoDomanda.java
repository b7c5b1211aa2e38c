package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DatoNonValido;
import java.util.List;

/**
 * A domanda that somebody sends.
 *
 * @param numeroAvviso of the notice it answers, e.g. {@code 50084-2024-01}
 * @param canale how it arrives
 * @param delegato who signs in the legal representative's place; {@code null} when nobody does
 * @param chiaveInvio secret of the form it was written in: a second domanda with the same one is
 *     not registered; {@code null} when it did not come from a form
 */
public record ComandoDomanda(
    String numeroAvviso,
    Canale canale,
    DatiDomanda dati,
    String delegato,
    List<AllegatoDomanda> allegati,
    String chiaveInvio) {

  /**
   * @throws DatoNonValido when the name of who signs is too long
   */
  public ComandoDomanda {
    delegato = Testi.facoltativo("Delegato", delegato, 120);
    allegati = List.copyOf(allegati);
  }

  /** A domanda without files, signed by the legal representative. */
  public ComandoDomanda(String numeroAvviso, Canale canale, DatiDomanda dati) {
    this(numeroAvviso, canale, dati, null, List.of(), null);
  }

  /** Who signed it. */
  public String firmatario() {
    return delegato == null ? dati.rappresentanteLegale() : delegato;
  }
}
