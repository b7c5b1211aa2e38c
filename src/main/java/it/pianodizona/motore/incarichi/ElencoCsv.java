package it.pianodizona.motore.incarichi;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.FoglioCsv;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Appointments as a CSV file: read for an import, written for a copy. */
final class ElencoCsv {

  private static final String[] COLONNE = {
    "persona", "tipo", "ruolo", "ambito", "per_conto_di", "dal", "al", "atto"
  };

  private static final int RIGHE_MASSIME = 5_000;

  private ElencoCsv() {}

  /**
   * Reads UTF-8 text whose first row names the columns; dates are yyyy-mm-dd.
   *
   * @throws DatoNonValido with one line per row that cannot be read
   */
  static List<NuovoIncarico> leggi(String testo) {
    var errori = new ArrayList<String>();
    var incarichi = new ArrayList<NuovoIncarico>();
    var formato =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();
    var pulito = testo.startsWith("\uFEFF") ? testo.substring(1) : testo;
    try (var righe = formato.parse(new StringReader(pulito))) {
      if (!righe.getHeaderNames().equals(List.of(COLONNE))) {
        throw DatoNonValido.regola(
            "File", "la prima riga deve essere «" + String.join(";", COLONNE) + "».");
      }
      for (var riga : righe) {
        if (incarichi.size() == RIGHE_MASSIME) {
          throw DatoNonValido.regola("File", "ha più di " + RIGHE_MASSIME + " righe.");
        }
        try {
          incarichi.add(leggi(riga));
        } catch (DatoNonValido e) {
          errori.add("Riga " + riga.getRecordNumber() + ": " + e.getMessage());
        }
      }
    } catch (IOException | IllegalArgumentException | java.io.UncheckedIOException e) {
      throw DatoNonValido.regola("File", "non è un CSV leggibile, con punto e virgola e UTF-8.");
    }
    if (!errori.isEmpty()) {
      throw DatoNonValido.regola("File", String.join("\n", errori));
    }
    if (incarichi.isEmpty()) {
      throw DatoNonValido.regola("File", "non contiene incarichi.");
    }
    return incarichi;
  }

  static String scrivi(List<Incarico> incarichi) {
    var foglio =
        new FoglioCsv(
            "persona",
            "tipo",
            "ruolo",
            "ambito",
            "per_conto_di",
            "dal",
            "al",
            "atto",
            "inserito_da",
            "revocato_da");
    for (var i : incarichi) {
      var celle = new ArrayList<Object>();
      celle.add(i.persona());
      celle.add(i.tipo().name().toLowerCase(Locale.ROOT));
      celle.add(i.ruolo());
      celle.add(i.codiceAmbito());
      celle.add(i.perContoDi());
      celle.add(i.dal());
      celle.add(i.al());
      celle.add(i.atto());
      celle.add(i.inseritoDa());
      celle.add(i.revocatoDa());
      foglio.riga(celle);
    }
    return foglio.toString();
  }

  static TipoIncarico tipo(String scritto) {
    for (var tipo : TipoIncarico.values()) {
      if (tipo.name().equalsIgnoreCase(scritto)) {
        return tipo;
      }
    }
    throw new DatoNonValido("Tipo", scritto, "incarico, delega o supplenza");
  }

  static LocalDate giorno(String campo, String scritto) {
    if (scritto == null || scritto.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(scritto.strip());
    } catch (DateTimeParseException e) {
      throw new DatoNonValido(campo, scritto, "una data nella forma aaaa-mm-gg");
    }
  }

  private static NuovoIncarico leggi(CSVRecord riga) {
    if (!riga.isConsistent()) {
      throw DatoNonValido.regola("File", "ha %d colonne invece di 8.".formatted(riga.size()));
    }
    return new NuovoIncarico(
        riga.get("persona"),
        tipo(riga.get("tipo")),
        vuotoNullo(riga.get("ruolo")),
        vuotoNullo(riga.get("ambito")),
        vuotoNullo(riga.get("per_conto_di")),
        giorno("Dal", riga.get("dal")),
        giorno("Al", riga.get("al")),
        riga.get("atto"));
  }

  static String vuotoNullo(String testo) {
    return testo == null || testo.isBlank() ? null : testo.strip();
  }
}
