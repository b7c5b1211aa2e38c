package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ESITO_DOMANDA;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ESITO_ISTRUTTORIA;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.INTEGRAZIONE_SUFFICIENTE;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.OSSERVAZIONI_ACCOLTE;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.coprogrammazione.DecisioneDomanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.EsitoIstruttoria;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The dirigente decides on a domanda, starting from what the istruttoria proposes. */
@Component
class DefinireEsitoCompito implements Compito {

  private final Domande domande;
  private final SchedaDomanda scheda;

  DefinireEsitoCompito(Domande domande, SchedaDomanda scheda) {
    this.domande = domande;
    this.scheda = scheda;
  }

  @Override
  public String processo() {
    return DomandaPartecipazioneProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return DomandaPartecipazioneProcesso.DEFINIRE_ESITO;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var domanda = domande.domanda(contesto.leggi(DOMANDA_ID));
    var proposta = proposta(contesto);
    var valori = new HashMap<>(scheda.prepara(contesto, "Definire esito"));
    valori.put("esito", proposta.name());
    valori.put(
        "proposta",
        proposta.descrizione() + (domanda.tardiva() ? ", a titolo solo consultivo (tardiva)" : ""));
    if (proposta == EsitoDomanda.ESCLUSA) {
      valori.put("motivi", domanda.motivi());
    } else if (domanda.tardiva()) {
      valori.put(
          "motivi", "Domanda arrivata dopo il termine: partecipazione a titolo solo consultivo.");
    }
    valori.put(
        "storia",
        domande.storia(domanda.id()).stream()
            .map(
                voce ->
                    Map.of(
                        "quando",
                        DateItaliane.italiana(voce.quando()),
                        "fatto",
                        voce.fatto().descrizione(),
                        "testo",
                        voce.testo() == null ? "" : voce.testo()))
            .toList());
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var decisione =
        new DecisioneDomanda(
            EsitoDomanda.valueOf(dati.testo("esito")),
            dati.cercaTesto("motivi").orElse(null),
            dati.cercaTesto("norma").orElse(null));
    domande.decidi(contesto.leggi(DOMANDA_ID), decisione, contesto.utente());
    contesto.imposta(ESITO_DOMANDA, decisione.esito().name());
  }

  private static EsitoDomanda proposta(ContestoCompito contesto) {
    boolean regolare =
        contesto.leggi(ESITO_ISTRUTTORIA).equals(EsitoIstruttoria.REGOLARE.name())
            || contesto.cerca(INTEGRAZIONE_SUFFICIENTE).orElse(false)
            || contesto.cerca(OSSERVAZIONI_ACCOLTE).orElse(false);
    return regolare ? EsitoDomanda.AMMESSA : EsitoDomanda.ESCLUSA;
  }
}
