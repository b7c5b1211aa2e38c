package it.pianodizona.anagrafica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

class ImportazioneAnagraficaTest {

  private static final String AMBITI = ImportazioneAnagrafica.FILE_AMBITI;
  private static final String COMUNI = ImportazioneAnagrafica.FILE_COMUNI;

  private static AnagraficaFixture base;

  @TempDir Path cartella;

  @BeforeAll
  static void migra() {
    base = AnagraficaFixture.vuota();
  }

  @BeforeEach
  void copia() throws IOException {
    for (String file :
        List.of(
            AMBITI,
            COMUNI,
            ImportazioneAnagrafica.FILE_ABITANTI,
            ImportazioneAnagrafica.FILE_CAPOFILA,
            ImportazioneAnagrafica.FILE_RETTIFICHE)) {
      Files.write(
          cartella.resolve(file),
          new ClassPathResource("anagrafica/" + file).getContentAsByteArray());
    }
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // file | text | replacement | line | column | value | accepted
        "comuni-lombardia.csv|012002,Albizzate|12002,Albizzate|3|codice_istat|12002|sei cifre",
        "comuni-lombardia.csv|012002,Albizzate|01200X,Albizzate|3|codice_istat|01200X|sei cifre",
        "comuni-lombardia.csv|012002,Albizzate|001002,Albizzate|3|codice_istat|001002|provincia"
            + " lombarda",
        "comuni-lombardia.csv|012002,Albizzate|012001,Albizzate|3|codice_istat|012001|già alla"
            + " riga 2",
        "comuni-lombardia.csv|Albizzate,VA|Albizzate,MI|3|sigla_provincia|MI|VA, la provincia",
        "comuni-lombardia.csv|Albizzate,VA,Varese|Albizzate,VA,Como|3|provincia|Como|«Varese»",
        "comuni-lombardia.csv|A167,5292|A167,-5292|3|popolazione_2011|-5292|un numero intero",
        "comuni-lombardia.csv|A167,5292|A167,0|3|popolazione_2011|0|un numero intero",
        "comuni-lombardia.csv|A167,5292|A167,5.292|3|popolazione_2011|5.292|senza punti",
        "comuni-lombardia.csv|A167,5292|A167,|3|popolazione_2011|-|un numero intero",
        "comuni-lombardia.csv|A167,5292,|A167,5292,59999|3|codice_ambito|59999|vuoto oppure",
        "comuni-lombardia.csv|A167,5292|a167,5292|3|codice_catastale|a167|lettera maiuscola",
        "comuni-lombardia.csv|A167,5292|A085,5292|3|codice_catastale|A085|già alla riga 2",
        "comuni-lombardia.csv|012002,Albizzate|012002,Agra|3|denominazione|Agra|già alla riga 2",
        "comuni-lombardia.csv|012002,Albizzate|012002, |3|denominazione|-|un nome",
        "comuni-lombardia.csv|A167,5292,|A167,5292|3|(intera riga)|012002,Albizzate|7 valori;"
            + " questa ne ha 6",
        "comuni-lombardia.csv|012002,Albizzate|012002,\"Albizzate|3|(intera riga)|-|virgolette",
        "comuni-lombardia.csv|,popolazione_2011|,abitanti|1|(intestazione)|abitanti"
            + "|popolazione_2011",
        "comuni-lombardia.csv|codice_istat,|istat,|1|codice_istat|istat|ogni colonna",
        "comuni-lombardia.csv|sigla_provincia|provincia|1|sigla_provincia|provincia|ogni colonna",
        "ambiti-lombardia.csv|50002,Crema|5002,Crema|3|codice_ambito|5002|cinque cifre",
        "ambiti-lombardia.csv|50002,Crema|50001,Crema|3|codice_ambito|50001|già alla riga 2",
        "ambiti-lombardia.csv|lom_37|lom_13|3|codice_registro_nazionale|lom_13|già alla riga 2",
        "ambiti-lombardia.csv|lom_37|lom37|3|codice_registro_nazionale|lom37|lom_ e un numero",
        "ambiti-lombardia.csv|327,Val Padana,726|32,Val Padana,726|3|codice_ats|32|tre cifre",
        "ambiti-lombardia.csv|327,Val Padana,726|325,Val Padana,726|3|ats|Val Padana|«Bergamo»",
        "ambiti-lombardia.csv|327,Val Padana,726|327,Padana,726|6|ats|Val Padana|«Padana»",
        "ambiti-lombardia.csv|lom_37,327,Val Padana,726|lom_37,325,Bergamo,719|3|asst|Crema"
            + "|«Bergamo Ovest»",
        "ambiti-lombardia.csv|Cremona/Mantova|Cremona/Marte|90|asst|Cremona/Marte|separati da una"
            + " barra",
        "ambiti-lombardia.csv|Cremona/Mantova|Mantova/Cremona|90|codice_asst|724|725, il codice",
        "ambiti-lombardia.csv|Cremona/Mantova|Cremona/Cremona|90|asst|Cremona/Cremona|una sola"
            + " volta",
        "ambiti-lombardia.csv|CONSORZIO|SOCIETA|-1|forma_ente_capofila|SOCIETA|COMUNITA_MONTANA",
        "rettifiche.csv|713,712|799,712|2|valore_fonte|799|«713»",
        "rettifiche.csv|50045,|59999,|2|codice_ambito|59999|il codice di un Ambito",
        "rettifiche.csv|codice_asst,713|asst_sbagliata,713|2|colonna|asst_sbagliata|una colonna",
        "capofila.csv|50084|59999|3|codice_ambito|59999|il codice di un Ambito",
        "abitanti-seriate-2017.csv|Bagnatica|Bagnatico|3|comune|Bagnatico|il nome di un Comune",
        "abitanti-seriate-2017.csv|Bagnatica,4317|Bagnatica,n.d.|3|abitanti_31_12_2017|n.d.|un"
            + " numero intero",
        "abitanti-seriate-2017.csv|Torre de' Roveri,2470|Torre de' Roveri,x|12"
            + "|abitanti_31_12_2017|x|un numero intero"
      })
  void aWrongValueStopsTheImportAndSaysWhereAndWhatIsAccepted(
      String file,
      String testo,
      String sostituto,
      long riga,
      String colonna,
      String valore,
      String accettato)
      throws IOException {
    modifica(file, contenuto -> contenuto.replaceFirst(testo, sostituto));

    ImportazioneNonValida errore = importaMale();

    assertThat(errore.file()).isEqualTo(file);
    if (riga > 0) {
      assertThat(errore.riga()).isEqualTo(riga);
    }
    assertThat(errore.colonna()).isEqualTo(colonna);
    assertThat(errore.getMessage())
        .startsWith("%s, riga %d, colonna %s: ".formatted(file, errore.riga(), colonna))
        .contains(valore == null ? "assente" : valore)
        .contains("è ammesso: ")
        .contains(accettato);
    nullaDiScritto();
  }

  @Test
  void aFileInAnotherEncodingIsRefusedAtTheFirstWrongLetter() throws IOException {
    Path file = cartella.resolve(COMUNI);
    String contenuto = Files.readString(file);
    Files.write(file, contenuto.getBytes(StandardCharsets.ISO_8859_1));

    ImportazioneNonValida errore = importaMale();

    assertThat(errore.riga()).isEqualTo(rigaCon(contenuto, "Viggiù"));
    assertThat(errore).hasMessageContaining("Viggi[byte F9]").hasMessageContaining("UTF-8");
    nullaDiScritto();
  }

  @Test
  void aFileCutInTheMiddleOfALetterIsRefused() throws IOException {
    Files.write(
        cartella.resolve(ImportazioneAnagrafica.FILE_CAPOFILA),
        new byte[] {'a', ',', 'b', '\n', (byte) 0xC3});

    assertThat(importaMale()).hasMessageContaining("riga 2").hasMessageContaining("UTF-8");
    nullaDiScritto();
  }

  @Test
  void aMissingOrEmptyFileIsNamed() throws IOException {
    Files.delete(cartella.resolve(COMUNI));
    assertThat(importaMale()).hasMessageContaining(COMUNI).hasMessageContaining("file leggibile");

    Files.writeString(cartella.resolve(COMUNI), "");
    assertThat(importaMale()).hasMessageContaining(COMUNI).hasMessageContaining("codice_istat");
    nullaDiScritto();
  }

  @Test
  void aMissingColumnNamesTheColumn() throws IOException {
    modifica(
        COMUNI, contenuto -> contenuto.replaceAll("(?m)^([^,]*,[^,]*,[^,]*,[^,]*),[^,]*,", "$1,"));

    assertThat(importaMale().colonna()).isEqualTo("codice_catastale");
    nullaDiScritto();
  }

  @Test
  void theLastLineIsCountedEvenWithoutItsLineFeed() throws IOException {
    String contenuto = Files.readString(cartella.resolve(COMUNI)).stripTrailing();
    Files.writeString(cartella.resolve(COMUNI), contenuto + "0");

    ImportazioneNonValida errore = importaMale();

    assertThat(errore.riga()).isEqualTo(1507);
    assertThat(errore.colonna()).isEqualTo("codice_ambito");
  }

  @Test
  void whatSpreadsheetsAddIsAccepted() throws IOException {
    AnagraficaFixture nuova = AnagraficaFixture.vuota();
    modifica(COMUNI, contenuto -> "\uFEFF" + contenuto.replace("\n", "\r\n") + "\r\n");
    modifica(AMBITI, contenuto -> contenuto.replace("50002,Crema,", "50002,\"Crema\","));

    assertThat(
            nuova
                .importazione()
                .importaSeVuota(
                    new FileSystemResource(cartella + "/"), AnagraficaFixture.VALIDE_DAL))
        .contains(new ImportazioneAnagrafica.Esito(8, 23, 91, 1506, 242));
  }

  @Test
  void aFailureWhileWritingLeavesNothingBehind() {
    AnagraficaFixture nuova = AnagraficaFixture.vuota();
    nuova
        .jdbcTemplate()
        .execute("alter table popolazione_annuale add constraint pochi check (abitanti < 10000)");

    assertThat(
            catchThrowableOfType(
                RuntimeException.class,
                () ->
                    nuova
                        .importazione()
                        .importaSeVuota(AnagraficaFixture.LOMBARDIA, AnagraficaFixture.VALIDE_DAL)))
        .isNotNull();
    assertThat(nuova.righe("comune")).isZero();
    assertThat(nuova.righe("ats")).isZero();
  }

  @Test
  void afterAWrongFileTheCorrectedOneIsImported() throws IOException {
    AnagraficaFixture nuova = AnagraficaFixture.vuota();
    FileSystemResource risorsa = new FileSystemResource(cartella + "/");
    modifica(COMUNI, contenuto -> contenuto.replace("A167,5292", "A167,-1"));
    catchThrowableOfType(
        ImportazioneNonValida.class,
        () -> nuova.importazione().importaSeVuota(risorsa, AnagraficaFixture.VALIDE_DAL));
    modifica(COMUNI, contenuto -> contenuto.replace("A167,-1", "A167,5292"));

    assertThat(nuova.importazione().importaSeVuota(risorsa, AnagraficaFixture.VALIDE_DAL))
        .isPresent();
  }

  @Test
  void twoNodesStartingTogetherImportOnce() throws Exception {
    AnagraficaFixture nuova = AnagraficaFixture.vuota();
    ExecutorService nodi = Executors.newFixedThreadPool(2);
    try {
      Callable<Boolean> avvio =
          () ->
              nuova
                  .importazione()
                  .importaSeVuota(AnagraficaFixture.LOMBARDIA, AnagraficaFixture.VALIDE_DAL)
                  .isPresent();
      List<Boolean> esiti =
          nodi.invokeAll(List.of(avvio, avvio)).stream()
              .map(
                  risposta -> {
                    try {
                      return risposta.get();
                    } catch (Exception e) {
                      throw new AssertionError(e);
                    }
                  })
              .toList();
      assertThat(esiti).containsExactlyInAnyOrder(true, false);
      assertThat(nuova.righe("comune")).isEqualTo(1506);
    } finally {
      nodi.shutdownNow();
    }
  }

  @Test
  void theStartOfTheApplicationExplainsTheWrongRow() throws IOException {
    modifica(COMUNI, contenuto -> contenuto.replace("A167,5292", "A167,-1"));

    FailureAnalysis analisi =
        new ImportazioneNonValidaFailureAnalyzer()
            .analyze(new IllegalStateException("avvio", importaMale()));

    assertThat(analisi.getDescription())
        .contains("comuni-lombardia.csv, riga 3, colonna popolazione_2011")
        .contains("nessun dato è stato scritto");
    assertThat(analisi.getAction()).contains("comuni-lombardia.csv").contains("riga 3");
  }

  private ImportazioneNonValida importaMale() {
    ImportazioneNonValida errore =
        catchThrowableOfType(
            ImportazioneNonValida.class,
            () ->
                base.importazione()
                    .importaSeVuota(
                        new FileSystemResource(cartella + "/"), AnagraficaFixture.VALIDE_DAL));
    assertThat(errore).as("l'importazione doveva fermarsi").isNotNull();
    return errore;
  }

  private void modifica(String file, UnaryOperator<String> modifica) throws IOException {
    Path percorso = cartella.resolve(file);
    String prima = Files.readString(percorso);
    String dopo = modifica.apply(prima);
    assertThat(dopo.equals(prima)).as("la modifica di prova deve cambiare il file").isFalse();
    Files.writeString(percorso, dopo);
  }

  private static long rigaCon(String contenuto, String testo) {
    return 1
        + contenuto.substring(0, contenuto.indexOf(testo)).chars().filter(c -> c == '\n').count();
  }

  private static void nullaDiScritto() {
    for (String tabella :
        List.of(
            "ats",
            "asst",
            "ambito",
            "ambito_asst",
            "comune",
            "appartenenza",
            "popolazione_annuale")) {
      assertThat(base.righe(tabella)).as(tabella).isZero();
    }
  }
}
