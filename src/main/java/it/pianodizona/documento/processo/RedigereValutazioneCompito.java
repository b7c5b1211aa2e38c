package it.pianodizona.documento.processo;

import it.pianodizona.documento.Parte;
import it.pianodizona.documento.Redazione;
import org.springframework.stereotype.Component;

/** The office hands in parts 6 and 7. */
@Component
class RedigereValutazioneCompito extends ConsegnarePartiCompito {

  RedigereValutazioneCompito(Redazione redazione, SchedaDelDocumento scheda) {
    super(
        redazione,
        scheda,
        RedazioneDocumentoProcesso.REDIGERE_VALUTAZIONE,
        Parte.VALUTAZIONE,
        Parte.INTEGRAZIONE);
  }
}
