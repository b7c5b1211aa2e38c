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
  @Autowired private PermessiConcessi concessi;

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

  @Test
  void cioCheIlFileNonDaPiuEToltoETuttoIlRestoResta() {
    var autorizzazioni = motore.getAuthorizationService();
    var prima = fotografia();
    // an administrator adds to what the file gives, and gives something before the file does
    var cockpit =
        autorizzazioni
            .createAuthorizationQuery()
            .groupIdIn("regione")
            .resourceType(Resources.BATCH)
            .singleResult();
    cockpit.addPermission(Permissions.DELETE);
    autorizzazioni.saveAuthorization(cockpit);
    var aMano = autorizzazioni.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    aMano.setGroupId("facilitatore");
    aMano.setResource(Resources.APPLICATION);
    aMano.setResourceId("cockpit");
    aMano.addPermission(Permissions.ACCESS);
    autorizzazioni.saveAuthorization(aMano);
    try {
      riapplica(con("facilitatore", List.of("cockpit"), List.of("AvvioTriennio"), ruoli));
      assertThat(fotografia()).contains("facilitatore 6 AvvioTriennio " + avviare());

      riapplica(con("regione", List.of(), List.of(), ruoli));
      var dopo = fotografia();
      assertThat(dopo)
          .noneMatch(riga -> riga.contains("facilitatore 6 "))
          .noneMatch(riga -> riga.startsWith("facilitatore 8 "))
          .noneMatch(riga -> riga.startsWith("regione 0 "))
          .noneMatch(riga -> riga.startsWith("regione 6 AvvioTriennio"))
          .contains("facilitatore 0 cockpit " + Permissions.ACCESS.getValue())
          .contains("regione 13 * " + Permissions.DELETE.getValue());
    } finally {
      autorizzazioni.deleteAuthorization(aMano.getId());
      riapplica();
      var lotti =
          autorizzazioni
              .createAuthorizationQuery()
              .groupIdIn("regione")
              .resourceType(Resources.BATCH)
              .singleResult();
      lotti.removePermission(Permissions.DELETE);
      autorizzazioni.saveAuthorization(lotti);
    }
    assertThat(fotografia()).isEqualTo(prima);
  }

  private static int avviare() {
    return Permissions.READ.getValue() | Permissions.CREATE_INSTANCE.getValue();
  }

  /** The file with other applications and processes, and no further permissions, for a group. */
  private static Ruoli con(
      String gruppo, List<String> applicazioni, List<String> avvia, Ruoli ruoli) {
    return new Ruoli(
        ruoli.gruppi().stream()
            .map(
                g ->
                    g.id().equals(gruppo)
                        ? new Ruoli.Gruppo(
                            g.id(), g.nome(), applicazioni, avvia, g.tuttiGliAmbiti(), List.of())
                        : g)
            .toList(),
        ruoli.tutti(),
        ruoli.amministratori(),
        ruoli.avviiNellAmbito(),
        ruoli.filtri());
  }

  private void riapplica() {
    riapplica(ruoli);
  }

  private void riapplica(Ruoli ruoli) {
    ((ProcessEngineConfigurationImpl) motore.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(new RuoliDelMotore(motore, ruoli, territorio, List.of(), concessi));
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
