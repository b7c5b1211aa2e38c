package it.pianodizona.documento.processo;

import static it.pianodizona.documento.processo.RedazioneDocumentoProcesso.DOCUMENTO_ID;

import it.pianodizona.documento.Analisi;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.EsitoPrecedente;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office writes parts 1 to 4. */
@Component
class RedigereAnalisiCompito implements Compito {

  private final Documenti documenti;
  private final SchedaDelDocumento scheda;

  RedigereAnalisiCompito(Documenti documenti, SchedaDelDocumento scheda) {
    this.documenti = documenti;
    this.scheda = scheda;
  }

  @Override
  public String processo() {
    return RedazioneDocumentoProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return RedazioneDocumentoProcesso.REDIGERE_ANALISI;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var documento = scheda.documento(contesto);
    var modulo = scheda.perScrivere(contesto, documento);
    var esiti = documenti.esiti(documento.id()).stream().map(RedigereAnalisiCompito::riga).toList();
    modulo.put("esiti", esiti.isEmpty() ? List.of(Map.of()) : esiti);
    modulo.put("contesto", documento.contesto());
    modulo.put("soggetti", documento.soggetti());
    modulo.put(
        "bisogni",
        documento.bisogni() == null ? scheda.bisogniDaiTavoli(documento) : documento.bisogni());
    return modulo;
  }

  private static Map<String, Object> riga(EsitoPrecedente esito) {
    var riga = new HashMap<String, Object>();
    riga.put("obiettivo", esito.obiettivo());
    riga.put("grado", esito.grado());
    riga.put("risorse", esito.risorse());
    riga.put("valutazioneUtenti", esito.valutazioneUtenti());
    riga.put("criticita", esito.criticita());
    riga.put("cambiamento", esito.cambiamento());
    riga.put("motivoCambiamento", esito.motivoCambiamento());
    riga.put("continuita", esito.continuita());
    riga.put("riproposto", esito.riproposto());
    riga.put("motivoRiproposto", esito.motivoRiproposto());
    return riga;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    documenti.scriviAnalisi(
        contesto.leggi(DOCUMENTO_ID),
        new Analisi(
            dati.righe("esiti").stream().map(RedigereAnalisiCompito::esito).toList(),
            dati.testo("contesto"),
            dati.testo("soggetti"),
            dati.testo("bisogni")));
  }

  private static EsitoPrecedente esito(DatiModulo riga) {
    return new EsitoPrecedente(
        riga.testo("obiettivo"),
        riga.intero("grado"),
        riga.cercaTesto("valutazioneUtenti").orElse(null),
        riga.intero("risorse"),
        riga.cercaTesto("criticita").orElse(null),
        riga.siNo("cambiamento"),
        riga.testo("motivoCambiamento"),
        riga.siNo("continuita"),
        riga.siNo("riproposto"),
        riga.testo("motivoRiproposto"));
  }
}
