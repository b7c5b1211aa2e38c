package it.pianodizona.fascicolo;

import it.pianodizona.comune.DatoNonValido;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A table that an office uploads, CSV or the first sheet of an XLSX workbook: a row of headings and
 * rows of values, each cell as text and with the name that a spreadsheet gives it.
 *
 * @param colonne headings as written, without surrounding spaces
 */
public record FoglioDiCalcolo(List<String> colonne, List<Riga> righe) {

  /** More rows than any Ambito can have: beyond it the file is surely the wrong one. */
  public static final int RIGHE_MASSIME = 20_000;

  private static final int COLONNE_MASSIME = 200;

  /**
   * One row of values.
   *
   * @param numero as the spreadsheet counts it: the headings are row 1
   * @param celle one text for each heading, empty where the cell is
   */
  public record Riga(int numero, List<String> celle) {

    /** Name of the cell in that column, such as {@code B7}. */
    public String cella(int colonna) {
      return CellReference.convertNumToColString(colonna) + numero;
    }
  }

  /**
   * Reads a file whose format was recognised as {@link FormatoFile#CSV}, {@link FormatoFile#TESTO}
   * or {@link FormatoFile#XLSX}. CSV is UTF-8, with semicolons or commas; dates of a workbook are
   * read as {@code aaaa-mm-gg} and numbers with a point.
   *
   * @param campo name of the field, as the person knows it
   * @throws DatoNonValido for a file without headings, with a heading twice, with a row longer than
   *     the headings, or that cannot be read
   */
  public static FoglioDiCalcolo leggi(String campo, Allegato file) {
    List<List<String>> grezze =
        file.formato() == FormatoFile.XLSX
            ? daXlsx(campo, file.contenuto())
            : daCsv(campo, file.contenuto());
    if (grezze.isEmpty() || grezze.get(0).stream().allMatch(String::isEmpty)) {
      throw DatoNonValido.regola(
          campo, "il file è vuoto; la prima riga deve avere i nomi delle colonne.");
    }
    var colonne = senzaCodaVuota(grezze.get(0));
    nomiDiversi(campo, colonne);
    var righe = new ArrayList<Riga>();
    for (int i = 1; i < grezze.size(); i++) {
      var celle = senzaCodaVuota(grezze.get(i));
      if (celle.isEmpty()) {
        continue;
      }
      if (celle.size() > colonne.size()) {
        throw DatoNonValido.regola(
            campo,
            "la riga %d ha %d valori, ma le colonne sono %d."
                .formatted(i + 1, celle.size(), colonne.size()));
      }
      celle.addAll(Collections.nCopies(colonne.size() - celle.size(), ""));
      righe.add(new Riga(i + 1, List.copyOf(celle)));
    }
    return new FoglioDiCalcolo(List.copyOf(colonne), List.copyOf(righe));
  }

  private static void nomiDiversi(String campo, List<String> colonne) {
    Map<String, Integer> viste = new HashMap<>();
    for (int i = 0; i < colonne.size(); i++) {
      if (viste.put(colonne.get(i).toLowerCase(Locale.ITALIAN), i) != null) {
        throw DatoNonValido.regola(
            campo,
            "la colonna «%s» (cella %s1) c'è due volte."
                .formatted(colonne.get(i), CellReference.convertNumToColString(i)));
      }
    }
  }

  private static List<List<String>> daCsv(String campo, byte[] contenuto) {
    String testo;
    try {
      testo = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(contenuto)).toString();
    } catch (CharacterCodingException e) {
      throw DatoNonValido.regola(
          campo, "il file non è in UTF-8; salvarlo come «CSV UTF-8» oppure come XLSX.");
    }
    if (testo.startsWith("\uFEFF")) {
      testo = testo.substring(1);
    }
    String prima = testo.lines().findFirst().orElse("");
    char separatore = prima.indexOf(';') >= 0 ? ';' : ',';
    var formato =
        CSVFormat.RFC4180.builder().setDelimiter(separatore).setIgnoreEmptyLines(false).get();

    try (var righe = formato.parse(new StringReader(testo))) {
      var lette = new ArrayList<List<String>>();
      for (var riga : righe) {
        pocheRighe(campo, lette.size());
        lette.add(riga.stream().limit(COLONNE_MASSIME).map(String::strip).toList());
      }
      return lette;
    } catch (IOException | UncheckedIOException e) {
      throw DatoNonValido.regola(
          campo, "il file non è un CSV corretto: controllare le virgolette e i separatori.");
    }
  }

  private static List<List<String>> daXlsx(String campo, byte[] contenuto) {
    try (var cartella = new XSSFWorkbook(new ByteArrayInputStream(contenuto))) {
      Sheet foglio = cartella.getSheetAt(0);
      pocheRighe(campo, foglio.getLastRowNum());
      var lette = new ArrayList<List<String>>();
      for (int r = 0; r <= foglio.getLastRowNum(); r++) {
        var celle = new ArrayList<String>();
        var riga = foglio.getRow(r);
        int quante = riga == null ? 0 : Math.min(riga.getLastCellNum(), COLONNE_MASSIME);
        for (int c = 0; c < quante; c++) {
          celle.add(testo(riga.getCell(c)));
        }
        lette.add(celle);
      }
      return lette;
    } catch (IOException
        | OpenXML4JRuntimeException
        | RecordFormatException
        | IllegalArgumentException
        | IllegalStateException e) {
      throw DatoNonValido.regola(
          campo, "il file XLSX non si può leggere: aprirlo, salvarlo di nuovo e riprovare.");
    }
  }

  private static String testo(Cell cella) {
    if (cella == null) {
      return "";
    }
    CellType tipo =
        cella.getCellType() == CellType.FORMULA
            ? cella.getCachedFormulaResultType()
            : cella.getCellType();
    return switch (tipo) {
      case STRING -> cella.getStringCellValue().strip();
      case BOOLEAN -> cella.getBooleanCellValue() ? "sì" : "no";
      case NUMERIC -> numero(cella);
      case ERROR -> "#ERRORE";
      default -> "";
    };
  }

  private static String numero(Cell cella) {
    if (DateUtil.isCellDateFormatted(cella)) {
      LocalDate data = cella.getLocalDateTimeCellValue().toLocalDate();
      return data.toString();
    }
    // what a person sees: 0.1 is not 0.1000000000000000055
    return new java.math.BigDecimal(Double.toString(cella.getNumericCellValue()))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static void pocheRighe(String campo, int righe) {
    if (righe > RIGHE_MASSIME) {
      throw DatoNonValido.regola(
          campo,
          "il file ha più di %d righe; è ammesso al massimo quel numero.".formatted(RIGHE_MASSIME));
    }
  }

  private static List<String> senzaCodaVuota(List<String> celle) {
    int fine = celle.size();
    while (fine > 0 && celle.get(fine - 1).isEmpty()) {
      fine--;
    }
    return new ArrayList<>(celle.subList(0, fine));
  }
}
