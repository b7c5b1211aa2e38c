package it.pianodizona.motore.accesso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads all tasks gets them without being asked about each: nobody else does. */
class PermessiDelMotoreTest extends ProvaHttp {

  private static final String PERSONA = "revisore";
  private static final String GRUPPO = "revisori";

  private final List<String> permessi = new ArrayList<>();
  private String mio;
  private String altrui;

  @BeforeEach
  void apri() {
    mio = compito(istanza(MIO));
    altrui = compito(istanza(ALTRUI));
  }

  @AfterEach
  void dimentica() {
    permessi.forEach(motore.getAuthorizationService()::deleteAuthorization);
  }

  @Test
  void senzaPermessiNonSiVedeNulla() {
    assertThat(visti(1, MIO, ALTRUI)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 150})
  void chiLeggeOgniCompitoLiVedeTuttiPerQuantiGruppiAbbia(int gruppi) {
    concedi(Authorization.AUTH_TYPE_GRANT, Resources.TASK, "*", Permissions.READ);

    assertThat(visti(gruppi, MIO, ALTRUI)).contains(mio, altrui);
  }

  @Test
  void chiLeggeICompitiDiOgniProcessoLiVedeTutti() {
    concedi(
        Authorization.AUTH_TYPE_GRANT, Resources.PROCESS_DEFINITION, "*", Permissions.READ_TASK);

    assertThat(visti(1, MIO, ALTRUI)).contains(mio, altrui);
  }

  @Test
  void chiLeggeOgniCompitoRestaNelProprioAmbito() {
    concedi(Authorization.AUTH_TYPE_GRANT, Resources.TASK, "*", Permissions.READ);

    assertThat(visti(1, MIO)).contains(mio).doesNotContain(altrui);
  }

  @Test
  void unAltroPermessoSuOgniCompitoNonLiMostra() {
    concedi(Authorization.AUTH_TYPE_GRANT, Resources.TASK, "*", Permissions.TASK_ASSIGN);

    assertThat(visti(1, MIO, ALTRUI)).isEmpty();
  }

  @Test
  void ilPermessoSuUnCompitoMostraQuelloSolo() {
    concedi(Authorization.AUTH_TYPE_GRANT, Resources.TASK, altrui, Permissions.READ);

    assertThat(visti(1, MIO, ALTRUI)).containsExactly(altrui);
  }

  @Test
  void unDivietoSuUnCompitoValeAncheConTuttiGliAltri() {
    concedi(Authorization.AUTH_TYPE_GRANT, Resources.TASK, "*", Permissions.READ);
    concedi(Authorization.AUTH_TYPE_REVOKE, Resources.TASK, altrui, Permissions.READ);

    assertThat(visti(1, MIO, ALTRUI)).contains(mio).doesNotContain(altrui);
  }

  private void concedi(int tipo, Resource risorsa, String id, Permissions permesso) {
    var permessoDelGruppo = motore.getAuthorizationService().createNewAuthorization(tipo);
    permessoDelGruppo.setGroupId(GRUPPO);
    permessoDelGruppo.setResource(risorsa);
    permessoDelGruppo.setResourceId(id);
    permessoDelGruppo.setPermissions(new Permissions[] {permesso});
    permessi.add(motore.getAuthorizationService().saveAuthorization(permessoDelGruppo).getId());
  }

  /** By a member of {@link #GRUPPO}, and of others that may do nothing, in these Ambiti. */
  private List<String> visti(int gruppi, String... ambiti) {
    var suoi = new ArrayList<>(List.of(GRUPPO));
    IntStream.range(1, gruppi).forEach(i -> suoi.add("gruppo" + i));
    motore.getIdentityService().setAuthentication(PERSONA, suoi, List.of(ambiti));
    try {
      var elenco = motore.getTaskService().createTaskQuery().list();
      assertThat(motore.getTaskService().createTaskQuery().count()).isEqualTo(elenco.size());
      return elenco.stream().map(Task::getId).toList();
    } finally {
      motore.getIdentityService().clearAuthentication();
    }
  }
}
