package it.pianodizona.portale.web;

import it.pianodizona.coprogrammazione.AvvisoInArrivo;
import it.pianodizona.portale.web.FiltroAvvisi.Stato;
import java.util.List;
import java.util.Map;

/**
 * What a search of the notices found.
 *
 * @param quanti notices found in each of the three lists
 * @param inArrivo only in the list of that name
 * @param pagina from 1
 * @param ultima number of the last page
 */
record EsitoRicerca(
    Map<Stato, Integer> quanti,
    List<VistaAvviso> avvisi,
    List<AvvisoInArrivo> inArrivo,
    int pagina,
    int ultima) {

  public int quanti(Stato stato) {
    return quanti.get(stato);
  }
}
