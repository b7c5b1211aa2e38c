package it.pianodizona.documento.processo;

import static it.pianodizona.comune.DateItaliane.GIORNO;
import static it.pianodizona.documento.processo.RedazioneDocumentoProcesso.DOCUMENTO_ID;

import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.DocumentoDiPiano;
import it.pianodizona.documento.EsitoParere;
import it.pianodizona.documento.EsitoPrecedente;
import it.pianodizona.documento.Obiettivo;
import it.pianodizona.documento.Parere;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.tavoli.SintesiDelTavolo;
import it.pianodizona.tavoli.Tavoli;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the forms of the drafting show of the document, of its opinions and of the tavoli. */
@Component
class SchedaDelDocumento {

  /** A text field of a form holds at most this many characters. */
  private static final int LUNGHEZZA_MASSIMA = 4000;

  private final Documenti documenti;
  private final Tavoli tavoli;

  SchedaDelDocumento(Documenti documenti, Tavoli tavoli) {
    this.documenti = documenti;
    this.tavoli = tavoli;
  }

  DocumentoDiPiano documento(ContestoCompito contesto) {
    return documenti.documento(contesto.leggi(DOCUMENTO_ID));
  }

  /** The heading of every form. */
  Map<String, Object> intestazione(ContestoCompito contesto, DocumentoDiPiano documento) {
    var modulo = new HashMap<String, Object>();
    modulo.put("triennio", contesto.leggi(VariabiliPiano.TRIENNIO));
    modulo.put("versione", documento.versione());
    return modulo;
  }

  /** The heading of the drafting forms, with the date and what the new version must answer. */
  Map<String, Object> perScrivere(ContestoCompito contesto, DocumentoDiPiano documento) {
    contesto.scadenza(documento.scadenzaBozza());
    var modulo = intestazione(contesto, documento);
    modulo.put("entro", GIORNO.format(documento.scadenzaBozza()));
    modulo.put("osservazioni", osservazioni(documenti.pareriPrecedenti(documento.id())));
    return modulo;
  }

  /** The heading of the forms of who gives an opinion, with the whole document. */
  Map<String, Object> perLeggere(
      ContestoCompito contesto, DocumentoDiPiano documento, List<Parere> pareri) {
    var modulo = intestazione(contesto, documento);
    modulo.put("parti", parti(documento));
    modulo.put("osservazioni", osservazioni(pareri));
    return modulo;
  }

  private List<Map<String, String>> parti(DocumentoDiPiano documento) {
    var esiti =
        documenti.esiti(documento.id()).stream()
            .map(SchedaDelDocumento::riassunto)
            .collect(Collectors.joining("\n"));
    var obiettivi =
        documenti.obiettiviDelDocumento(documento.id()).stream()
            .map(SchedaDelDocumento::riassunto)
            .collect(Collectors.joining("\n"));
    return List.of(
        parte("1. Esiti della programmazione precedente", esiti),
        parte("2. Contesto e quadro della conoscenza", documento.contesto()),
        parte("3. Soggetti e reti", documento.soggetti()),
        parte("4. Analisi dei bisogni", documento.bisogni()),
        parte("5. Obiettivi", obiettivi),
        parte("6. Sistema di valutazione", documento.valutazione()),
        parte("7. Integrazione sociosanitaria", documento.integrazione()));
  }

  private static Map<String, String> parte(String titolo, String testo) {
    return Map.of("titolo", titolo, "testo", testo);
  }

  private static String riassunto(EsitoPrecedente esito) {
    return "- **%s**: raggiunto al %d%%, risorse al %d%%; %s"
        .formatted(
            esito.obiettivo(),
            esito.grado(),
            esito.risorse(),
            esito.riproposto() ? "riproposto" : "non riproposto");
  }

  private static String riassunto(Obiettivo obiettivo) {
    var scheda = obiettivo.scheda();
    return "- **%d. %s** (%s, %s%s): %s"
        .formatted(
            obiettivo.numero(),
            scheda.titolo(),
            scheda.macroarea().etichetta(),
            scheda.risorseEconomiche(),
            scheda.candidatoPremialita() ? ", candidato alla premialità" : "",
            scheda.descrizione());
  }

  private static List<String> osservazioni(List<Parere> pareri) {
    return pareri.stream()
        .filter(p -> p.testo() != null || p.esito() == EsitoParere.CONTRARIO)
        .map(Parere::riassunto)
        .toList();
  }

  /** Proposals and resources of each tavolo. */
  List<Map<String, String>> sintesi(DocumentoDiPiano documento) {
    return tavoli.sintesi(documento.pianoId()).stream()
        .map(
            s ->
                Map.of(
                    "area", s.area(),
                    "proposte", s.proposte(),
                    "risorse", s.risorse()))
        .toList();
  }

  /** The needs of all the tavoli, as a first text for part 4; {@code null} when there are none. */
  String bisogniDaiTavoli(DocumentoDiPiano documento) {
    var testo =
        tavoli.sintesi(documento.pianoId()).stream()
            .map(SchedaDelDocumento::bisogni)
            .collect(Collectors.joining("\n\n"));
    if (testo.isEmpty()) {
      return null;
    }
    return testo.length() <= LUNGHEZZA_MASSIMA
        ? testo
        : testo.substring(0, LUNGHEZZA_MASSIMA - 1) + "…";
  }

  private static String bisogni(SintesiDelTavolo sintesi) {
    return sintesi.area() + "\n" + sintesi.bisogni();
  }
}
