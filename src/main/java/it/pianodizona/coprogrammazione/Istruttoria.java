package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DatoNonValido;
import java.util.ArrayList;

/**
 * The office's checks on a domanda; whether it is on time comes from the register.
 *
 * @param requisitiProvati RUNTS registration, or statute for bodies that need none
 * @param motivi what is missing or wrong; required unless the outcome is regular
 */
public record Istruttoria(
    boolean canaleAmmesso,
    boolean firmata,
    boolean requisitiProvati,
    boolean categoriaAmmessa,
    EsitoIstruttoria esito,
    String motivi) {

  /**
   * @throws DatoNonValido when the outcome contradicts the checks or lacks its reasons
   */
  public Istruttoria {
    if (esito == null) {
      throw new DatoNonValido("Esito dell'istruttoria", null, "regolare, da integrare o negativa");
    }
    motivi =
        esito == EsitoIstruttoria.REGOLARE
            ? Testi.facoltativo("Motivi", motivi, 4000)
            : Testi.obbligatorio("Motivi", motivi, 4000);
    var mancanti = new ArrayList<String>();
    if (!canaleAmmesso) {
      mancanti.add("canale");
    }
    if (!firmata) {
      mancanti.add("firma");
    }
    if (!requisitiProvati) {
      mancanti.add("requisiti");
    }
    if (!categoriaAmmessa) {
      mancanti.add("categoria");
    }
    if (esito == EsitoIstruttoria.REGOLARE && !mancanti.isEmpty()) {
      throw DatoNonValido.regola(
          "Esito dell'istruttoria",
          "non può essere regolare: mancano i controlli su %s."
              .formatted(String.join(", ", mancanti)));
    }
  }
}
