package it.pianodizona.motore.accesso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a restart with the same or a newer file does to what administrators changed. */
class RuoliRiapplicatiTest extends ProvaHttp {

  @Autowired private Ruoli ruoli;
  @Autowired private Territorio territorio;

  @Test
  void unNuovoAvvioSenzaNovitaNonCambiaNulla() {
    var prima = fotografia();

    riapplica();

    assertThat(fotografia()).isEqualTo(prima);
  }

  @Test
  void cioCheUnAmministratoreHaAggiuntoResta() {
    var autorizzazioni = motore.getAuthorizationService();
    var aggiunta = autorizzazioni.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    aggiunta.setGroupId("facilitatore");
    aggiunta.setResource(Resources.DEPLOYMENT);
    aggiunta.setResourceId(Authorization.ANY);
    aggiunta.addPermission(Permissions.READ);
    autorizzazioni.saveAuthorization(aggiunta);
    var filtri = motore.getFilterService();
    var filtro = filtri.createFilterQuery().filterName("Scaduti").singleResult();
    var descritto = filtro.getProperties();
    filtro.setProperties(new java.util.HashMap<>(java.util.Map.of("description", "cambiata qui")));
    filtri.saveFilter(filtro);
    motore.getIdentityService().createMembership("facilitatore", "rup");
    try {
      riapplica();

      assertThat(fotografia()).contains("facilitatore 9 * 2");
      assertThat(filtri.createFilterQuery().filterName("Scaduti").singleResult().getProperties())
          .containsEntry("description", "cambiata qui");
      assertThat(motore.getIdentityService().createGroupQuery().groupMember("facilitatore").list())
          .extracting(g -> g.getId())
          .contains("rup");
    } finally {
      motore.getIdentityService().deleteMembership("facilitatore", "rup");
      autorizzazioni.deleteAuthorization(aggiunta.getId());
      var ripristinato = filtri.createFilterQuery().filterName("Scaduti").singleResult();
      ripristinato.setProperties(descritto);
      filtri.saveFilter(ripristinato);
    }
  }

  @Test
  void cioCheMancaTornaComeDichiarato() {
    var autorizzazioni = motore.getAuthorizationService();
    var prima = fotografia();
    var cockpit =
        autorizzazioni
            .createAuthorizationQuery()
            .groupIdIn("regione")
            .resourceType(Resources.APPLICATION)
            .singleResult();
    autorizzazioni.deleteAuthorization(cockpit.getId());
    assertThat(fotografia()).isNotEqualTo(prima);

    riapplica();

    assertThat(fotografia()).isEqualTo(prima);
  }

  private void riapplica() {
    ((ProcessEngineConfigurationImpl) motore.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(new RuoliDelMotore(motore, ruoli, territorio, List.of()));
  }

  /** Permissions of groups and of everybody. */
  private Set<String> fotografia() {
    return motore.getAuthorizationService().createAuthorizationQuery().list().stream()
        .filter(a -> a.getUserId() == null || a.getUserId().equals("*"))
        .map(
            a ->
                "%s %d %s %d"
                    .formatted(
                        a.getGroupId(),
                        a.getResourceType(),
                        a.getResourceId(),
                        ((org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity) a)
                            .getPermissions()))
        .collect(Collectors.toSet());
  }
}
