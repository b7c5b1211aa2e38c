package it.pianodizona.documento.processo;

import static it.pianodizona.comune.DateItaliane.GIORNO;
import static it.pianodizona.documento.processo.RedazioneDocumentoProcesso.DOCUMENTO_ID;
import static it.pianodizona.documento.processo.RedazioneDocumentoProcesso.OSSERVAZIONE;

import it.pianodizona.documento.Documenti;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office accepts or declines one remark, and answers it. */
@Component
class RecepireOsservazioneCompito implements Compito {

  private final Documenti documenti;
  private final SchedaDelDocumento scheda;

  RecepireOsservazioneCompito(Documenti documenti, SchedaDelDocumento scheda) {
    this.documenti = documenti;
    this.scheda = scheda;
  }

  @Override
  public String processo() {
    return RedazioneDocumentoProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return RedazioneDocumentoProcesso.RECEPIRE_OSSERVAZIONE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var documento = scheda.documento(contesto);
    var osservazione = documenti.osservazione(osservazioneId(contesto));
    contesto.nome("Recepire osservazione – " + osservazione.chi());
    contesto.scadenza(documento.scadenzaBozza());
    var modulo = scheda.intestazione(contesto, documento);
    modulo.put("chi", osservazione.chi());
    modulo.put("giorno", GIORNO.format(osservazione.giorno()));
    modulo.put("argomento", osservazione.argomento());
    modulo.put("testo", scheda.perIlModulo(osservazione.testo()));
    return modulo;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    documenti.rispondi(
        osservazioneId(contesto),
        contesto.leggi(DOCUMENTO_ID),
        dati.testo("esito").equals("ACCOLTA"),
        dati.testo("risposta"),
        contesto.utente());
  }

  private static long osservazioneId(ContestoCompito contesto) {
    return contesto.leggi(OSSERVAZIONE).numberValue().longValue();
  }
}
