package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ESITO_ISTRUTTORIA;

import it.pianodizona.coprogrammazione.CoProgrammazioneProperties;
import it.pianodizona.coprogrammazione.EsitoIstruttoria;
import it.pianodizona.coprogrammazione.Istruttorie;
import it.pianodizona.coprogrammazione.Valutazione;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office follows what the admissibility table proposes, or departs from it with a reason. */
@Component
class ValutareAmmissibilitaCompito implements Compito {

  private final Istruttorie istruttorie;
  private final CoProgrammazioneProperties parametri;
  private final SchedaDomanda scheda;

  ValutareAmmissibilitaCompito(
      Istruttorie istruttorie, CoProgrammazioneProperties parametri, SchedaDomanda scheda) {
    this.istruttorie = istruttorie;
    this.parametri = parametri;
    this.scheda = scheda;
  }

  @Override
  public String processo() {
    return DomandaPartecipazioneProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return DomandaPartecipazioneProcesso.VALUTARE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var proposta = istruttorie.proposta(contesto.leggi(DOMANDA_ID)).orElseThrow();
    var valori = new HashMap<>(scheda.prepara(contesto, "Valutare ammissibilità"));
    valori.putAll(SchedaDomanda.proposta(proposta));
    valori.put(
        "controlli",
        SchedaDomanda.controlli(istruttorie.ultima(contesto.leggi(DOMANDA_ID)).orElseThrow()));
    valori.put("propostaEsito", proposta.esito().name());
    valori.put("esito", proposta.esito().name());
    if (!proposta.esito().favorevole()) {
      valori.put("testo", proposta.motivi(proposta.esito()));
    }
    valori.put("giorni", parametri.soccorsoGiorni());
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var esito = EsitoIstruttoria.valueOf(dati.testo("esito"));
    istruttorie.valuta(
        contesto.leggi(DOMANDA_ID),
        new Valutazione(
            esito,
            dati.cercaTesto("motivoScostamento").orElse(null),
            dati.cercaTesto("testo").orElse(null),
            dati.presente("giorni") ? dati.intero("giorni") : 0),
        contesto.utente());
    contesto.imposta(ESITO_ISTRUTTORIA, esito.name());
  }
}
