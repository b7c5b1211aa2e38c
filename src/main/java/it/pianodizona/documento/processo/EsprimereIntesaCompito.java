package it.pianodizona.documento.processo;

import static it.pianodizona.documento.processo.RedazioneDocumentoProcesso.DOCUMENTO_ID;
import static it.pianodizona.documento.processo.RedazioneDocumentoProcesso.ENTE;

import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.EsitoParere;
import it.pianodizona.documento.Parere;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The ATS or one ASST of the Ambito gives or denies its intesa; all do at the same time. */
@Component
class EsprimereIntesaCompito implements Compito {

  private final Documenti documenti;
  private final SchedaDelDocumento scheda;
  private final Clock orologio;

  EsprimereIntesaCompito(Documenti documenti, SchedaDelDocumento scheda, Clock orologio) {
    this.documenti = documenti;
    this.scheda = scheda;
    this.orologio = orologio;
  }

  @Override
  public String processo() {
    return RedazioneDocumentoProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return RedazioneDocumentoProcesso.ESPRIMERE_INTESA;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var documento = scheda.documento(contesto);
    var ente = EnteNelModello.da(contesto.leggi(ENTE));
    contesto.nome("Esprimere intesa – " + ente.nome());
    contesto.gruppoCandidato(ente.gruppo());
    var modulo = scheda.perLeggere(contesto, documento);
    modulo.put("nomeEnte", ente.nome());
    return modulo;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var ente = EnteNelModello.da(contesto.leggi(ENTE));
    documenti.registraParere(
        contesto.leggi(DOCUMENTO_ID),
        new Parere(
            ente.provenienza(),
            dati.testo("intesa").equals("FAVOREVOLE")
                ? EsitoParere.FAVOREVOLE
                : EsitoParere.CONTRARIO,
            ente.nome(),
            dati.cercaTesto("note").orElse(null),
            LocalDate.now(orologio),
            contesto.utente()),
        OsservazioniNelModulo.lette(dati));
  }
}
