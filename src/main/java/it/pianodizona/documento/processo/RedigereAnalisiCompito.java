package it.pianodizona.documento.processo;

import it.pianodizona.documento.Parte;
import it.pianodizona.documento.Redazione;
import org.springframework.stereotype.Component;

/** The office hands in parts 1 to 4. */
@Component
class RedigereAnalisiCompito extends ConsegnarePartiCompito {

  RedigereAnalisiCompito(Redazione redazione, SchedaDelDocumento scheda) {
    super(
        redazione,
        scheda,
        RedazioneDocumentoProcesso.REDIGERE_ANALISI,
        Parte.ESITI,
        Parte.CONTESTO,
        Parte.SOGGETTI,
        Parte.BISOGNI);
  }
}
