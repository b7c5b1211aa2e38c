package it.pianodizona.motore.migrazione;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.comando.SoloDatabase;
import it.pianodizona.motore.migrazione.VerificaMigrazione.Esito;
import it.pianodizona.motore.migrazione.VerificaMigrazione.Istanza;
import it.pianodizona.motore.migrazione.VerificaMigrazione.Timer;
import java.io.PrintStream;
import java.util.Date;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * {@code verifica-migrazione}: says what the models of this jar would do to the instances running
 * in a database. It opens the database and nothing else, and writes nothing.
 */
public final class VerificaMigrazioneComando {

  public static final String NOME = "verifica-migrazione";
  public static final String DESCRIZIONE =
      "prova il passaggio dei procedimenti in corso ai modelli di questa versione, senza scrivere";

  private static final int MIGRANO = 0;
  private static final int NON_MIGRANO = 1;
  private static final int NON_ESEGUITA = 2;

  private VerificaMigrazioneComando() {}

  /** Not a stereotype: the application itself must never find it. */
  @Import(SoloDatabase.class)
  static class Contesto {}

  /**
   * @param opzioni Spring properties, such as {@code --spring.datasource.url=…}
   * @return 0 when every instance would move, 1 when some would not, 2 when it could not be tried
   */
  public static int esegui(List<String> opzioni, PrintStream uscita, PrintStream errori) {
    try (var contesto = SoloDatabase.apri(Contesto.class, opzioni)) {
      var transazioni = contesto.getBean(PlatformTransactionManager.class);
      var motore = MotoreDiProva.apri(contesto.getBean(DataSource.class), transazioni, "false");
      try {
        return riferisci(
            new VerificaMigrazione(
                    motore,
                    transazioni,
                    Corrispondenze.delRilascio(),
                    VerificaMigrazione.modelliDelRilascio())
                .verifica(),
            uscita);
      } finally {
        motore.close();
      }
    } catch (RuntimeException impossibile) {
      errori.println(
          "La verifica non è stata eseguita: "
              + NestedExceptionUtils.getMostSpecificCause(impossibile).getMessage());
      return NON_ESEGUITA;
    }
  }

  static int riferisci(Esito esito, PrintStream uscita) {
    var gruppi =
        esito.istanze().stream()
            .collect(
                Collectors.groupingBy(
                    i -> "%s, da %s a %s".formatted(i.processo(), i.da(), i.a()),
                    TreeMap::new,
                    Collectors.toList()));
    gruppi.forEach((nome, istanze) -> gruppo(nome, istanze, uscita));
    long ferme = esito.istanze().stream().filter(i -> !i.migra()).count();
    uscita.printf(
        "%nProcedimenti su modelli non cambiati: %d. Passerebbero: %d. Non passerebbero: %d.%n",
        esito.invariate(), esito.istanze().size() - ferme, ferme);
    return ferme == 0 ? MIGRANO : NON_MIGRANO;
  }

  private static void gruppo(String nome, List<Istanza> istanze, PrintStream uscita) {
    uscita.printf(
        "%n%s: %d passano, %d no%n",
        nome,
        istanze.stream().filter(Istanza::migra).count(),
        istanze.stream().filter(i -> !i.migra()).count());
    for (var istanza : istanze) {
      if (!istanza.migra()) {
        uscita.printf(
            "  - %s, fermo su %s, resta sul modello con cui è nato:%n",
            riferimento(istanza), String.join(", ", istanza.dove()));
        istanza.motivi().forEach(m -> uscita.printf("      %s%n", m));
      }
      istanza
          .timer()
          .forEach(t -> uscita.printf("  - %s, timer %s%n", riferimento(istanza), timer(t)));
    }
  }

  private static String riferimento(Istanza istanza) {
    return istanza.riferimento() == null ? istanza.id() : istanza.riferimento();
  }

  private static String timer(Timer timer) {
    if (timer.prima() == null) {
      return "%s: nuovo, il %s".formatted(timer.evento(), quando(timer.dopo()));
    }
    if (timer.dopo() == null) {
      return "%s: non c'è più, era il %s".formatted(timer.evento(), quando(timer.prima()));
    }
    return "%s: dal %s al %s"
        .formatted(timer.evento(), quando(timer.prima()), quando(timer.dopo()));
  }

  private static String quando(Date data) {
    return DateItaliane.italiana(data.toInstant().atZone(Termini.ROMA));
  }
}
