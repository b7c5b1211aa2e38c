package it.pianodizona.motore.accesso;

import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.accesso.PermessiConcessi.Concesso;
import it.pianodizona.motore.accesso.Ruoli.Permesso;
import it.pianodizona.motore.accesso.Territorio.AmbitoServito;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantMembershipEntity;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * Brings the engine's groups, tenants, permissions, filters and – outside production – users in
 * line with what is declared. Groups, tenants and their memberships go straight to the engine's
 * entity manager: its identity service would look up and write a permission for each of the many
 * hundred, where two permissions for everybody do. One transaction under the engine's own start-up
 * lock, so that nodes starting together do it once; what an administrator changed is not touched.
 */
final class RuoliDelMotore implements Command<Void> {

  private static final String CHIUNQUE = "*";
  private static final String TIPO_ENTE = "ENTE";
  private static final String TIPO_UFFICIO = "RUOLO";

  private final ProcessEngineServices motore;
  private final Ruoli ruoli;
  private final Territorio territorio;
  private final List<UtentiDimostrazione.Utente> utenti;
  private final PermessiConcessi concessi;
  private final Set<Concesso> dichiarati = new HashSet<>();
  private final Set<Concesso> aggiunti = new HashSet<>();

  private Map<List<Object>, Authorization> permessiPresenti;
  private ProcessEngineConfigurationImpl configurazione;
  private DbEntityManager archivio;

  RuoliDelMotore(
      ProcessEngineServices motore,
      Ruoli ruoli,
      Territorio territorio,
      List<UtentiDimostrazione.Utente> utenti,
      PermessiConcessi concessi) {
    this.motore = motore;
    this.ruoli = ruoli;
    this.territorio = territorio;
    this.utenti = utenti;
    this.concessi = concessi;
  }

  /** Group of the people who sign for one Comune. */
  static String gruppoDelComune(String codiceIstat) {
    return "comune." + codiceIstat;
  }

  @Override
  public Void execute(CommandContext comandi) {
    configurazione = comandi.getProcessEngineConfiguration();
    archivio = comandi.getDbEntityManager();
    comandi.getPropertyManager().acquireExclusiveLockForStartup();
    var giaConcessi = concessi.tutti();
    permessiPresenti = leggiPermessi(giaConcessi);
    var ambiti = territorio.ambiti();
    var gruppiNuovi = gruppi();
    ambiti(ambiti, gruppiNuovi);
    permessi();
    revoca(giaConcessi);
    utenti();
    filtri();
    return null;
  }

  private Set<String> gruppi() {
    var presenti =
        motore.getIdentityService().createGroupQuery().list().stream()
            .map(Group::getId)
            .collect(Collectors.toSet());
    var nomi = new HashMap<String, String>();
    ruoli.gruppi().forEach(g -> nomi.put(g.id(), g.nome()));
    nomi.put(ruoli.amministratori().id(), ruoli.amministratori().nome());
    var nuovi = new HashSet<String>();
    nomi.forEach((id, nome) -> creaGruppo(id, nome, TIPO_UFFICIO, presenti, nuovi));
    territorio
        .comuni()
        .forEach(
            comune ->
                creaGruppo(
                    gruppoDelComune(comune.codiceIstat()),
                    "Comune di " + comune.denominazione(),
                    TIPO_ENTE,
                    presenti,
                    nuovi));
    return nuovi;
  }

  private void creaGruppo(
      String id, String nome, String tipo, Set<String> presenti, Set<String> nuovi) {
    if (presenti.contains(id)) {
      return;
    }
    var gruppo = new GroupEntity(id);
    gruppo.setName(nome);
    gruppo.setType(tipo);
    archivio.insert(gruppo);
    nuovi.add(id);
  }

  private void ambiti(List<AmbitoServito> ambiti, Set<String> gruppiNuovi) {
    var presenti =
        motore.getIdentityService().createTenantQuery().list().stream()
            .map(Tenant::getId)
            .collect(Collectors.toSet());
    var ovunque =
        ruoli.gruppi().stream().filter(Ruoli.Gruppo::tuttiGliAmbiti).map(Ruoli.Gruppo::id).toList();
    for (var ambito : ambiti) {
      boolean nuovo = !presenti.contains(ambito.codice());
      var tenant = new TenantEntity(ambito.codice());
      if (nuovo) {
        tenant.setName(ambito.denominazione());
        archivio.insert(tenant);
      }
      for (var gruppo : ovunque) {
        if (nuovo || gruppiNuovi.contains(gruppo)) {
          var appartenenza = new TenantMembershipEntity();
          appartenenza.setTenant(tenant);
          appartenenza.setGroup(new GroupEntity(gruppo));
          archivio.insert(appartenenza);
        }
      }
    }
  }

  private void permessi() {
    for (var gruppo : ruoli.gruppi()) {
      gruppo
          .applicazioni()
          .forEach(a -> dichiara(gruppo.id(), Resources.APPLICATION, a, Permissions.ACCESS));
      for (var processo : gruppo.avvia()) {
        dichiara(
            gruppo.id(),
            Resources.PROCESS_DEFINITION,
            processo,
            Permissions.READ,
            Permissions.CREATE_INSTANCE);
        dichiara(gruppo.id(), Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
      }
      gruppo.permessi().forEach(p -> dichiara(gruppo.id(), p));
    }
    ruoli.tutti().forEach(p -> dichiara(null, p));
    for (var risorsa : Resources.values()) {
      concedi(ruoli.amministratori().id(), risorsa, Authorization.ANY, Permissions.ALL);
    }
  }

  /**
   * Takes back what the file gave once and no longer gives. What was there already when the file
   * began to give it is an administrator's, and stays; at the first start all that is declared
   * counts as the file's.
   */
  private void revoca(Set<Concesso> giaConcessi) {
    var nuovi = new HashSet<>(giaConcessi.isEmpty() ? dichiarati : aggiunti);
    nuovi.removeAll(giaConcessi);
    concessi.ricorda(nuovi);
    var decaduti = giaConcessi.stream().filter(c -> !dichiarati.contains(c)).toList();
    decaduti.forEach(this::revoca);
    concessi.dimentica(decaduti);
  }

  private void revoca(Concesso concesso) {
    var autorizzazione =
        permessiPresenti.get(
            chiave(
                CHIUNQUE.equals(concesso.gruppo()) ? null : concesso.gruppo(),
                concesso.risorsa(),
                concesso.risorsaId()));
    if (autorizzazione == null) {
      return;
    }
    autorizzazione.removePermission(
        configurazione
            .getPermissionProvider()
            .getPermissionForName(concesso.permesso(), concesso.risorsa()));
    if (((AuthorizationEntity) autorizzazione).getPermissions() == Permissions.NONE.getValue()) {
      motore.getAuthorizationService().deleteAuthorization(autorizzazione.getId());
    } else {
      motore.getAuthorizationService().saveAuthorization(autorizzazione);
    }
  }

  private void utenti() {
    if (utenti.isEmpty()) {
      return;
    }
    var identita = motore.getIdentityService();
    var presenti =
        identita.createUserQuery().list().stream().map(User::getId).collect(Collectors.toSet());
    for (var persona : utenti) {
      if (presenti.contains(persona.id())) {
        continue;
      }
      var utente = identita.newUser(persona.id());
      utente.setFirstName(persona.nome());
      utente.setLastName(persona.cognome());
      utente.setEmail(persona.id() + "@demo.example");
      utente.setPassword(UtentiDimostrazione.PASSWORD);
      identita.saveUser(utente);
      persona.gruppi().forEach(gruppo -> identita.createMembership(persona.id(), gruppo));
      persona.ambiti().forEach(ambito -> identita.createTenantUserMembership(ambito, persona.id()));
    }
  }

  private void filtri() {
    var presenti =
        motore.getFilterService().createFilterQuery().filterResourceType(EntityTypes.TASK).list();
    var nomi = presenti.stream().map(Filter::getName).collect(Collectors.toSet());
    int ordine = 0;
    for (var dichiarato : ruoli.filtri()) {
      ordine += 10;
      if (!nomi.contains(dichiarato.nome())) {
        var filtro = motore.getFilterService().newTaskFilter(dichiarato.nome());
        filtro.setQuery(ricerca(dichiarato));
        filtro.setProperties(proprieta(dichiarato, ordine));
        motore.getFilterService().saveFilter(filtro);
        concedi(null, Resources.FILTER, filtro.getId(), Permissions.READ);
      }
    }
  }

  private TaskQuery ricerca(Ruoli.Filtro filtro) {
    var ricerca = motore.getTaskService().createTaskQuery();
    if (filtro.gruppi() != null) {
      ricerca.taskCandidateGroupInExpression(filtro.gruppi()).includeAssignedTasks();
    }
    if (filtro.assegnatario() != null) {
      ricerca.taskAssigneeExpression(filtro.assegnatario());
    }
    if (filtro.dopo() != null) {
      ricerca.dueAfterExpression(filtro.dopo());
    }
    if (filtro.prima() != null) {
      ricerca.dueBeforeExpression(filtro.prima());
    }
    return ricerca.orderByDueDate().asc();
  }

  private static Map<String, Object> proprieta(Ruoli.Filtro filtro, int ordine) {
    return Map.of(
        "description",
        filtro.descrizione(),
        "priority",
        ordine,
        "refresh",
        true,
        "showUndefinedVariable",
        false,
        "variables",
        List.of(
            Map.of("name", VariabiliPiano.CODICE_AMBITO.nome(), "label", "Ambito"),
            Map.of("name", VariabiliPiano.TRIENNIO.nome(), "label", "Triennio")));
  }

  private Map<List<Object>, Authorization> leggiPermessi(Set<Concesso> giaConcessi) {
    var presenti = new HashMap<List<Object>, Authorization>();
    var gruppi = new HashSet<String>();
    ruoli.gruppi().forEach(g -> gruppi.add(g.id()));
    giaConcessi.forEach(c -> gruppi.add(c.gruppo()));
    gruppi.add(ruoli.amministratori().id());
    var autorizzazioni = motore.getAuthorizationService();
    autorizzazioni
        .createAuthorizationQuery()
        .groupIdIn(gruppi.toArray(String[]::new))
        .list()
        .forEach(a -> presenti.put(chiave(a), a));
    autorizzazioni
        .createAuthorizationQuery()
        .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
        .list()
        .forEach(a -> presenti.put(chiave(a), a));
    return presenti;
  }

  private static List<Object> chiave(Authorization autorizzazione) {
    return chiave(
        autorizzazione.getGroupId(),
        autorizzazione.getResourceType(),
        autorizzazione.getResourceId());
  }

  private static List<Object> chiave(String gruppo, int risorsa, String id) {
    return Arrays.asList(gruppo, risorsa, id);
  }

  private void dichiara(String gruppo, Permesso permesso) {
    var risorsa = Resources.valueOf(permesso.risorsa());
    dichiara(
        gruppo,
        risorsa,
        permesso.id(),
        permesso.permessi().stream()
            .map(
                nome ->
                    configurazione
                        .getPermissionProvider()
                        .getPermissionForName(nome, risorsa.resourceType()))
            .toArray(Permission[]::new));
  }

  /** Gives what the file says, and takes note of it. */
  private void dichiara(String gruppo, Resource risorsa, String id, Permission... permessi) {
    var presente = permessiPresenti.get(chiave(gruppo, risorsa.resourceType(), id));
    for (var permesso : permessi) {
      var concesso =
          new Concesso(
              gruppo == null ? CHIUNQUE : gruppo, risorsa.resourceType(), id, permesso.getName());
      dichiarati.add(concesso);
      if (presente == null || !presente.isPermissionGranted(permesso)) {
        aggiunti.add(concesso);
      }
    }
    concedi(gruppo, risorsa, id, permessi);
  }

  /** Adds permissions to a group, or to whoever is logged in when the group is null. */
  private void concedi(String gruppo, Resource risorsa, String id, Permission... permessi) {
    var autorizzazioni = motore.getAuthorizationService();
    var autorizzazione =
        permessiPresenti.computeIfAbsent(
            chiave(gruppo, risorsa.resourceType(), id),
            chiave -> {
              var nuova =
                  autorizzazioni.createNewAuthorization(
                      gruppo == null
                          ? Authorization.AUTH_TYPE_GLOBAL
                          : Authorization.AUTH_TYPE_GRANT);
              if (gruppo != null) {
                nuova.setGroupId(gruppo);
              }
              nuova.setResource(risorsa);
              nuova.setResourceId(id);
              return nuova;
            });
    boolean mancano = Arrays.stream(permessi).anyMatch(p -> !autorizzazione.isPermissionGranted(p));
    if (mancano) {
      Arrays.stream(permessi).forEach(autorizzazione::addPermission);
      autorizzazioni.saveAuthorization(autorizzazione);
    }
  }
}
