package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.motore.VariabiliPiano.PIANO_ID;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.coprogrammazione.AttiDiAvvio;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.piano.Piani;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office records who leads the procedure and on which mandate. */
@Component
class NominareRupCompito implements Compito {

  private final Avvisi avvisi;
  private final Piani piani;

  NominareRupCompito(Avvisi avvisi, Piani piani) {
    this.avvisi = avvisi;
    this.piani = piani;
  }

  @Override
  public String processo() {
    return CoProgrammazioneProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return CoProgrammazioneProcesso.NOMINARE_RUP;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    long pianoId = contesto.leggi(PIANO_ID);
    return Map.of(
        "piano",
        piani.riferimento(pianoId).chiave(),
        "scadenzaAccordo",
        DateItaliane.italiana(piani.scadenzaAccordo(pianoId).toLocalDate()));
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    avvisi.nominaRup(
        contesto.leggi(PIANO_ID),
        new AttiDiAvvio(
            dati.testo("rup"),
            dati.testo("numeroDetermina"),
            dati.data("dataDetermina"),
            dati.testo("numeroIndirizzo"),
            dati.data("dataIndirizzo"),
            dati.testo("priorita")),
        contesto.utente());
  }
}
