package it.pianodizona.documento.processo;

import static it.pianodizona.documento.processo.RedazioneDocumentoProcesso.DOCUMENTO_ID;

import it.pianodizona.documento.Parte;
import it.pianodizona.documento.Redazione;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.List;
import java.util.Map;

/**
 * The office hands in some parts of the document. They are written on the page of the document,
 * over weeks and by several people; the task shows how far they are and refuses what is missing.
 */
abstract class ConsegnarePartiCompito implements Compito {

  private final Redazione redazione;
  private final SchedaDelDocumento scheda;
  private final String compito;
  private final List<Parte> parti;

  ConsegnarePartiCompito(
      Redazione redazione, SchedaDelDocumento scheda, String compito, Parte... parti) {
    this.redazione = redazione;
    this.scheda = scheda;
    this.compito = compito;
    this.parti = List.of(parti);
  }

  @Override
  public String processo() {
    return RedazioneDocumentoProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return compito;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    return scheda.perScrivere(contesto, scheda.documento(contesto), parti);
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    redazione.consegna(
        contesto.leggi(DOCUMENTO_ID),
        parti,
        dati.cercaTesto("motivo").orElse(null),
        contesto.utente());
  }
}
