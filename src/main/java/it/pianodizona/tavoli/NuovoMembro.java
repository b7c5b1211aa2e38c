package it.pianodizona.tavoli;

import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.EsitoDomanda;

/**
 * Somebody about to join a tavolo.
 *
 * @param email {@code null} when not known
 * @param domandaId {@code null} for the public bodies
 */
record NuovoMembro(
    TipoMembro tipo, String denominazione, String email, Long domandaId, boolean conRiserva) {

  /** A body admitted by its domanda; the person who comes to the meetings gets their mail. */
  static NuovoMembro ammesso(Domanda domanda) {
    return new NuovoMembro(
        TipoMembro.PARTECIPANTE,
        domanda.dati().denominazione(),
        domanda.dati().referenteEmail(),
        domanda.id(),
        domanda.esito() == EsitoDomanda.CON_RISERVA);
  }

  /** ATS or ASST, which sit at every tavolo. */
  static NuovoMembro ente(TipoMembro tipo, String denominazione, String email) {
    return new NuovoMembro(tipo, denominazione, email, null, false);
  }

  /** Column values of the member at a tavolo. */
  Object[] riga(long tavoloId) {
    return new Object[] {tavoloId, tipo.name(), denominazione, email, domandaId, conRiserva};
  }
}
