package it.pianodizona.motore.modulo;

import it.pianodizona.comune.DatoNonValido;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs one submission with the values as the engine can store them, and turns a refusal buried in
 * engine exceptions into {@link ModuloNonValido}.
 */
final class InvioVersoIlMotore {

  private InvioVersoIlMotore() {}

  static <T> T esegui(Map<String, Object> valori, Function<Map<String, Object>, T> invio) {
    try {
      var inviati = ValoriModulo.inviati(valori == null ? Map.of() : valori);
      return InvioModulo.conChiavi(Set.copyOf(inviati.keySet()), () -> invio.apply(inviati));
    } catch (RuntimeException e) {
      for (Throwable causa = e; causa != null; causa = causa.getCause()) {
        if (causa instanceof ModuloNonValido rifiuto) {
          throw rifiuto;
        }
        if (causa instanceof DatoNonValido rifiuto) {
          throw new ModuloNonValido(rifiuto.getMessage(), rifiuto);
        }
      }
      throw e;
    }
  }
}
