package it.pianodizona.attuazione;

import it.pianodizona.attuazione.Colonna.TipoColonna;
import it.pianodizona.comune.DatoNonValido;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The calendar of the flows and the columns of their files, as data in {@code attuazione/}. The
 * windows are those of the regional act; the columns are a simplified layout of ours, because the
 * regional record layouts are not published with it.
 */
@Component
public class Flussi {

  private final Map<String, Flusso> perCodice = new LinkedHashMap<>();

  Flussi() {
    var colonne =
        leggi("tracciati.csv").stream()
            .collect(
                Collectors.groupingBy(
                    riga -> riga.get("flusso"),
                    Collectors.mapping(Flussi::colonna, Collectors.toList())));
    for (var riga : leggi("flussi-informativi.csv")) {
      String codice = riga.get("codice");
      var cadenza = Cadenza.valueOf(riga.get("cadenza"));
      perCodice.put(
          codice,
          new Flusso(
              codice,
              riga.get("denominazione"),
              riga.get("tenuto").equals("AMBITO"),
              cadenza,
              numero(riga.get("apre_dopo_mesi")),
              numero(riga.get("chiude_dopo_mesi")),
              numero(riga.get("chiude_giorno")),
              riga.get("fonte"),
              colonne.getOrDefault(codice, List.of())));
    }
  }

  /** The flows that an Ambito owes, in the order of the regional act. */
  public List<Flusso> dellAmbito() {
    return perCodice.values().stream().filter(Flusso::dellAmbito).toList();
  }

  /**
   * @throws DatoNonValido when no flow has that code
   */
  public Flusso flusso(String codice) {
    var flusso = perCodice.get(codice);
    if (flusso == null) {
      throw new DatoNonValido("Flusso", codice, "uno tra " + String.join(", ", perCodice.keySet()));
    }
    return flusso;
  }

  private static Colonna colonna(CSVRecord riga) {
    return new Colonna(
        riga.get("colonna"),
        TipoColonna.valueOf(riga.get("tipo")),
        riga.get("obbligatoria").equals("si"),
        numero(riga.get("minimo")),
        numero(riga.get("massimo")),
        riga.get("valori").isEmpty() ? List.of() : Arrays.asList(riga.get("valori").split("\\|")));
  }

  private static int numero(String testo) {
    return testo.isEmpty() ? 0 : Integer.parseInt(testo);
  }

  private static List<CSVRecord> leggi(String nome) {
    var formato = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var lettore =
            new InputStreamReader(
                new ClassPathResource("attuazione/" + nome).getInputStream(),
                StandardCharsets.UTF_8);
        var righe = formato.parse(lettore)) {
      return righe.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
