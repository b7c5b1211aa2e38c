package it.pianodizona.attuazione.monitoraggio;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.fascicolo.Allegati;
import it.pianodizona.fascicolo.CellaErrata;
import it.pianodizona.fascicolo.FoglioDiCalcolo;
import it.pianodizona.fascicolo.FormatoFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/**
 * The values of a year as a table: one row for each objective and one for each of its indicators.
 * What is downloaded can be filled in a spreadsheet and uploaded again; the columns that only help
 * to read are ignored then.
 */
@Component
public class FoglioMonitoraggio {

  private static final String CAMPO = "File dei valori";
  private static final Set<FormatoFile> FORMATI =
      Set.of(FormatoFile.CSV, FormatoFile.TESTO, FormatoFile.XLSX);

  /** More would not help anybody to correct the file. */
  private static final int ERRORI_MOSTRATI = 200;

  private static final String OBIETTIVO = "obiettivo";
  private static final String INDICATORE = "indicatore";
  private static final String VALORE = "valore";
  private static final String NOTA = "nota";
  private static final String GRADO = "grado";
  private static final String RISORSE = "risorse";
  private static final String CRITICITA = "criticita";
  private static final String OSSERVAZIONI = "osservazioni";

  private static final List<String> COLONNE =
      List.of(
          OBIETTIVO,
          INDICATORE,
          "descrizione",
          "traguardo",
          VALORE,
          NOTA,
          GRADO,
          RISORSE,
          CRITICITA,
          OSSERVAZIONI);
  private static final List<String> NECESSARIE =
      List.of(OBIETTIVO, INDICATORE, VALORE, NOTA, GRADO, RISORSE, CRITICITA, OSSERVAZIONI);

  private final Allegati allegati;

  FoglioMonitoraggio(Allegati allegati) {
    this.allegati = allegati;
  }

  /**
   * What a file says.
   *
   * @param errori the cells that cannot be accepted, in file order
   * @param dati by id of the objective; to be used only without errors
   */
  public record Letto(List<CellaErrata> errori, Map<Long, DatiScheda> dati) {}

  /** The table as CSV: UTF-8 with its mark, semicolons, safe for spreadsheets. */
  public byte[] csv(List<SchedaAnnuale> schede) {
    var testo = new StringBuilder("\uFEFF");
    var formato =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(';')
            .setHeader(COLONNE.toArray(String[]::new))
            .get();
    try (var csv = new CSVPrinter(testo, formato)) {
      for (var riga : righe(schede)) {
        csv.printRecord(riga.stream().map(FoglioMonitoraggio::innocuo).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return testo.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The same table as a workbook. */
  public byte[] xlsx(List<SchedaAnnuale> schede) {
    try (var libro = new XSSFWorkbook();
        var uscita = new ByteArrayOutputStream()) {
      var foglio = libro.createSheet("Monitoraggio");
      var grassetto = libro.createCellStyle();
      var carattere = libro.createFont();
      carattere.setBold(true);
      grassetto.setFont(carattere);
      grassetto.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
      grassetto.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      var testata = foglio.createRow(0);
      for (int c = 0; c < COLONNE.size(); c++) {
        var cella = testata.createCell(c);
        cella.setCellValue(COLONNE.get(c));
        cella.setCellStyle(grassetto);
        foglio.setColumnWidth(c, (c == 2 || c == 3 || c == 5 || c > 7 ? 40 : 12) * 256);
      }
      foglio.createFreezePane(2, 1);
      int numero = 1;
      for (var valori : righe(schede)) {
        var riga = foglio.createRow(numero++);
        for (int c = 0; c < valori.size(); c++) {
          var valore = valori.get(c);
          if (valore instanceof Number cifra) {
            riga.createCell(c).setCellValue(cifra.doubleValue());
          } else if (valore != null) {
            riga.createCell(c).setCellValue(valore.toString());
          }
        }
      }
      libro.write(uscita);
      return uscita.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<Object>> righe(List<SchedaAnnuale> schede) {
    var righe = new ArrayList<List<Object>>();
    for (var scheda : schede) {
      var obiettivo = new ArrayList<Object>();
      obiettivo.add(scheda.obiettivo().numero());
      obiettivo.add(null);
      obiettivo.add(scheda.obiettivo().scheda().titolo());
      obiettivo.add(null);
      obiettivo.add(null);
      obiettivo.add(null);
      obiettivo.add(scheda.gradoScritto());
      obiettivo.add(scheda.risorse());
      obiettivo.add(scheda.criticita());
      obiettivo.add(scheda.osservazioni());
      righe.add(obiettivo);
      for (var rilevazione : scheda.rilevazioni()) {
        var indicatore = new ArrayList<Object>();
        indicatore.add(scheda.obiettivo().numero());
        indicatore.add(rilevazione.numero());
        indicatore.add(rilevazione.indicatore().descrizione());
        indicatore.add(rilevazione.indicatore().traguardo());
        indicatore.add(rilevazione.valore());
        indicatore.add(rilevazione.nota());
        righe.add(indicatore);
      }
    }
    return righe;
  }

  /** A text that a spreadsheet would take for a formula is kept from being one. */
  private static Object innocuo(Object valore) {
    if (valore == null) {
      return "";
    }
    if (valore instanceof BigDecimal numero) {
      return numero.toPlainString();
    }
    var testo = valore.toString();
    return !testo.isEmpty() && "=+-@\t\r".indexOf(testo.charAt(0)) >= 0 ? "'" + testo : testo;
  }

  /**
   * Reads a file and says what is wrong in it, cell by cell.
   *
   * @throws DatoNonValido when it is not a table with these columns
   */
  public Letto leggi(String nomeFile, byte[] contenuto, List<SchedaAnnuale> schede) {
    var foglio =
        FoglioDiCalcolo.leggi(CAMPO, allegati.controlla(CAMPO, nomeFile, contenuto, FORMATI));
    var lettura = new Lettura(posizioni(foglio), schede);
    for (var riga : foglio.righe()) {
      lettura.riga(riga);
      if (lettura.errori.size() >= ERRORI_MOSTRATI) {
        break;
      }
    }
    return new Letto(List.copyOf(lettura.errori), lettura.dati());
  }

  private static Map<String, Integer> posizioni(FoglioDiCalcolo foglio) {
    var posizioni = new HashMap<String, Integer>();
    for (int i = 0; i < foglio.colonne().size(); i++) {
      posizioni.put(foglio.colonne().get(i).toLowerCase(Locale.ITALIAN), i);
    }
    var mancanti = NECESSARIE.stream().filter(nome -> !posizioni.containsKey(nome)).toList();
    if (!mancanti.isEmpty()) {
      throw DatoNonValido.regola(
          CAMPO,
          "mancano le colonne %s; scaricare la tabella da questa pagina e compilarla."
              .formatted(String.join(", ", mancanti)));
    }
    if (foglio.righe().isEmpty()) {
      throw DatoNonValido.regola(CAMPO, "il file non ha righe sotto i nomi delle colonne.");
    }
    return posizioni;
  }

  /** One file being read. */
  private static final class Lettura {

    private final Map<String, Integer> posizioni;
    private final Map<Integer, SchedaAnnuale> perNumero = new HashMap<>();
    private final List<CellaErrata> errori = new ArrayList<>();
    private final Set<String> viste = new HashSet<>();
    private final Map<Integer, Map<Integer, DatiScheda.Valore>> valori = new HashMap<>();
    private final Map<Integer, DatiScheda> schedeLette = new HashMap<>();

    Lettura(Map<String, Integer> posizioni, List<SchedaAnnuale> schede) {
      this.posizioni = posizioni;
      schede.forEach(s -> perNumero.put(s.obiettivo().numero(), s));
    }

    void riga(FoglioDiCalcolo.Riga riga) {
      var numero = intero(riga, OBIETTIVO, 9999).orElse(-1);
      var scheda = perNumero.get(numero);
      if (scheda == null) {
        errore(riga, OBIETTIVO, "il numero di un obiettivo del piano, da 1 a " + perNumero.size());
        return;
      }
      boolean dellObiettivo = testo(riga, INDICATORE).isEmpty();
      var indicatore =
          dellObiettivo ? 0 : intero(riga, INDICATORE, scheda.rilevazioni().size()).orElse(-1);
      if (indicatore < 0 || !dellObiettivo && indicatore == 0) {
        errore(
            riga,
            INDICATORE,
            scheda.rilevazioni().isEmpty()
                ? "nulla: l'obiettivo %d non ha indicatori".formatted(numero)
                : "un numero da 1 a %d, o nulla nella riga dell'obiettivo"
                    .formatted(scheda.rilevazioni().size()));
        return;
      }
      if (!viste.add(numero + "/" + indicatore)) {
        errore(riga, OBIETTIVO, "una sola riga per obiettivo e una per ciascun indicatore");
        return;
      }
      if (dellObiettivo) {
        obiettivo(riga, scheda);
      } else {
        indicatore(riga, numero, indicatore);
      }
    }

    private void obiettivo(FoglioDiCalcolo.Riga riga, SchedaAnnuale scheda) {
      vuota(riga, VALORE, "nulla nella riga dell'obiettivo: i valori vanno negli indicatori");
      vuota(riga, NOTA, "nulla nella riga dell'obiettivo: ci sono le osservazioni");
      if (!scheda.rilevazioni().isEmpty()) {
        vuota(riga, GRADO, "nulla: il grado si calcola dagli indicatori");
      }
      schedeLette.put(
          scheda.obiettivo().numero(),
          new DatiScheda(
              Map.of(),
              scheda.rilevazioni().isEmpty() ? quota(riga, GRADO) : null,
              quota(riga, RISORSE),
              lungo(riga, CRITICITA, DatiScheda.TESTO_MASSIMO),
              lungo(riga, OSSERVAZIONI, DatiScheda.TESTO_MASSIMO)));
    }

    private void indicatore(FoglioDiCalcolo.Riga riga, int obiettivo, int indicatore) {
      for (var colonna : List.of(GRADO, RISORSE, CRITICITA, OSSERVAZIONI)) {
        vuota(riga, colonna, "nulla nella riga di un indicatore");
      }
      var nota = lungo(riga, NOTA, DatiScheda.Valore.NOTA_MASSIMA);
      var scritto = testo(riga, VALORE);
      BigDecimal valore = null;
      if (scritto.matches("-?[0-9]{1,13}([.,][0-9]{1,2})?")) {
        valore = new BigDecimal(scritto.replace(',', '.'));
      } else if (!scritto.isEmpty()) {
        errore(riga, VALORE, "un numero con al massimo due decimali, senza separatore di migliaia");
      }
      valori
          .computeIfAbsent(obiettivo, o -> new HashMap<>())
          .put(indicatore, new DatiScheda.Valore(valore, nota));
    }

    private Integer quota(FoglioDiCalcolo.Riga riga, String colonna) {
      if (testo(riga, colonna).isEmpty()) {
        return null;
      }
      var quota = intero(riga, colonna, 100);
      if (quota.isEmpty()) {
        errore(riga, colonna, "un numero intero da 0 a 100");
      }
      return quota.orElse(null);
    }

    private String lungo(FoglioDiCalcolo.Riga riga, String colonna, int massimo) {
      var scritto = testo(riga, colonna);
      if (scritto.length() > massimo) {
        errore(riga, colonna, "un testo fino a %d caratteri".formatted(massimo));
        return null;
      }
      return scritto;
    }

    private void vuota(FoglioDiCalcolo.Riga riga, String colonna, String accettato) {
      if (!testo(riga, colonna).isEmpty()) {
        errore(riga, colonna, accettato);
      }
    }

    private Optional<Integer> intero(FoglioDiCalcolo.Riga riga, String colonna, int massimo) {
      var scritto = testo(riga, colonna);
      return scritto.matches("[0-9]{1,6}") && Integer.parseInt(scritto) <= massimo
          ? Optional.of(Integer.parseInt(scritto))
          : Optional.empty();
    }

    /** Without the sign that keeps a text from being a formula. */
    private String testo(FoglioDiCalcolo.Riga riga, String colonna) {
      var scritto = riga.celle().get(posizioni.get(colonna));
      return scritto.length() > 1
              && scritto.charAt(0) == '\''
              && "=+-@".indexOf(scritto.charAt(1)) >= 0
          ? scritto.substring(1)
          : scritto;
    }

    private void errore(FoglioDiCalcolo.Riga riga, String colonna, String accettato) {
      errori.add(
          new CellaErrata(
              riga.cella(posizioni.get(colonna)), colonna, testo(riga, colonna), accettato));
    }

    /** What the file does not name stays as it is. */
    Map<Long, DatiScheda> dati() {
      var dati = new HashMap<Long, DatiScheda>();
      perNumero.forEach(
          (numero, scheda) -> {
            if (schedeLette.containsKey(numero) || valori.containsKey(numero)) {
              dati.put(scheda.obiettivo().id(), unita(scheda, numero));
            }
          });
      return dati;
    }

    private DatiScheda unita(SchedaAnnuale scheda, int numero) {
      var tutti = new HashMap<Integer, DatiScheda.Valore>();
      scheda
          .rilevazioni()
          .forEach(r -> tutti.put(r.numero(), new DatiScheda.Valore(r.valore(), r.nota())));
      tutti.putAll(valori.getOrDefault(numero, Map.of()));
      var letta = schedeLette.get(numero);
      return letta == null
          ? new DatiScheda(
              tutti,
              scheda.gradoScritto(),
              scheda.risorse(),
              scheda.criticita(),
              scheda.osservazioni())
          : new DatiScheda(
              tutti, letta.grado(), letta.risorse(), letta.criticita(), letta.osservazioni());
    }
  }
}
