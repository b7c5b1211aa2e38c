package it.pianodizona.motore.compito;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;

/** The running instance as features see it: typed variables, Ambito, who is acting. */
public class ContestoProcesso {

  private final DelegateExecution esecuzione;

  public ContestoProcesso(DelegateExecution esecuzione) {
    this.esecuzione = esecuzione;
  }

  public <T> T leggi(Variabile<T> variabile) {
    return variabile.di(esecuzione);
  }

  public <T> Optional<T> cerca(Variabile<T> variabile) {
    return variabile.cerca(esecuzione);
  }

  /** Sets a variable where it is already defined, otherwise on the process instance. */
  public <T> void imposta(Variabile<T> variabile, T valore) {
    variabile.imposta(esecuzione, valore);
  }

  /** Sets a variable on the current scope only: needed inside multi-instance bodies. */
  public <T> void impostaLocale(Variabile<T> variabile, T valore) {
    esecuzione.setVariableLocal(variabile.nome(), valore);
  }

  /** Codice of the Ambito that owns the instance (its tenant); empty for the Region's processes. */
  public Optional<String> codiceAmbito() {
    return Optional.ofNullable(esecuzione.getTenantId());
  }

  /** Login of who acts, or {@code sistema} when nobody is logged in (timers, public pages). */
  public String utente() {
    var autenticazione = Context.getCommandContext().getAuthentication();
    return autenticazione == null || autenticazione.getUserId() == null
        ? "sistema"
        : autenticazione.getUserId();
  }

  public DelegateExecution esecuzione() {
    return esecuzione;
  }
}
