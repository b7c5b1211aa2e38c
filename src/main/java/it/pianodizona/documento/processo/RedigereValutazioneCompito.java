package it.pianodizona.documento.processo;

import static it.pianodizona.documento.processo.RedazioneDocumentoProcesso.DOCUMENTO_ID;

import it.pianodizona.documento.Documenti;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office writes parts 6 and 7. */
@Component
class RedigereValutazioneCompito implements Compito {

  private final Documenti documenti;
  private final SchedaDelDocumento scheda;

  RedigereValutazioneCompito(Documenti documenti, SchedaDelDocumento scheda) {
    this.documenti = documenti;
    this.scheda = scheda;
  }

  @Override
  public String processo() {
    return RedazioneDocumentoProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return RedazioneDocumentoProcesso.REDIGERE_VALUTAZIONE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var documento = scheda.documento(contesto);
    var modulo = scheda.perScrivere(contesto, documento);
    modulo.put("valutazione", documento.valutazione());
    modulo.put("integrazione", documento.integrazione());
    return modulo;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    documenti.scriviValutazione(
        contesto.leggi(DOCUMENTO_ID), dati.testo("valutazione"), dati.testo("integrazione"));
  }
}
