package it.pianodizona.documento.processo;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.Provenienza;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.ContestoCompito;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The ASST of the Ambito gives or denies its intesa. */
@Component
class EsprimereIntesaAsstCompito extends EsprimereIntesaCompito {

  private final Anagrafica anagrafica;

  EsprimereIntesaAsstCompito(
      Documenti documenti, SchedaDelDocumento scheda, Clock orologio, Anagrafica anagrafica) {
    super(documenti, scheda, orologio, Provenienza.ASST, RedazioneDocumentoProcesso.INTESA_ASST);
    this.anagrafica = anagrafica;
  }

  @Override
  public String compito() {
    return RedazioneDocumentoProcesso.ESPRIMERE_INTESA_ASST;
  }

  @Override
  String ente(ContestoCompito contesto) {
    var ambito = anagrafica.ambito(contesto.leggi(VariabiliPiano.CODICE_AMBITO));
    var asst =
        ambito.codiciAsst().stream()
            .map(codice -> "ASST " + anagrafica.asst(codice).denominazione())
            .collect(Collectors.joining(", "));
    return asst.isEmpty() ? Provenienza.ASST.denominazione() : asst;
  }
}
