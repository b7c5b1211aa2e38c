package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;

import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.FattoDomanda;
import it.pianodizona.coprogrammazione.Istruttorie;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office judges the applicant's answer to the preavviso di rigetto. */
@Component
class EsaminareOsservazioniCompito implements Compito {

  private final Domande domande;
  private final Istruttorie istruttorie;
  private final SchedaDomanda scheda;

  EsaminareOsservazioniCompito(Domande domande, Istruttorie istruttorie, SchedaDomanda scheda) {
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
    return DomandaPartecipazioneProcesso.ESAMINARE_OSSERVAZIONI;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    long domandaId = contesto.leggi(DOMANDA_ID);
    var valori = new HashMap<>(scheda.prepara(contesto, "Esaminare osservazioni"));
    valori.put("chiesto", testo(domandaId, FattoDomanda.PREAVVISO_INVIATO));
    valori.put("risposta", testo(domandaId, FattoDomanda.OSSERVAZIONI_RICEVUTE));
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    istruttorie.esaminaOsservazioni(
        contesto.leggi(DOMANDA_ID),
        dati.testo("accolte").equals("SI"),
        dati.testo("valutazione"),
        contesto.utente());
  }

  private String testo(long domandaId, FattoDomanda fatto) {
    return domande.ultimoTesto(domandaId, fatto).orElse("");
  }
}
