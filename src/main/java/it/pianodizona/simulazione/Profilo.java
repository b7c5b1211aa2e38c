package it.pianodizona.simulazione;

import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.comune.DatoNonValido;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * How the people of a run behave: the distributions that a seed draws from. The presets are the
 * files {@code simulazione/<nome>.yaml}; {@code src/docs/simulazione.md} says what each number is.
 *
 * @param tempi working days from the opening of a task to its completion: least, most likely, most;
 *     {@code predefinito} for the tasks not named
 * @param probabilita how often something happens, from 0 to 1
 */
public record Profilo(
    String descrizione,
    Accordo accordo,
    Flussi flussi,
    Map<String, List<Double>> tempi,
    Map<String, List<Integer>> quantita,
    Map<String, Double> probabilita) {

  public static final List<String> NOMI = List.of("puntuale", "reale-2018", "difficile");

  private static final String PREDEFINITO = "predefinito";

  /**
   * When the last body signs, in days from the regional date.
   *
   * @param inTempo share of the other Ambiti whose last signature comes within the date
   * @param ritardoMedio mean of the exponential delay of those that are late
   * @param ritardoMassimo longest of those delays
   * @param senza Ambiti of each ATS that have no Accordo for {@code senzaDa} days
   * @param senzaDa shortest delay of those, {@code senzaA} the longest
   */
  public record Accordo(
      double inTempo,
      double ritardoMedio,
      int ritardoMassimo,
      Map<String, Integer> senza,
      int senzaDa,
      int senzaA) {}

  /**
   * When a reporting flow is sent.
   *
   * @param inTempo share sent within the window
   * @param ritardoMedio mean of the exponential delay of the others, in days
   */
  public record Flussi(double inTempo, double ritardoMedio) {}

  /** Reads a preset. */
  public static Profilo leggi(String nome) {
    if (!NOMI.contains(nome)) {
      throw new DatoNonValido("Profilo", nome, "uno tra " + String.join(", ", NOMI));
    }
    return leggi("simulazione/" + nome + ".yaml", Profilo.class);
  }

  static <T> T leggi(String risorsa, Class<T> tipo) {
    try (var flusso = new ClassPathResource(risorsa).getInputStream()) {
      Object contenuto = new Yaml(new SafeConstructor(new LoaderOptions())).load(flusso);
      return new ObjectMapper().convertValue(contenuto, tipo);
    } catch (IOException e) {
      throw new UncheckedIOException("Risorsa illeggibile: " + risorsa, e);
    }
  }

  /** Working days before a task is completed. */
  public double giorni(String compito, Sorte.Tiro tiro) {
    var tempo = tempi.getOrDefault(compito, tempi.get(PREDEFINITO));
    return tiro.triangolare(tempo.get(0), tempo.get(1), tempo.get(2));
  }

  /** A number between the least and the most that the profile gives to a thing. */
  public int quanti(String cosa, Sorte.Tiro tiro) {
    var estremi = presente(quantita.get(cosa), cosa);
    return tiro.tra(estremi.get(0), estremi.get(1));
  }

  public double probabilita(String cosa) {
    return presente(probabilita.get(cosa), cosa);
  }

  private static <T> T presente(T valore, String cosa) {
    if (valore == null) {
      throw new IllegalStateException("Il profilo non dice nulla di «" + cosa + "»");
    }
    return valore;
  }
}
