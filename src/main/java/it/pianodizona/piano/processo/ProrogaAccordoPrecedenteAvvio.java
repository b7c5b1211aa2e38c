package it.pianodizona.piano.processo;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.Avvio;
import it.pianodizona.motore.compito.ContestoProcesso;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.ProrogaAccordo;
import it.pianodizona.piano.Proroghe;
import org.springframework.stereotype.Component;

/** An office records that its Ambito extends the previous Accordo. */
@Component
class ProrogaAccordoPrecedenteAvvio implements Avvio {

  static final String CHIAVE = "ProrogaAccordoPrecedente";

  private final Piani piani;
  private final Proroghe proroghe;

  ProrogaAccordoPrecedenteAvvio(Piani piani, Proroghe proroghe) {
    this.piani = piani;
    this.proroghe = proroghe;
  }

  @Override
  public String processo() {
    return CHIAVE;
  }

  @Override
  public void avvia(ContestoProcesso contesto, DatiModulo dati) {
    var triennio = dati.testo("triennio");
    var ambito =
        contesto
            .codiceAmbito()
            .orElseThrow(
                () ->
                    DatoNonValido.regola(
                        "Ambito", "la proroga va registrata da chi lavora nell'Ambito."));
    var piano =
        piani.elenco(triennio).stream()
            .filter(p -> p.codiceAmbito().equals(ambito))
            .findFirst()
            .orElseThrow(
                () ->
                    new DatoNonValido(
                        "Triennio", triennio, "un triennio avviato per l'Ambito " + ambito))
            .riferimento();
    proroghe.prorogaPrecedente(
        piano.pianoId(),
        new ProrogaAccordo(
            0,
            ProrogaAccordo.Organo.valueOf(dati.testo("organo")),
            dati.testo("atto"),
            dati.data("dataAtto"),
            dati.data("finoAl"),
            dati.testo("motivo")),
        contesto.utente());
    contesto.imposta(VariabiliPiano.PIANO_ID, piano.pianoId());
  }
}
