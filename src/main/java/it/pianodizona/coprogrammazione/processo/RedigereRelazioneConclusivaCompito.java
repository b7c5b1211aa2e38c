package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.AVVISO_ID;

import it.pianodizona.coprogrammazione.Area;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Conclusioni;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.PosizioneDissenziente;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The RUP closes the co-programmazione. */
@Component
class RedigereRelazioneConclusivaCompito implements Compito {

  private final Avvisi avvisi;
  private final Domande domande;
  private final Conclusioni conclusioni;

  RedigereRelazioneConclusivaCompito(Avvisi avvisi, Domande domande, Conclusioni conclusioni) {
    this.avvisi = avvisi;
    this.domande = domande;
    this.conclusioni = conclusioni;
  }

  @Override
  public String processo() {
    return CoProgrammazioneProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return CoProgrammazioneProcesso.REDIGERE_RELAZIONE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var avviso = avvisi.avviso(contesto.leggi(AVVISO_ID));
    var ammesse = domande.elenco(avviso.id()).stream().filter(Domanda::ammessa).toList();
    var dissensi = conclusioni.dissensi(avviso.id());
    var modulo = new HashMap<String, Object>();
    modulo.put("numero", avviso.numero());
    modulo.put("partecipanti", conclusioni.partecipanti(avviso.id()).size());
    modulo.put(
        "perArea", avviso.contenuto().aree().stream().map(area -> riga(area, ammesse)).toList());
    modulo.put(
        "sintesi",
        conclusioni
            .documentoDiSintesi(avviso.id())
            .map(d -> "/ufficio/tavoli/documenti/" + d.id())
            .orElse(null));
    modulo.put(
        "dissensi",
        dissensi.isEmpty()
            ? null
            : dissensi.stream().map(RedigereRelazioneConclusivaCompito::riga).toList());
    return modulo;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    conclusioni.concludi(contesto.leggi(AVVISO_ID), dati.testo("relazione"), contesto.utente());
  }

  private static Map<String, String> riga(PosizioneDissenziente dissenso) {
    return Map.of("area", dissenso.area(), "ente", dissenso.ente(), "testo", dissenso.testo());
  }

  private static Map<String, Object> riga(Area area, List<Domanda> ammesse) {
    var dellArea = ammesse.stream().filter(d -> d.dati().aree().contains(area.codice())).toList();
    return Map.of(
        "area",
        area.denominazione(),
        "ammessi",
        dellArea.size(),
        "riserva",
        dellArea.stream().filter(d -> d.esito() == EsitoDomanda.CON_RISERVA).count(),
        "tardivi",
        dellArea.stream().filter(Domanda::tardiva).count());
  }
}
