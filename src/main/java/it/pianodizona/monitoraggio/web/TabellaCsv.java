package it.pianodizona.monitoraggio.web;

import it.pianodizona.comune.FoglioCsv;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Records as a CSV table: one column for each component, named {@code codice_ambito} and so on. */
final class TabellaCsv {

  private TabellaCsv() {}

  /** For programs. */
  static String conVirgole(Class<? extends Record> tipo, List<? extends Record> righe) {
    return scrivi(FoglioCsv.conVirgole(colonne(tipo)), tipo, righe);
  }

  /** For spreadsheets. */
  static String perFogli(Class<? extends Record> tipo, List<? extends Record> righe) {
    return scrivi(new FoglioCsv(colonne(tipo)), tipo, righe);
  }

  static String[] colonne(Class<? extends Record> tipo) {
    return Arrays.stream(tipo.getRecordComponents())
        .map(c -> c.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }

  private static String scrivi(
      FoglioCsv foglio, Class<? extends Record> tipo, List<? extends Record> righe) {
    var componenti = tipo.getRecordComponents();
    righe.forEach(
        riga -> foglio.riga(Arrays.stream(componenti).map(c -> valore(c, riga)).toList()));
    return foglio.toString();
  }

  private static Object valore(RecordComponent componente, Record riga) {
    try {
      var valore = componente.getAccessor().invoke(riga);
      return valore instanceof Collection<?> elenco
          ? elenco.stream().map(String::valueOf).collect(Collectors.joining("; "))
          : valore;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
