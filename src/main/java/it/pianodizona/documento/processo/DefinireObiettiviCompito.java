package it.pianodizona.documento.processo;

import it.pianodizona.documento.Parte;
import it.pianodizona.documento.Redazione;
import org.springframework.stereotype.Component;

/** The office hands in part 5. */
@Component
class DefinireObiettiviCompito extends ConsegnarePartiCompito {

  DefinireObiettiviCompito(Redazione redazione, SchedaDelDocumento scheda) {
    super(redazione, scheda, RedazioneDocumentoProcesso.DEFINIRE_OBIETTIVI, Parte.OBIETTIVI);
  }
}
