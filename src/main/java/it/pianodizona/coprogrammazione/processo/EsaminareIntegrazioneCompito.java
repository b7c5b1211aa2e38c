package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.INTEGRAZIONE_SUFFICIENTE;

import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.FattoDomanda;
import it.pianodizona.coprogrammazione.Istruttorie;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office judges what the applicant added. */
@Component
class EsaminareIntegrazioneCompito implements Compito {

  private final Domande domande;
  private final Istruttorie istruttorie;
  private final SchedaDomanda scheda;

  EsaminareIntegrazioneCompito(Domande domande, Istruttorie istruttorie, SchedaDomanda scheda) {
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
    return DomandaPartecipazioneProcesso.ESAMINARE_INTEGRAZIONE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    long domandaId = contesto.leggi(DOMANDA_ID);
    var valori = new HashMap<>(scheda.prepara(contesto, "Esaminare integrazione"));
    valori.put("chiesto", testo(domandaId, FattoDomanda.INTEGRAZIONE_RICHIESTA));
    valori.put("risposta", testo(domandaId, FattoDomanda.INTEGRAZIONE_RICEVUTA));
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    boolean sufficiente = dati.testo("sufficiente").equals("SI");
    istruttorie.esaminaIntegrazione(
        contesto.leggi(DOMANDA_ID),
        sufficiente,
        dati.cercaTesto("motivi").orElse(null),
        contesto.utente());
    contesto.imposta(INTEGRAZIONE_SUFFICIENTE, sufficiente);
  }

  private String testo(long domandaId, FattoDomanda fatto) {
    return domande.ultimoTesto(domandaId, fatto).orElse("");
  }
}
