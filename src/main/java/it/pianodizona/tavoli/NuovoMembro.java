package it.pianodizona.tavoli;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Email;
import it.pianodizona.coprogrammazione.CategoriaPartecipante;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.EsitoDomanda;

/**
 * Somebody about to join a tavolo.
 *
 * @param email {@code null} when not known
 * @param domandaId {@code null} for who did not apply
 */
public record NuovoMembro(
    TipoMembro tipo,
    String denominazione,
    String email,
    Long domandaId,
    boolean conRiserva,
    boolean consultivo) {

  /** A body admitted by its domanda; the person who comes to the meetings gets their mail. */
  static NuovoMembro ammesso(Domanda domanda) {
    return new NuovoMembro(
        domanda.dati().categoria() == CategoriaPartecipante.SINDACATO
            ? TipoMembro.SINDACATO
            : TipoMembro.PARTECIPANTE,
        domanda.dati().denominazione(),
        domanda.dati().referenteEmail(),
        domanda.id(),
        domanda.esito() == EsitoDomanda.CON_RISERVA,
        domanda.tardiva());
  }

  /** A public body, which sits at every tavolo. */
  static NuovoMembro ente(TipoMembro tipo, String denominazione, String email) {
    return new NuovoMembro(tipo, denominazione, email, null, false, false);
  }

  static NuovoMembro facilitatore(Destinatario chi) {
    return ente(TipoMembro.FACILITATORE, chi.nome(), chi.email());
  }

  /**
   * Somebody the office calls to the tavolo.
   *
   * @param email {@code null} or empty when not known
   * @throws DatoNonValido when the address is not one, or the name is missing
   */
  public static NuovoMembro chiamato(TipoMembro tipo, String denominazione, String email) {
    if (denominazione == null || denominazione.isBlank()) {
      throw DatoNonValido.regola("Denominazione", "manca: indicare chi entra nel tavolo.");
    }
    var indirizzo = Email.facoltativa(email);
    return ente(tipo, denominazione.strip(), indirizzo == null ? null : indirizzo.indirizzo());
  }

  /** What identifies the body among those of a notice. */
  String chiave() {
    return domandaId == null ? tipo + ":" + denominazione : "domanda:" + domandaId;
  }
}
