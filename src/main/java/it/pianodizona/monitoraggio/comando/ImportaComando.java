package it.pianodizona.monitoraggio.comando;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.monitoraggio.CicliConclusi;
import it.pianodizona.monitoraggio.CicliConclusi.Esito;
import it.pianodizona.motore.comando.SoloDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;

/**
 * {@code importa FILE.csv}: imports the totals of past cycles into the database of the application,
 * which must have been started once. All of the file or nothing.
 */
public final class ImportaComando {

  public static final String NOME = "importa";
  public static final String DESCRIZIONE =
      "importa i totali regionali dei cicli conclusi da un file CSV o XLSX";

  private static final int IMPORTATO = 0;
  private static final int FILE_SBAGLIATO = 1;
  private static final int NON_ESEGUITO = 2;

  private ImportaComando() {}

  /** Not a stereotype: the application itself must never find it. */
  @ComponentScan(
      basePackages = "it.pianodizona",
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CicliConclusi.class))
  @Import(SoloDatabase.class)
  static class Contesto {}

  /**
   * @param file path of the file
   * @param opzioni Spring properties, such as {@code --spring.datasource.url=…}
   * @return 0 imported, 1 the file is wrong and nothing was imported, 2 it could not be tried
   */
  public static int esegui(
      String file, List<String> opzioni, PrintStream uscita, PrintStream errori) {
    byte[] contenuto;
    String nome;
    try {
      var percorso = Path.of(file);
      contenuto = Files.readAllBytes(percorso);
      nome = String.valueOf(percorso.getFileName());
    } catch (IOException | InvalidPathException illeggibile) {
      errori.println("Il file non si può leggere: " + file);
      return NON_ESEGUITO;
    }
    try (var contesto = SoloDatabase.apri(Contesto.class, opzioni)) {
      return riferisci(
          contesto.getBean(CicliConclusi.class).importa(nome, contenuto, "comando " + NOME),
          uscita,
          errori);
    } catch (DatoNonValido sbagliato) {
      errori.println(sbagliato.getMessage());
      return FILE_SBAGLIATO;
    } catch (RuntimeException impossibile) {
      errori.println(
          "L'importazione non è stata eseguita: "
              + NestedExceptionUtils.getMostSpecificCause(impossibile).getMessage());
      return NON_ESEGUITO;
    }
  }

  private static int riferisci(Esito esito, PrintStream uscita, PrintStream errori) {
    if (esito.riuscito()) {
      uscita.printf(
          "Importati %d totali per %s.%n", esito.totali(), String.join(", ", esito.trienni()));
      return IMPORTATO;
    }
    errori.println("Il file non è stato importato: nessuna riga è entrata. Da correggere:");
    esito.errori().forEach(errore -> errori.println("  " + errore));
    return FILE_SBAGLIATO;
  }
}
