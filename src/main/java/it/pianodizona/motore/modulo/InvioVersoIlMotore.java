package it.pianodizona.motore.modulo;

import it.pianodizona.comune.DatoNonValido;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Runs one submission and turns a refusal buried in engine exceptions into {@link ModuloNonValido}.
 */
final class InvioVersoIlMotore {

  private InvioVersoIlMotore() {}

  static <T> T esegui(Map<String, Object> valori, Callable<T> invio) {
    try {
      return InvioModulo.conChiavi(valori == null ? Set.of() : valori.keySet(), invio);
    } catch (Exception e) {
      for (Throwable causa = e; causa != null; causa = causa.getCause()) {
        if (causa instanceof ModuloNonValido rifiuto) {
          throw rifiuto;
        }
        if (causa instanceof DatoNonValido rifiuto) {
          throw new ModuloNonValido(rifiuto.getMessage(), rifiuto);
        }
      }
      throw e instanceof RuntimeException errore ? errore : new IllegalStateException(e);
    }
  }
}
