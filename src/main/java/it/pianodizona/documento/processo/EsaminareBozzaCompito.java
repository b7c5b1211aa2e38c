package it.pianodizona.documento.processo;

import static it.pianodizona.documento.processo.RedazioneDocumentoProcesso.BOZZA_FAVOREVOLE;
import static it.pianodizona.documento.processo.RedazioneDocumentoProcesso.DOCUMENTO_ID;

import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.EsitoParere;
import it.pianodizona.documento.Parere;
import it.pianodizona.documento.Provenienza;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The Comitato dei Sindaci approves the draft or sends it back with remarks. */
@Component
class EsaminareBozzaCompito implements Compito {

  private final Documenti documenti;
  private final SchedaDelDocumento scheda;
  private final Clock orologio;

  EsaminareBozzaCompito(Documenti documenti, SchedaDelDocumento scheda, Clock orologio) {
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
    return RedazioneDocumentoProcesso.ESAMINARE_BOZZA;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var documento = scheda.documento(contesto);
    contesto.nome("Esaminare bozza – versione " + documento.versione());
    return scheda.perLeggere(contesto, documento);
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var favorevole = dati.testo("parere").equals("FAVOREVOLE");
    documenti.registraParere(
        contesto.leggi(DOCUMENTO_ID),
        new Parere(
            Provenienza.COMITATO,
            favorevole ? EsitoParere.FAVOREVOLE : EsitoParere.CONTRARIO,
            Provenienza.COMITATO.denominazione(),
            dati.cercaTesto("note").orElse(null),
            LocalDate.now(orologio),
            contesto.utente()),
        OsservazioniNelModulo.lette(dati));
    contesto.imposta(BOZZA_FAVOREVOLE, favorevole);
  }
}
