package it.pianodizona.motore.accesso;

import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.modulo.InvioModulo;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * Decides which Ambito an instance belongs to: that of the process that called it, else the
 * variable {@code codiceAmbito}, else – for the processes an office starts for itself – the Ambito
 * of who starts it. A person can only start in an Ambito he or she is a member of; the application
 * itself and whoever administers the engine can start in any.
 */
final class AmbitoDellIstanza implements TenantIdProvider {

  private final Set<String> avviiNellAmbito;

  AmbitoDellIstanza(Set<String> avviiNellAmbito) {
    this.avviiNellAmbito = avviiNellAmbito;
  }

  @Override
  public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext contesto) {
    if (contesto.getSuperExecution() != null) {
      return contesto.getSuperExecution().getTenantId();
    }
    var richiesto = contesto.getVariables().get(VariabiliPiano.CODICE_AMBITO.nome());
    var chi = Context.getCommandContext().getAuthentication();
    if (InvioModulo.dellApplicazione() || chi == null || chi.getUserId() == null) {
      return richiesto == null ? null : richiesto.toString();
    }
    if (richiesto != null) {
      return consentito(chi, richiesto.toString());
    }
    return avviiNellAmbito.contains(contesto.getProcessDefinition().getKey()) ? unico(chi) : null;
  }

  @Override
  public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext contesto) {
    return contesto.getSuperExecution() == null ? null : contesto.getSuperExecution().getTenantId();
  }

  @Override
  public String provideTenantIdForHistoricDecisionInstance(
      TenantIdProviderHistoricDecisionInstanceContext contesto) {
    return contesto.getExecution() == null ? null : contesto.getExecution().getTenantId();
  }

  private static String consentito(Authentication chi, String ambito) {
    boolean membro = chi.getTenantIds() != null && chi.getTenantIds().contains(ambito);
    if (membro || Context.getCommandContext().getAuthorizationManager().isCamundaAdmin(chi)) {
      return ambito;
    }
    throw new AuthorizationException(
        "L'utente «%s» non opera nell'Ambito «%s»: può avviare procedimenti solo nei propri Ambiti."
            .formatted(chi.getUserId(), ambito));
  }

  private static String unico(Authentication chi) {
    if (chi.getTenantIds() != null && chi.getTenantIds().size() == 1) {
      return chi.getTenantIds().get(0);
    }
    throw new AuthorizationException(
        "L'utente «%s» non opera in un solo Ambito: il procedimento va avviato da chi lavora nell'Ambito interessato."
            .formatted(chi.getUserId()));
  }
}
