package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ESITO_DOMANDA;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.RINVIATA;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.coprogrammazione.DecisioneDomanda;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.Istruttorie;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The dirigente decides on a domanda, starting from what the istruttoria proposes, or sends it back
 * to the office.
 */
@Component
class DefinireEsitoCompito implements Compito {

  private static final String TARDIVA =
      "Domanda arrivata dopo il termine: partecipazione a titolo solo consultivo.";

  private final Domande domande;
  private final Istruttorie istruttorie;
  private final SchedaDomanda scheda;

  DefinireEsitoCompito(Domande domande, Istruttorie istruttorie, SchedaDomanda scheda) {
    this.domande = domande;
    this.istruttorie = istruttorie;
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
    var esito = istruttorie.propostaDiEsito(domanda.id()).orElseThrow();
    var valori = new HashMap<>(scheda.prepara(contesto, "Definire esito"));
    istruttorie
        .proposta(domanda.id())
        .ifPresent(proposta -> valori.putAll(SchedaDomanda.proposta(proposta)));
    istruttorie
        .ultima(domanda.id())
        .ifPresent(prima -> valori.put("controlli", SchedaDomanda.controlli(prima)));
    valori.put("esito", esito.name());
    valori.put(
        "proposta",
        esito.descrizione() + (domanda.tardiva() ? ", a titolo solo consultivo (tardiva)" : ""));
    valori.put("motivi", motivi(domanda, esito));
    valori.put("storia", storia(domanda.id()));
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    long domandaId = contesto.leggi(DOMANDA_ID);
    var esito = dati.testo("esito");
    var motivi = dati.cercaTesto("motivi").orElse(null);
    if (esito.equals(RINVIATA)) {
      istruttorie.rinvia(domandaId, motivi, contesto.utente());
    } else {
      domande.decidi(
          domandaId,
          new DecisioneDomanda(
              EsitoDomanda.valueOf(esito), motivi, dati.cercaTesto("norma").orElse(null)),
          contesto.utente());
    }
    contesto.imposta(ESITO_DOMANDA, esito);
  }

  /** What the reasons start from: those of the office, or that the domanda came late. */
  private static String motivi(Domanda domanda, EsitoDomanda esito) {
    return esito == EsitoDomanda.AMMESSA && domanda.tardiva() ? TARDIVA : domanda.motivi();
  }

  private List<Map<String, String>> storia(long domandaId) {
    return domande.storia(domandaId).stream()
        .map(
            voce ->
                Map.of(
                    "quando",
                    DateItaliane.italiana(voce.quando()),
                    "fatto",
                    voce.fatto().descrizione(),
                    "testo",
                    voce.testo() == null ? "" : voce.testo()))
        .toList();
  }
}
