package it.pianodizona.motore.incarichi;

import it.pianodizona.motore.accesso.RuoliDichiarati;
import it.pianodizona.motore.incarichi.Incarichi.Titolo;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down, in the transaction of the act, what a delegate or a substitute did and for whom.
 * Acts in one's own role are not written here.
 */
@Component
class AttiPerConto {

  private static final int LUNGHEZZA_COSA = 300;

  private final JdbcClient jdbc;
  private final Incarichi incarichi;
  private final RuoliDichiarati ruoli;
  private final Clock orologio;

  AttiPerConto(JdbcClient jdbc, Incarichi incarichi, RuoliDichiarati ruoli, Clock orologio) {
    this.jdbc = jdbc;
    this.incarichi = incarichi;
    this.ruoli = ruoli;
    this.orologio = orologio;
  }

  void completato(DelegateTask compito) {
    var gruppi =
        compito.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(gruppo -> gruppo != null)
            .collect(Collectors.toSet());
    registra((ExecutionEntity) compito.getExecution(), compito.getId(), compito.getName(), gruppi);
  }

  void avviato(ExecutionEntity esecuzione) {
    var definizione = esecuzione.getProcessDefinition();
    registra(
        esecuzione,
        null,
        definizione.getName() == null ? definizione.getKey() : definizione.getName(),
        ruoli.cheAvviano(definizione.getKey()));
  }

  private void registra(
      ExecutionEntity esecuzione, String compito, String cosa, Collection<String> gruppi) {
    var chi = Context.getCommandContext().getAuthentication();
    if (chi == null || chi.getUserId() == null || gruppi.isEmpty()) {
      return;
    }
    incarichi
        .perContoDiAltri(chi.getUserId(), gruppi, esecuzione.getTenantId())
        .ifPresent(titolo -> scrivi(chi.getUserId(), titolo, esecuzione, compito, cosa));
  }

  private void scrivi(
      String chi, Titolo titolo, ExecutionEntity esecuzione, String compito, String cosa) {
    jdbc.sql(
            """
            insert into atto_per_conto
              (chi, per_conto_di, titolo, incarico_id, ruolo, processo, istanza, compito, cosa,
               codice_ambito, chiave, quando)
            values (:chi, :perContoDi, :titolo, :incarico, :ruolo, :processo, :istanza, :compito,
               :cosa, :ambito, :chiave, :quando)""")
        .param("chi", chi)
        .param("perContoDi", titolo.perContoDi())
        .param("titolo", titolo.tipo().name())
        .param("incarico", titolo.incarico())
        .param("ruolo", titolo.ruolo())
        .param("processo", esecuzione.getProcessDefinition().getKey())
        .param("istanza", esecuzione.getProcessInstanceId())
        .param("compito", compito)
        .param("cosa", cosa.substring(0, Math.min(cosa.length(), LUNGHEZZA_COSA)))
        .param("ambito", esecuzione.getTenantId())
        .param("chiave", esecuzione.getProcessBusinessKey())
        .param("quando", OffsetDateTime.now(orologio))
        .update();
  }
}
