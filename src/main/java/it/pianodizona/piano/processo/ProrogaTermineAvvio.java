package it.pianodizona.piano.processo;

import it.pianodizona.motore.compito.Avvio;
import it.pianodizona.motore.compito.ContestoProcesso;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.piano.Proroghe;
import org.springframework.stereotype.Component;

/** The Region begins a proroga from Tasklist with its act. */
@Component
class ProrogaTermineAvvio implements Avvio {

  private final Proroghe proroghe;

  ProrogaTermineAvvio(Proroghe proroghe) {
    this.proroghe = proroghe;
  }

  @Override
  public String processo() {
    return ProrogaTermineProcesso.CHIAVE;
  }

  @Override
  public void avvia(ContestoProcesso contesto, DatiModulo dati) {
    var triennio = dati.testo("triennio");
    proroghe.verificaAtto(triennio, dati.data("dataAtto"));
    contesto.imposta(AvvioTriennioProcesso.TRIENNIO, triennio);
    contesto.imposta(ProrogaTermineProcesso.ATTO, dati.testo("atto"));
    contesto.imposta(ProrogaTermineProcesso.DATA_ATTO, dati.data("dataAtto").toString());
    contesto.imposta(ProrogaTermineProcesso.MOTIVO, dati.testo("motivo"));
  }
}
