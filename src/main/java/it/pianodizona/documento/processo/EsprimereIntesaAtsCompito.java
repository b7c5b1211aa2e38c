package it.pianodizona.documento.processo;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.Provenienza;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.ContestoCompito;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The ATS of the Ambito gives or denies its intesa. */
@Component
class EsprimereIntesaAtsCompito extends EsprimereIntesaCompito {

  private final Anagrafica anagrafica;

  EsprimereIntesaAtsCompito(
      Documenti documenti, SchedaDelDocumento scheda, Clock orologio, Anagrafica anagrafica) {
    super(documenti, scheda, orologio, Provenienza.ATS, RedazioneDocumentoProcesso.INTESA_ATS);
    this.anagrafica = anagrafica;
  }

  @Override
  public String compito() {
    return RedazioneDocumentoProcesso.ESPRIMERE_INTESA_ATS;
  }

  @Override
  String ente(ContestoCompito contesto) {
    var ambito = anagrafica.ambito(contesto.leggi(VariabiliPiano.CODICE_AMBITO));
    return "ATS " + anagrafica.ats(ambito.codiceAts()).denominazione();
  }
}
