package it.pianodizona.fascicolo.web;

import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.VoceProtocollo;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.web.util.HtmlUtils;

/**
 * The whole fascicolo as a ZIP: an index to read (HTML), the same to work with (CSV), and the
 * documents, each checked against its SHA-256 while it is written.
 */
final class FascicoloInZip {

  private static final String[] COLONNE = {
    "file",
    "tipo",
    "titolo",
    "protocollo",
    "protocollato",
    "sha256",
    "dimensione",
    "inserito_da",
    "inserito"
  };

  private final String titolo;
  private final Fascicolo fascicolo;
  private final Map<Long, VoceProtocollo> registrazioni;

  FascicoloInZip(String titolo, Fascicolo fascicolo, Map<Long, VoceProtocollo> registrazioni) {
    this.titolo = titolo;
    this.fascicolo = fascicolo;
    this.registrazioni = registrazioni;
  }

  /** Day of the registration; annulled ones say so. */
  private String protocollato(Documento documento) {
    var voce = registrazioni.get(documento.id());
    if (voce == null) {
      return "";
    }
    return voce.registrata().toLocalDate() + (voce.annullamento() == null ? "" : " (annullato)");
  }

  void scrivi(List<Documento> documenti, OutputStream uscita) throws IOException {
    try (var zip = new ZipOutputStream(uscita, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry("indice.html"));
      zip.write(html(documenti).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("indice.csv"));
      csv(documenti, zip);
      zip.closeEntry();
      for (var documento : documenti) {
        var voce = new ZipEntry(percorso(documento));
        voce.setLastModifiedTime(FileTime.from(documento.inserito().toInstant()));
        zip.putNextEntry(voce);
        zip.write(fascicolo.contenuto(documento.id()));
        zip.closeEntry();
      }
    }
  }

  /** Two documents may have the same name: the id tells them apart. */
  private static String percorso(Documento documento) {
    return "documenti/%05d-%s".formatted(documento.id(), documento.nomeFile());
  }

  private void csv(List<Documento> documenti, OutputStream uscita) throws IOException {
    var testo = new OutputStreamWriter(uscita, StandardCharsets.UTF_8);
    // spreadsheets know UTF-8 by this mark
    testo.write('\uFEFF');
    var formato = CSVFormat.EXCEL.builder().setDelimiter(';').setHeader(COLONNE).get();
    var tabella = new CSVPrinter(testo, formato);
    for (var d : documenti) {
      tabella.printRecord(
          percorso(d),
          d.tipo().etichetta(),
          comeTesto(d.titolo()),
          d.protocollo(),
          protocollato(d),
          d.sha256(),
          d.dimensione(),
          comeTesto(d.inseritoDa()),
          d.inserito().atZoneSameInstant(Termini.ROMA).toOffsetDateTime());
    }
    tabella.flush();
  }

  /** A spreadsheet must never take a title for a formula. */
  private static String comeTesto(String testo) {
    return testo.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + testo : testo;
  }

  private String html(List<Documento> documenti) {
    var righe = new StringBuilder();
    for (var d : documenti) {
      righe.append(
          """
          <tr><td><a href="%s">%s</a></td><td>%s</td><td>%s</td><td><code>%s</code></td><td>%s, %s</td></tr>
          """
              .formatted(
                  HtmlUtils.htmlEscape(percorso(d)),
                  HtmlUtils.htmlEscape(d.titolo()),
                  HtmlUtils.htmlEscape(d.tipo().etichetta()),
                  d.protocollo() == null
                      ? "–"
                      : HtmlUtils.htmlEscape(d.protocollo() + " " + protocollato(d)),
                  d.sha256(),
                  HtmlUtils.htmlEscape(d.inseritoDa()),
                  d.inserito().atZoneSameInstant(Termini.ROMA).toLocalDate()));
    }
    return """
        <!DOCTYPE html>
        <html lang="it">
        <head><meta charset="utf-8"><title>%1$s</title>
        <style>body{font-family:sans-serif;margin:2rem}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top}code{word-break:break-all}</style>
        </head>
        <body>
        <h1>%1$s</h1>
        <p>%2$d documenti. L'impronta SHA-256 di ogni file si può ricalcolare e confrontare.</p>
        <table>
        <thead><tr><th>Documento</th><th>Tipo</th><th>Protocollo</th><th>SHA-256</th><th>Inserito</th></tr></thead>
        <tbody>
        %3$s</tbody>
        </table>
        </body>
        </html>
        """
        .formatted(HtmlUtils.htmlEscape(titolo), documenti.size(), righe);
  }
}
