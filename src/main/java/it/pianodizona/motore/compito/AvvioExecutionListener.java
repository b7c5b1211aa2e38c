package it.pianodizona.motore.compito;

import it.pianodizona.motore.modulo.InvioModulo;
import it.pianodizona.motore.modulo.Moduli;
import it.pianodizona.motore.modulo.ValoriModulo;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Validates and consumes a start form. Instances started by the application itself – nobody is
 * submitting a form – pass untouched.
 */
final class AvvioExecutionListener implements ExecutionListener {

  private final Supplier<Avvio> avvio;
  private final Moduli moduli;

  AvvioExecutionListener(Supplier<Avvio> avvio, Moduli moduli) {
    this.avvio = avvio;
    this.moduli = moduli;
  }

  @Override
  public void notify(DelegateExecution esecuzione) {
    if (InvioModulo.dellApplicazione()) {
      return;
    }
    var modulo = moduli.diAvvio((ExecutionEntity) esecuzione);
    Map<String, Object> valori = ValoriModulo.dalMotore(esecuzione.getVariablesTyped());
    var letti = moduli.valida(modulo, valori, valori.keySet(), Map.of());
    esecuzione.removeVariables(valori.keySet());
    avvio.get().avvia(new ContestoProcesso(esecuzione), new DatiModulo(letti));
  }
}
