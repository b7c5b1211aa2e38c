package it.pianodizona.documento.processo;

import static it.pianodizona.documento.processo.RedazioneDocumentoProcesso.AUDIZIONE_CONCLUSA;
import static it.pianodizona.documento.processo.RedazioneDocumentoProcesso.DOCUMENTO_ID;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.EsitoParere;
import it.pianodizona.documento.Parere;
import it.pianodizona.documento.Provenienza;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office records the hearing of the trade unions. */
@Component
class RegistrareAudizioneOossCompito implements Compito {

  private final Documenti documenti;
  private final SchedaDelDocumento scheda;

  RegistrareAudizioneOossCompito(Documenti documenti, SchedaDelDocumento scheda) {
    this.documenti = documenti;
    this.scheda = scheda;
  }

  @Override
  public String processo() {
    return RedazioneDocumentoProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return RedazioneDocumentoProcesso.REGISTRARE_AUDIZIONE_OOSS;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var documento = scheda.documento(contesto);
    var modulo = scheda.perLeggere(contesto, documento);
    documenti.pareriPrecedenti(documento.id()).stream()
        .filter(parere -> parere.provenienza() == Provenienza.OOSS)
        .findFirst()
        .ifPresent(
            precedente -> {
              modulo.put("organizzazioni", precedente.chi());
              modulo.put("note", precedente.testo());
            });
    return modulo;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    boolean rinvio = dati.testo("seguito").equals("RINVIO");
    var osservazioni = OsservazioniNelModulo.lette(dati);
    if (rinvio && osservazioni.isEmpty()) {
      throw DatoNonValido.regola(
          "Osservazioni", "indicarne almeno una per riportare il documento in redazione.");
    }
    documenti.registraParere(
        contesto.leggi(DOCUMENTO_ID),
        new Parere(
            Provenienza.OOSS,
            EsitoParere.SENTITO,
            dati.testo("organizzazioni"),
            dati.cercaTesto("note").orElse(null),
            dati.data("data"),
            contesto.utente()),
        osservazioni);
    contesto.imposta(AUDIZIONE_CONCLUSA, !rinvio);
  }
}
