package it.pianodizona;

import it.pianodizona.fascicolo.comando.VerificaIntegritaComando;
import it.pianodizona.monitoraggio.comando.ImportaComando;
import it.pianodizona.motore.migrazione.VerificaMigrazioneComando;
import it.pianodizona.simulazione.comando.SimulaComando;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the jar does besides serving: {@code java -jar piano-di-zona.jar <command> [--property=…]}.
 * A command runs, says what it found and ends with an exit code; 2 when it could not run.
 */
final class Comandi {

  static final int USO_SBAGLIATO = 2;

  /** One command; what follows its name are its operands and Spring properties. */
  @FunctionalInterface
  private interface Comando {
    int esegui(List<String> operandi, List<String> opzioni, PrintStream uscita, PrintStream errori);
  }

  /**
   * @param operandi what must follow the name, in words; empty for a command that takes nothing
   * @param legge whether the command reads by itself all that follows its name
   */
  private record Voce(List<String> operandi, boolean legge, String descrizione, Comando comando) {

    Voce(List<String> operandi, String descrizione, Comando comando) {
      this(operandi, false, descrizione, comando);
    }
  }

  private static final Map<String, Voce> COMANDI = new LinkedHashMap<>();

  static {
    COMANDI.put(
        VerificaIntegritaComando.NOME,
        new Voce(
            List.of(),
            VerificaIntegritaComando.DESCRIZIONE,
            (operandi, opzioni, uscita, errori) ->
                VerificaIntegritaComando.esegui(opzioni, uscita, errori)));
    COMANDI.put(
        ImportaComando.NOME,
        new Voce(
            List.of("FILE"),
            ImportaComando.DESCRIZIONE,
            (operandi, opzioni, uscita, errori) ->
                ImportaComando.esegui(operandi.get(0), opzioni, uscita, errori)));
    COMANDI.put(
        VerificaMigrazioneComando.NOME,
        new Voce(
            List.of(),
            VerificaMigrazioneComando.DESCRIZIONE,
            (operandi, opzioni, uscita, errori) ->
                VerificaMigrazioneComando.esegui(opzioni, uscita, errori)));
    COMANDI.put(
        SimulaComando.NOME,
        new Voce(
            List.of(),
            true,
            SimulaComando.DESCRIZIONE,
            (operandi, opzioni, uscita, errori) ->
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
    var seguono = List.of(argomenti).subList(1, argomenti.length);
    if (voce != null && voce.legge()) {
      return voce.comando().esegui(List.of(), seguono, uscita, errori);
    }
    var operandi = seguono.stream().filter(a -> !a.startsWith("--")).toList();
    var opzioni = seguono.stream().filter(a -> a.startsWith("--")).toList();
    if (voce == null || operandi.size() != voce.operandi().size()) {
      errori.println(errore(argomenti[0], voce, operandi));
      errori.println("Uso: java -jar piano-di-zona.jar [comando] [--proprietà=valore]");
      errori.println("Senza comando si avvia l'applicazione. Comandi:");
      COMANDI.forEach(
          (nome, c) ->
              errori.printf(
                  "  %s  %s%n",
                  String.join(" ", Stream.concat(Stream.of(nome), c.operandi().stream()).toList()),
                  c.descrizione()));
      return USO_SBAGLIATO;
    }
    return voce.comando().esegui(operandi, opzioni, uscita, errori);
  }

  private static String errore(String nome, Voce voce, List<String> operandi) {
    if (voce == null) {
      return "Comando sconosciuto: " + nome;
    }
    return operandi.size() > voce.operandi().size()
        ? "Argomento sconosciuto: " + operandi.get(voce.operandi().size())
        : "Manca un argomento: " + voce.operandi().get(operandi.size());
  }
}
