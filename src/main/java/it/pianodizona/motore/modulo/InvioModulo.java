package it.pianodizona.motore.modulo;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Remembers, for the time of one call, which keys a client submitted and who is submitting. */
public final class InvioModulo {

  private static final ThreadLocal<Set<String>> CHIAVI = new ThreadLocal<>();
  private static final ThreadLocal<Map<String, Object>> PREPARATI = new ThreadLocal<>();
  private static final ThreadLocal<Boolean> APPLICAZIONE = ThreadLocal.withInitial(() -> false);

  private InvioModulo() {}

  /** Keys of the submission under way; empty when a task is completed without data. */
  public static Set<String> chiaviInviate() {
    var chiavi = CHIAVI.get();
    return chiavi == null ? Set.of() : chiavi;
  }

  /** What the fields that nobody may change held before the submission under way. */
  public static Map<String, Object> preparati() {
    var preparati = PREPARATI.get();
    return preparati == null ? Map.of() : preparati;
  }

  static void ricorda(Map<String, Object> preparati) {
    PREPARATI.set(preparati);
  }

  /** True while the application itself starts an instance, with no form behind it. */
  public static boolean dellApplicazione() {
    return APPLICAZIONE.get();
  }

  /** Runs a start made by the application: the start form is not asked for. */
  public static <T> T senzaModulo(Supplier<T> avvio) {
    var precedente = APPLICAZIONE.get();
    APPLICAZIONE.set(true);
    try {
      return avvio.get();
    } finally {
      APPLICAZIONE.set(precedente);
    }
  }

  static <T> T conChiavi(Set<String> chiavi, Callable<T> invio) throws Exception {
    var precedenti = CHIAVI.get();
    var ricordati = PREPARATI.get();
    CHIAVI.set(chiavi);
    PREPARATI.remove();
    try {
      return invio.call();
    } finally {
      CHIAVI.set(precedenti);
      PREPARATI.set(ricordati);
    }
  }
}
