package it.pianodizona;

import it.pianodizona.fascicolo.comando.VerificaIntegritaComando;
import it.pianodizona.motore.migrazione.VerificaMigrazioneComando;
import it.pianodizona.simulazione.comando.SimulaComando;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the jar does besides serving: {@code java -jar piano-di-zona.jar <command> [--property=…]}.
 * A command runs, says what it found and ends with an exit code; 2 when it could not run.
 */
final class Comandi {

  static final int USO_SBAGLIATO = 2;

  /** One command; what follows its name are Spring properties. */
  @FunctionalInterface
  private interface Comando {
    int esegui(List<String> opzioni, PrintStream uscita, PrintStream errori);
  }

  /**
   * @param legge whether the command reads its options itself, instead of passing them to Spring
   */
  private record Voce(String descrizione, boolean legge, Comando comando) {}

  private static final Map<String, Voce> COMANDI = new LinkedHashMap<>();

  static {
    COMANDI.put(
        VerificaIntegritaComando.NOME,
        new Voce(VerificaIntegritaComando.DESCRIZIONE, false, VerificaIntegritaComando::esegui));
    COMANDI.put(
        VerificaMigrazioneComando.NOME,
        new Voce(VerificaMigrazioneComando.DESCRIZIONE, false, VerificaMigrazioneComando::esegui));
    COMANDI.put(
        SimulaComando.NOME,
        new Voce(
            SimulaComando.DESCRIZIONE,
            true,
            (opzioni, uscita, errori) ->
                SimulaComando.esegui(PianoDiZonaApplication.class, opzioni, uscita, errori)));
  }

  private Comandi() {}

  /** True when the first argument is not a property but the name of something to do. */
  static boolean richiesto(String[] argomenti) {
    return argomenti.length > 0 && !argomenti[0].startsWith("--");
  }

  /** Runs the command that the arguments ask for and gives back its exit code. */
  static int esegui(String[] argomenti, PrintStream uscita, PrintStream errori) {
    Voce voce = COMANDI.get(argomenti[0]);
    var opzioni = List.of(argomenti).subList(1, argomenti.length);
    var estranei =
        voce != null && voce.legge()
            ? List.<String>of()
            : opzioni.stream().filter(o -> !o.startsWith("--")).toList();
    if (voce == null || !estranei.isEmpty()) {
      errori.println(
          voce == null
              ? "Comando sconosciuto: " + argomenti[0]
              : "Argomento sconosciuto: " + estranei.get(0));
      errori.println("Uso: java -jar piano-di-zona.jar [comando] [--proprietà=valore]");
      errori.println("Senza comando si avvia l'applicazione. Comandi:");
      COMANDI.forEach((nome, c) -> errori.printf("  %s  %s%n", nome, c.descrizione()));
      return USO_SBAGLIATO;
    }
    return voce.comando().esegui(opzioni, uscita, errori);
  }
}
