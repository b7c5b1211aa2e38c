package it.pianodizona.premialita.processo;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.premialita.Pagamenti;
import it.pianodizona.premialita.Premialita;
import it.pianodizona.premialita.PrimoLivello;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A payment is blocked: the office sees why. The task goes away by itself when the flows arrive;
 * completing it makes the process look again.
 */
final class SanareDebitiCompito implements Compito {

  private final Premialita premialita;
  private final Pagamenti pagamenti;
  private final Anagrafica anagrafica;
  private final String processo;
  private final String compito;
  private final String pagamento;

  /**
   * @param pagamento what is blocked, as the form says it: {@code l'acconto}
   */
  SanareDebitiCompito(
      Premialita premialita,
      Pagamenti pagamenti,
      Anagrafica anagrafica,
      String processo,
      String compito,
      String pagamento) {
    this.premialita = premialita;
    this.pagamenti = pagamenti;
    this.anagrafica = anagrafica;
    this.processo = processo;
    this.compito = compito;
    this.pagamento = pagamento;
  }

  @Override
  public String processo() {
    return processo;
  }

  @Override
  public String compito() {
    return compito;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var valori = new HashMap<String, Object>();
    var progettoId = PremialitaProgettoProcesso.PROGETTO_ID.cerca(contesto.compito());
    var titolo = progettoId.map(id -> premialita.progetto(id).titolo()).orElse(PrimoLivello.TITOLO);
    contesto.nome(contesto.compito().getName() + " – " + titolo);
    valori.put("titolo", titolo);
    valori.put("pagamento", pagamento);
    valori.put(
        "ambito", anagrafica.ambito(contesto.leggi(VariabiliPiano.CODICE_AMBITO)).denominazione());
    valori.put("motivi", elenco(motivi(contesto)));
    return valori;
  }

  /** Nothing to record: the process looks again and comes back here while something is late. */
  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {}

  private List<String> motivi(ContestoCompito contesto) {
    return PremialitaProgettoProcesso.PROGETTO_ID
        .cerca(contesto.compito())
        .map(pagamenti::motiviDiBlocco)
        .orElseGet(() -> pagamenti.motiviDiBlocco(contesto.leggi(VariabiliPiano.CODICE_AMBITO)));
  }

  private static String elenco(List<String> motivi) {
    return motivi.stream().map(m -> "- " + m).reduce((a, b) -> a + "\n" + b).orElse("");
  }
}
