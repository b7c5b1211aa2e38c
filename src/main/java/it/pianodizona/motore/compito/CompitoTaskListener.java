package it.pianodizona.motore.compito;

import it.pianodizona.motore.modulo.InvioModulo;
import it.pianodizona.motore.modulo.Moduli;
import it.pianodizona.motore.modulo.ValoriModulo;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Opens and closes one user task. Every key of the form becomes a variable local to the task, so
 * that what is submitted never leaks into the process and parallel completions never collide.
 */
final class CompitoTaskListener {

  private final Supplier<Compito> compito;
  private final Moduli moduli;

  CompitoTaskListener(Supplier<Compito> compito, Moduli moduli) {
    this.compito = compito;
    this.moduli = moduli;
  }

  void apri(DelegateTask task) {
    var valori = new HashMap<String, Object>();
    var modulo = moduli.delCompito(task);
    modulo.ifPresent(m -> m.chiavi().forEach(chiave -> valori.put(chiave, m.vuoto(chiave))));
    valori.putAll(compito.get().prepara(new ContestoCompito(task)));
    task.setVariablesLocal(ValoriModulo.versoIlMotore(valori));
  }

  void chiudi(DelegateTask task) {
    Map<String, Object> valori = ValoriModulo.dalMotore(task.getVariablesTyped());
    var letti =
        moduli
            .delCompito(task)
            .map(
                modulo ->
                    moduli.valida(
                        modulo, valori, InvioModulo.chiaviInviate(), InvioModulo.preparati()))
            .orElse(valori);
    compito.get().completa(new ContestoCompito(task), new DatiModulo(letti));
  }
}
