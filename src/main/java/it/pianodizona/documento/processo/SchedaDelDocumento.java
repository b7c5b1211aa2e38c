package it.pianodizona.documento.processo;

import static it.pianodizona.comune.DateItaliane.GIORNO;
import static it.pianodizona.documento.processo.RedazioneDocumentoProcesso.DOCUMENTO_ID;

import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.DocumentoDiPiano;
import it.pianodizona.documento.EsitoParere;
import it.pianodizona.documento.Mancanza;
import it.pianodizona.documento.Obiettivo;
import it.pianodizona.documento.Osservazione;
import it.pianodizona.documento.Parere;
import it.pianodizona.documento.Parte;
import it.pianodizona.documento.Redazione;
import it.pianodizona.documento.Sezione;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.ContestoCompito;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the forms of the drafting show of the document, of its parts and of its opinions. */
@Component
class SchedaDelDocumento {

  /** A form shows the beginning of a text; the page of the document shows it all. */
  private static final int LUNGHEZZA_NEL_MODULO = 600;

  private final Documenti documenti;
  private final Redazione redazione;
  private final String radice;

  SchedaDelDocumento(
      Documenti documenti,
      Redazione redazione,
      @Value("${server.servlet.context-path:}") String radice) {
    this.documenti = documenti;
    this.redazione = redazione;
    this.radice = radice;
  }

  DocumentoDiPiano documento(ContestoCompito contesto) {
    return documenti.documento(contesto.leggi(DOCUMENTO_ID));
  }

  /** The heading of every form, with the address of the document's page. */
  Map<String, Object> intestazione(ContestoCompito contesto, DocumentoDiPiano documento) {
    var modulo = new HashMap<String, Object>();
    modulo.put("triennio", contesto.leggi(VariabiliPiano.TRIENNIO));
    modulo.put("versione", documento.versione());
    modulo.put("pagina", radice + "/documento/" + documento.pianoId());
    return modulo;
  }

  /** How far some parts are, what they lack and what the new version must answer. */
  Map<String, Object> perScrivere(
      ContestoCompito contesto, DocumentoDiPiano documento, List<Parte> parti) {
    contesto.scadenza(documento.scadenzaBozza());
    var modulo = intestazione(contesto, documento);
    modulo.put("entro", GIORNO.format(documento.scadenzaBozza()));
    modulo.put("mancanze", mancanze(documento, parti));
    modulo.put(
        "osservazioni",
        documenti.osservazioniDaRecepire(documento.id()).stream()
            .filter(o -> o.parte() == null || parti.contains(o.parte()))
            .map(this::riga)
            .toList());
    return modulo;
  }

  private List<String> mancanze(DocumentoDiPiano documento, List<Parte> parti) {
    return redazione.mancanze(documento.id(), parti).stream().map(Mancanza::riga).toList();
  }

  /** The beginning of every part, for who gives an opinion, with what others said before. */
  Map<String, Object> perLeggere(ContestoCompito contesto, DocumentoDiPiano documento) {
    var modulo = intestazione(contesto, documento);
    var obiettivi = documenti.obiettiviDelDocumento(documento.id());
    modulo.put(
        "parti",
        redazione.sezioni(documento.id()).stream()
            .map(sezione -> parte(documento, sezione, obiettivi))
            .toList());
    modulo.put("risorse", redazione.risorse(documento.id()).totale().toString());
    modulo.put("pareri", pareri(documento));
    return modulo;
  }

  private List<String> pareri(DocumentoDiPiano documento) {
    return Stream.concat(
            documenti.pareri(documento.id()).stream()
                .filter(p -> p.testo() != null || p.esito() == EsitoParere.CONTRARIO)
                .map(Parere::riassunto),
            Stream.concat(
                documenti.osservazioni(documento.id()).stream().map(this::riga),
                documenti.osservazioniDaRecepire(documento.id()).stream().map(this::riga)))
        .map(this::perIlModulo)
        .toList();
  }

  private Map<String, String> parte(
      DocumentoDiPiano documento, Sezione sezione, List<Obiettivo> obiettivi) {
    var testo =
        switch (sezione.parte()) {
          case ESITI ->
              String.join(
                  "\n",
                  redazione.esiti(documento.id()).stream()
                      .map(
                          e ->
                              "- **%s**: raggiunto al %d%%, risorse al %d%%; %s"
                                  .formatted(
                                      e.esito().obiettivo(),
                                      e.esito().grado(),
                                      e.esito().risorse(),
                                      e.esito().riproposto() ? "riproposto" : "non riproposto"))
                      .toList());
          case OBIETTIVI ->
              String.join("\n", obiettivi.stream().map(SchedaDelDocumento::riga).toList());
          default -> perIlModulo(sezione.testoOVuoto());
        };
    return Map.of("titolo", sezione.parte().etichetta(), "testo", testo);
  }

  private static String riga(Obiettivo obiettivo) {
    var scheda = obiettivo.scheda();
    return "- **%s** (%s, %s%s)"
        .formatted(
            obiettivo.etichetta(),
            scheda.macroarea().etichetta(),
            scheda.risorseEconomiche(),
            scheda.candidatoPremialita() ? ", candidato alla premialità" : "");
  }

  private String riga(Osservazione osservazione) {
    return "%s, %s – %s: %s%s"
        .formatted(
            osservazione.chi(),
            GIORNO.format(osservazione.giorno()),
            osservazione.argomento(),
            perIlModulo(osservazione.testo()),
            osservazione.accolta() == null
                ? ""
                : " (%s: %s)".formatted(osservazione.esito(), osservazione.risposta()));
  }

  /** The beginning of a text. */
  String perIlModulo(String testo) {
    return testo.length() <= LUNGHEZZA_NEL_MODULO
        ? testo
        : testo.substring(0, LUNGHEZZA_NEL_MODULO - 1) + "…";
  }
}
