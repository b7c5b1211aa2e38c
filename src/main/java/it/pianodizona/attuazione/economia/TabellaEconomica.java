package it.pianodizona.attuazione.economia;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The economic plan as CSV (RFC 4180, UTF-8 with its mark): amounts with a point and two decimals,
 * texts safe for spreadsheets.
 */
public final class TabellaEconomica {

  private TabellaEconomica() {}

  /** One row for each Comune. */
  public static byte[] quote(PianoEconomico piano) {
    return csv(
        List.of(
            "anno",
            "codice_istat",
            "comune",
            "abitanti",
            "parte_fissa",
            "parte_variabile",
            "quota"),
        piano.quote().stream()
            .map(
                q ->
                    List.<Object>of(
                        piano.anno(),
                        q.codiceIstat(),
                        innocuo(q.denominazione()),
                        q.abitanti(),
                        q.fissa().importo(),
                        q.variabile().importo(),
                        q.totale().importo()))
            .toList());
  }

  /** One row for each line. */
  public static byte[] voci(PianoEconomico piano) {
    return csv(
        List.of("anno", "parte", "voce", "importo", "stato"),
        piano.dati().voci().stream()
            .map(
                v ->
                    List.<Object>of(
                        piano.anno(),
                        v.parte().name(),
                        innocuo(v.denominazione()),
                        v.importo().importo(),
                        piano.stato().descrizione()))
            .toList());
  }

  private static byte[] csv(List<String> colonne, List<List<Object>> righe) {
    var testo = new StringBuilder("\uFEFF");
    var formato = CSVFormat.RFC4180.builder().setHeader(colonne.toArray(String[]::new)).get();
    try (var csv = new CSVPrinter(testo, formato)) {
      csv.printRecords(righe);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return testo.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A name that a spreadsheet would take for a formula is kept from being one. */
  private static String innocuo(String testo) {
    return !testo.isEmpty() && "=+-@\t\r".indexOf(testo.charAt(0)) >= 0 ? "'" + testo : testo;
  }
}
