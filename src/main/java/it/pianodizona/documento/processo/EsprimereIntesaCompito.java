package it.pianodizona.documento.processo;

import static it.pianodizona.documento.processo.RedazioneDocumentoProcesso.DOCUMENTO_ID;

import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.EsitoParere;
import it.pianodizona.documento.Parere;
import it.pianodizona.documento.Provenienza;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.motore.compito.Variabile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** A public health body gives or denies its intesa: the same form for ATS and ASST. */
abstract class EsprimereIntesaCompito implements Compito {

  private final Documenti documenti;
  private final SchedaDelDocumento scheda;
  private final Clock orologio;
  private final Provenienza provenienza;
  private final Variabile<Boolean> intesa;

  EsprimereIntesaCompito(
      Documenti documenti,
      SchedaDelDocumento scheda,
      Clock orologio,
      Provenienza provenienza,
      Variabile<Boolean> intesa) {
    this.documenti = documenti;
    this.scheda = scheda;
    this.orologio = orologio;
    this.provenienza = provenienza;
    this.intesa = intesa;
  }

  /** Name of the body for the Ambito of the plan. */
  abstract String ente(ContestoCompito contesto);

  @Override
  public String processo() {
    return RedazioneDocumentoProcesso.CHIAVE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var documento = scheda.documento(contesto);
    var modulo = scheda.perLeggere(contesto, documento, documenti.pareri(documento.id()));
    modulo.put("dellEnte", "dell'" + provenienza.denominazione());
    modulo.put("ente", ente(contesto));
    return modulo;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var espressa = dati.testo("intesa").equals("FAVOREVOLE");
    documenti.registraParere(
        contesto.leggi(DOCUMENTO_ID),
        new Parere(
            provenienza,
            espressa ? EsitoParere.FAVOREVOLE : EsitoParere.CONTRARIO,
            ente(contesto),
            dati.cercaTesto("note").orElse(null),
            LocalDate.now(orologio),
            contesto.utente()));
    contesto.imposta(intesa, espressa);
  }
}
