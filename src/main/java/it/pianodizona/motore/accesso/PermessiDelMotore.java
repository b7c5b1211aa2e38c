package it.pianodizona.motore.accesso;

import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * The engine's permissions, with the same answers and less work for them. The engine reads the
 * groups of all permissions before it asks about those of one person, and compares every task with
 * every permission even of who may read all tasks: with ten thousand tasks the Region waited half a
 * second for each page of Tasklist.
 */
public class PermessiDelMotore extends AuthorizationManager {

  /** Beyond, the engine's way keeps the question to the database short. */
  private static final int GRUPPI_DI_UNA_PERSONA = 100;

  /** In the place of the engine's own. */
  static SessionFactory alPostoDiQuelliDelMotore() {
    return new GenericManagerFactory(PermessiDelMotore.class) {
      @Override
      public Class<?> getSessionType() {
        return AuthorizationManager.class;
      }
    };
  }

  /** A group without permissions gives none: it need not be looked for and left out. */
  @Override
  public List<String> filterAuthenticatedGroupIds(List<String> gruppi) {
    if (gruppi == null || gruppi.size() > GRUPPI_DI_UNA_PERSONA) {
      return super.filterAuthenticatedGroupIds(gruppi);
    }
    return gruppi;
  }

  /** Who may read every task is not asked about each; the Ambiti are another matter, as before. */
  @Override
  public void configureTaskQuery(TaskQueryImpl ricerca) {
    super.configureTaskQuery(ricerca);
    var controllo = ricerca.getAuthCheck();
    if (controllo.isAuthorizationCheckEnabled()
        && !controllo.isRevokeAuthorizationCheckEnabled()
        && leggeOgniCompito(controllo)) {
      controllo.setAuthorizationCheckEnabled(false);
    }
  }

  /** Either of the two permissions that show a task, on all there are. */
  private boolean leggeOgniCompito(AuthorizationCheck controllo) {
    return isAuthorized(
        controllo.getAuthUserId(),
        controllo.getAuthGroupIds(),
        new PermissionCheckBuilder()
            .disjunctive()
            .atomicCheckForResourceId(Resources.TASK, Authorization.ANY, Permissions.READ)
            .atomicCheckForResourceId(
                Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ_TASK)
            .build());
  }
}
