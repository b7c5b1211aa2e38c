package it.pianodizona.motore.incarichi;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.accesso.AllineamentoAppartenenze;
import it.pianodizona.motore.accesso.RuoliDichiarati;
import it.pianodizona.motore.accesso.Territorio;
import it.pianodizona.motore.accesso.Territorio.ComuneFirmatario;
import it.pianodizona.motore.incarichi.Competenze.Competenza;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of appointments. The engine's memberships follow it day by day: at each login, when
 * a row changes, and once a day for everybody. What an administrator gave by hand in the engine's
 * own pages is left alone.
 */
@Service
public class Incarichi implements AllineamentoAppartenenze {

  private static final String GRUPPO = "GRUPPO";
  private static final String AMBITO = "AMBITO";
  private static final String DI_UN_COMUNE = "comune.";
  private static final DateTimeFormatter GIORNO = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final int PERSONE_RICORDATE = 10_000;

  private final JdbcClient jdbc;
  private final IdentityService identita;
  private final TaskService compiti;
  private final RuoliDichiarati ruoli;
  private final Territorio territorio;
  private final Clock orologio;
  private final Map<String, LocalDate> allineati = new ConcurrentHashMap<>();

  Incarichi(
      JdbcClient jdbc,
      IdentityService identita,
      TaskService compiti,
      RuoliDichiarati ruoli,
      Territorio territorio,
      Clock orologio) {
    this.jdbc = jdbc;
    this.identita = identita;
    this.compiti = compiti;
    this.ruoli = ruoli;
    this.territorio = territorio;
    this.orologio = orologio;
  }

  /** By which appointment, and for whom, somebody acts. */
  public record Titolo(long incarico, TipoIncarico tipo, String perContoDi, String ruolo) {}

  /**
   * Records an appointment; it counts from its first day on.
   *
   * @return its id
   * @throws DatoNonValido naming the field, also when the engine could not keep the person's roles
   *     apart by Ambito
   */
  @Transactional
  public long assegna(NuovoIncarico nuovo, String chi) {
    blocca();
    controlla(nuovo);
    long id = inserisci(nuovo, chi);
    controllaSovrapposizioni(nuovo);
    allineaOggi(conSostituti(nuovo.persona()));
    return id;
  }

  /** As {@link #assegna} for many: all of them, or none when one is refused. */
  @Transactional
  public void assegna(List<NuovoIncarico> nuovi, String chi) {
    var errori = new ArrayList<String>();
    for (int i = 0; i < nuovi.size(); i++) {
      try {
        assegna(nuovi.get(i), chi);
      } catch (DatoNonValido e) {
        errori.add("Riga " + (i + 1) + ": " + e.getMessage());
      }
    }
    if (!errori.isEmpty()) {
      throw DatoNonValido.regola("File", String.join("\n", errori));
    }
  }

  /** Ends an appointment now; the row stays, with who revoked it. */
  @Transactional
  public void revoca(long id, String chi) {
    blocca();
    var incarico =
        incarico(id)
            .filter(i -> i.revocatoDa() == null)
            .orElseThrow(() -> DatoNonValido.regola("Incarico", "non c'è, o è già revocato."));
    jdbc.sql("update incarico set revocato_da = ?, revocato = ? where id = ?")
        .params(chi, adesso(), id)
        .update();
    allineaOggi(conSostituti(incarico.persona()));
  }

  /** All rows, the newest first; of one person when given, as holder or as who is stood in for. */
  @Transactional(readOnly = true)
  public List<Incarico> elenco(String persona) {
    return persona == null || persona.isBlank()
        ? jdbc.sql("select * from incarico order by id desc").query(Incarichi::riga).list()
        : jdbc.sql("select * from incarico where persona = ? or per_conto_di = ? order by id desc")
            .params(persona, persona)
            .query(Incarichi::riga)
            .list();
  }

  /**
   * The title by which somebody may do what is offered to these groups, when it is not a role of
   * his or her own.
   *
   * @param codiceAmbito null for what belongs to no Ambito
   */
  @Transactional(readOnly = true)
  public Optional<Titolo> perContoDiAltri(
      String persona, Collection<String> gruppi, String codiceAmbito) {
    var oggi = oggi();
    var validi = righeDi(List.of(persona)).stream().filter(r -> r.valido(oggi)).toList();
    var perAltri = validi.stream().filter(r -> r.tipo() != TipoIncarico.INCARICO).toList();
    if (perAltri.isEmpty()) {
      return Optional.empty();
    }
    var proprie = inProprio(persona, oggi, validi);
    var ambito = codiceAmbito == null ? Competenze.OVUNQUE : codiceAmbito;
    if (gruppi.stream().anyMatch(g -> competente(proprie, g, ambito))) {
      return Optional.empty();
    }
    for (var incarico : perAltri) {
      var avute = diAltri(incarico, oggi);
      for (var gruppo : gruppi) {
        if (competente(avute, gruppo, ambito)) {
          return Optional.of(
              new Titolo(incarico.id(), incarico.tipo(), incarico.perContoDi(), gruppo));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  @Transactional
  public void allinea(String utente) {
    var oggi = oggi();
    if (!oggi.equals(allineati.get(utente)) && conosciuto(utente)) {
      blocca();
      allinea(utente, oggi);
    }
    if (allineati.size() > PERSONE_RICORDATE) {
      allineati.clear();
    }
    allineati.put(utente, oggi);
  }

  /** Brings everybody in line with today, once a day whatever the number of nodes. */
  @Transactional
  public void allineaTutti() {
    var oggi = oggi();
    var ultimo =
        jdbc.sql("select giorno from allineamento_incarichi where id = 1 for update")
            .query((riga, n) -> Optional.ofNullable(riga.getObject(1, LocalDate.class)))
            .single();
    if (ultimo.filter(oggi::equals).isEmpty()) {
      persone().forEach(persona -> allinea(persona, oggi));
      jdbc.sql("update allineamento_incarichi set giorno = ? where id = 1").param(oggi).update();
    }
  }

  private void allineaOggi(Set<String> persone) {
    var oggi = oggi();
    persone.forEach(persona -> allinea(persona, oggi));
  }

  private void allinea(String persona, LocalDate oggi) {
    if (!esiste(persona)) {
      return;
    }
    var avute = gruppiEAmbiti(persona);
    var concesse = concesse(persona);
    var dovute = new Competenze();
    righeDi(List.of(persona)).stream()
        .filter(riga -> riga.valido(oggi))
        .forEach(riga -> aggiungi(dovute, riga, oggi));
    for (var gruppo : dovute.gruppi()) {
      if (!avute.gruppi().contains(gruppo)) {
        identita.createMembership(persona, gruppo);
        concedi(persona, GRUPPO, gruppo);
      }
    }
    for (var ambito : dovute.ambiti()) {
      if (!ambito.equals(Competenze.OVUNQUE) && !avute.ambiti().contains(ambito)) {
        identita.createTenantUserMembership(ambito, persona);
        concedi(persona, AMBITO, ambito);
      }
    }
    for (var concessa : concesse) {
      if (concessa.genere().equals(GRUPPO) && !dovute.gruppi().contains(concessa.valore())) {
        identita.deleteMembership(persona, concessa.valore());
        togli(persona, concessa);
      } else if (concessa.genere().equals(AMBITO) && !dovute.ambiti().contains(concessa.valore())) {
        identita.deleteTenantUserMembership(concessa.valore(), persona);
        togli(persona, concessa);
      }
    }
    restituisciCompiti(persona, oggi);
  }

  /**
   * Tasks that an absent person had taken go back to the office, where the substitute sees them.
   */
  private void restituisciCompiti(String sostituto, LocalDate oggi) {
    righeDi(List.of(sostituto)).stream()
        .filter(riga -> riga.tipo() == TipoIncarico.SUPPLENZA && riga.valido(oggi))
        .forEach(
            riga -> {
              int iniziata =
                  jdbc.sql(
                          "update incarico set compiti_restituiti = ?"
                              + " where id = ? and compiti_restituiti is null")
                      .params(adesso(), riga.id())
                      .update();
              if (iniziata == 1) {
                compiti
                    .createTaskQuery()
                    .taskAssignee(riga.perContoDi())
                    .list()
                    .forEach(compito -> compiti.setAssignee(compito.getId(), null));
              }
            });
  }

  private void controlla(NuovoIncarico nuovo) {
    obbligatorio("Persona", nuovo.persona());
    if (!esiste(nuovo.persona())) {
      throw new DatoNonValido("Persona", nuovo.persona(), "l'utente di una persona già registrata");
    }
    if (nuovo.tipo() == null) {
      throw new DatoNonValido("Tipo", "(vuoto)", "incarico, delega o supplenza");
    }
    obbligatorio("Atto", nuovo.atto());
    if (nuovo.atto().length() > 200) {
      throw DatoNonValido.regola("Atto", "è troppo lungo: al massimo 200 caratteri.");
    }
    if (nuovo.dal() == null) {
      throw new DatoNonValido("Dal", "(vuoto)", "una data");
    }
    if (nuovo.al() != null && nuovo.al().isBefore(nuovo.dal())) {
      throw DatoNonValido.regola("Al", "viene prima dell'inizio.");
    }
    if (nuovo.tipo() == TipoIncarico.SUPPLENZA) {
      vuoto("Ruolo", nuovo.ruolo(), "la supplenza vale per tutti i ruoli della persona assente");
      vuoto("Ambito", nuovo.codiceAmbito(), "la supplenza vale dove opera la persona assente");
    } else {
      controllaRuolo(nuovo);
    }
    if (nuovo.tipo() == TipoIncarico.INCARICO) {
      vuoto("Per conto di", nuovo.perContoDi(), "un incarico è in proprio");
    } else {
      controllaTitolare(nuovo);
    }
  }

  private void controllaRuolo(NuovoIncarico nuovo) {
    obbligatorio("Ruolo", nuovo.ruolo());
    boolean diUnComune = nuovo.ruolo().startsWith(DI_UN_COMUNE);
    if (!diUnComune && !ruoli.ruoli().containsKey(nuovo.ruolo())) {
      throw new DatoNonValido(
          "Ruolo", nuovo.ruolo(), String.join(", ", new TreeSet<>(ruoli.ruoli().keySet())));
    }
    if (!diUnComune && ruoli.ovunque(nuovo.ruolo())) {
      vuoto("Ambito", nuovo.codiceAmbito(), "questo ruolo vale in tutti gli Ambiti");
      return;
    }
    obbligatorio("Ambito", nuovo.codiceAmbito());
    if (identita.createTenantQuery().tenantId(nuovo.codiceAmbito()).count() == 0) {
      throw new DatoNonValido("Ambito", nuovo.codiceAmbito(), "il codice di un Ambito");
    }
    if (diUnComune
        && territorio.comuniDi(nuovo.codiceAmbito()).stream()
            .map(ComuneFirmatario::codiceIstat)
            .noneMatch(codice -> nuovo.ruolo().equals(DI_UN_COMUNE + codice))) {
      throw new DatoNonValido(
          "Ruolo", nuovo.ruolo(), "un Comune dell'Ambito " + nuovo.codiceAmbito());
    }
  }

  private void controllaTitolare(NuovoIncarico nuovo) {
    obbligatorio("Per conto di", nuovo.perContoDi());
    if (nuovo.al() == null) {
      throw new DatoNonValido("Al", "(vuoto)", "l'ultimo giorno di delega o supplenza");
    }
    if (nuovo.perContoDi().equals(nuovo.persona())) {
      throw DatoNonValido.regola("Per conto di", "è la stessa persona.");
    }
    if (!esiste(nuovo.perContoDi())) {
      throw new DatoNonValido(
          "Per conto di", nuovo.perContoDi(), "l'utente di una persona già registrata");
    }
    if (nuovo.tipo() == TipoIncarico.DELEGA) {
      var ambito = nuovo.codiceAmbito() == null ? Competenze.OVUNQUE : nuovo.codiceAmbito();
      for (var giorno : List.of(nuovo.dal(), nuovo.al())) {
        var titolare = inProprio(nuovo.perContoDi(), giorno, righeDi(List.of(nuovo.perContoDi())));
        if (!competente(titolare, nuovo.ruolo(), ambito)) {
          throw DatoNonValido.regola(
              "Per conto di",
              "«%s» non ha il ruolo «%s» per tutto il periodo: non può delegarlo."
                  .formatted(nuovo.perContoDi(), nuovo.ruolo()));
        }
      }
    }
  }

  /**
   * On every day on which something changes, for the person and for who stands in for him or her.
   */
  private void controllaSovrapposizioni(NuovoIncarico nuovo) {
    for (var persona : conSostituti(nuovo.persona())) {
      for (var giorno : giorniDiCambio(persona)) {
        if (giorno.isBefore(oggi())) {
          continue;
        }
        competenze(persona, giorno)
            .eccesso()
            .ifPresent(eccesso -> rifiuta(persona, giorno, eccesso));
      }
    }
  }

  private static void rifiuta(String persona, LocalDate giorno, Competenza eccesso) {
    throw DatoNonValido.regola(
        "Ruolo",
        ("con questo, dal %s «%s» avrebbe il ruolo «%s» anche %s, dove non gli è dato: chi ha ruoli"
                + " diversi in Ambiti diversi usa un accesso per ciascuno.")
            .formatted(
                GIORNO.format(giorno),
                persona,
                eccesso.ruolo(),
                eccesso.ambito().equals(Competenze.OVUNQUE)
                    ? "in tutti gli Ambiti"
                    : "nell'Ambito " + eccesso.ambito()));
  }

  private Set<LocalDate> giorniDiCambio(String persona) {
    var giorni = new TreeSet<LocalDate>();
    giorni.add(oggi());
    var righe = righeDi(List.of(persona));
    var titolari =
        righe.stream().map(Incarico::perContoDi).filter(Objects::nonNull).distinct().toList();
    Stream.concat(righe.stream(), righeDi(titolari).stream())
        .filter(riga -> riga.revocatoDa() == null)
        .forEach(
            riga -> {
              giorni.add(riga.dal());
              if (riga.al() != null) {
                giorni.add(riga.al().plusDays(1));
              }
            });
    return giorni;
  }

  /** All that somebody may do on a day, by hand, in his or her own right and for others. */
  private Competenze competenze(String persona, LocalDate giorno) {
    var righe = righeDi(List.of(persona));
    var competenze = inProprio(persona, giorno, righe);
    righe.stream()
        .filter(riga -> riga.tipo() != TipoIncarico.INCARICO && riga.valido(giorno))
        .forEach(riga -> competenze.aggiungi(diAltri(riga, giorno)));
    return competenze;
  }

  private Competenze inProprio(String persona, LocalDate giorno, List<Incarico> righe) {
    var competenze = new Competenze();
    var avute = gruppiEAmbiti(persona);
    var aMano = new HashSet<>(avute.gruppi());
    var ambiti = new HashSet<>(avute.ambiti());
    for (var concessa : concesse(persona)) {
      (concessa.genere().equals(GRUPPO) ? aMano : ambiti).remove(concessa.valore());
    }
    aMano.remove(Groups.CAMUNDA_ADMIN);
    aMano.stream()
        .filter(ruoli::ovunque)
        .forEach(gruppo -> competenze.aggiungi(gruppo, Competenze.OVUNQUE));
    aMano.removeIf(ruoli::ovunque);
    competenze.aggiungi(aMano, ambiti);
    righe.stream()
        .filter(riga -> riga.tipo() == TipoIncarico.INCARICO && riga.valido(giorno))
        .forEach(riga -> competenze.aggiungi(riga.ruolo(), ambito(riga)));
    return competenze;
  }

  /** What an appointment gives of somebody else's roles; never what that person has for others. */
  private Competenze diAltri(Incarico riga, LocalDate giorno) {
    if (riga.tipo() == TipoIncarico.SUPPLENZA) {
      return inProprio(riga.perContoDi(), giorno, righeDi(List.of(riga.perContoDi())));
    }
    var delegate = new Competenze();
    delegate.aggiungi(riga.ruolo(), ambito(riga));
    return delegate;
  }

  private void aggiungi(Competenze dovute, Incarico riga, LocalDate giorno) {
    if (riga.tipo() == TipoIncarico.INCARICO) {
      dovute.aggiungi(riga.ruolo(), ambito(riga));
    } else {
      dovute.aggiungi(diAltri(riga, giorno));
    }
  }

  private static boolean competente(Competenze competenze, String gruppo, String ambito) {
    return ambito.equals(Competenze.OVUNQUE)
        ? competenze.gruppi().contains(gruppo)
        : competenze.comprende(gruppo, ambito);
  }

  private static String ambito(Incarico riga) {
    return riga.codiceAmbito() == null ? Competenze.OVUNQUE : riga.codiceAmbito();
  }

  private record Appartenenze(Set<String> gruppi, Set<String> ambiti) {}

  /** What the engine says now; the Ambiti that come with a group are the group's. */
  private Appartenenze gruppiEAmbiti(String persona) {
    return new Appartenenze(
        identita.createGroupQuery().groupMember(persona).list().stream()
            .map(Group::getId)
            .collect(Collectors.toSet()),
        identita.createTenantQuery().userMember(persona).list().stream()
            .map(Tenant::getId)
            .collect(Collectors.toSet()));
  }

  private record Concessa(String genere, String valore) {}

  private List<Concessa> concesse(String persona) {
    return jdbc.sql("select genere, valore from appartenenza_concessa where persona = ?")
        .param(persona)
        .query((riga, n) -> new Concessa(riga.getString(1), riga.getString(2)))
        .list();
  }

  private void concedi(String persona, String genere, String valore) {
    jdbc.sql("insert into appartenenza_concessa (persona, genere, valore) values (?, ?, ?)")
        .params(persona, genere, valore)
        .update();
  }

  private void togli(String persona, Concessa concessa) {
    jdbc.sql("delete from appartenenza_concessa where persona = ? and genere = ? and valore = ?")
        .params(persona, concessa.genere(), concessa.valore())
        .update();
  }

  private long inserisci(NuovoIncarico nuovo, String chi) {
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into incarico
              (persona, tipo, ruolo, codice_ambito, per_conto_di, dal, al, atto, inserito_da, inserito)
            values (:persona, :tipo, :ruolo, :ambito, :titolare, :dal, :al, :atto, :chi, :quando)""")
        .param("persona", nuovo.persona())
        .param("tipo", nuovo.tipo().name())
        .param("ruolo", nuovo.ruolo())
        .param("ambito", nuovo.codiceAmbito())
        .param("titolare", nuovo.perContoDi())
        .param("dal", nuovo.dal())
        .param("al", nuovo.al())
        .param("atto", nuovo.atto())
        .param("chi", chi)
        .param("quando", adesso())
        .update(chiave, "id");
    return chiave.getKey().longValue();
  }

  private Optional<Incarico> incarico(long id) {
    return jdbc.sql("select * from incarico where id = ?")
        .param(id)
        .query(Incarichi::riga)
        .optional();
  }

  private List<Incarico> righeDi(List<String> persone) {
    return persone.isEmpty()
        ? List.of()
        : jdbc.sql("select * from incarico where persona in (:persone) and revocato is null")
            .param("persone", persone)
            .query(Incarichi::riga)
            .list();
  }

  /** The person first, then who stands in for him or her. */
  private Set<String> conSostituti(String persona) {
    var persone = new LinkedHashSet<String>();
    persone.add(persona);
    persone.addAll(
        jdbc.sql(
                "select distinct persona from incarico where per_conto_di = ? and revocato is null")
            .param(persona)
            .query(String.class)
            .list());
    return persone;
  }

  private List<String> persone() {
    return jdbc.sql("select persona from incarico union select persona from appartenenza_concessa")
        .query(String.class)
        .list();
  }

  private boolean conosciuto(String utente) {
    return jdbc.sql(
                """
                select (select count(*) from incarico where persona = ?)
                  + (select count(*) from appartenenza_concessa where persona = ?)""")
            .params(utente, utente)
            .query(Long.class)
            .single()
        > 0;
  }

  private boolean esiste(String persona) {
    return identita.createUserQuery().userId(persona).count() == 1;
  }

  private void blocca() {
    jdbc.sql("select id from allineamento_incarichi where id = 1 for update")
        .query(Integer.class)
        .single();
  }

  private LocalDate oggi() {
    return LocalDate.now(orologio.withZone(Termini.ROMA));
  }

  private OffsetDateTime adesso() {
    return OffsetDateTime.now(orologio);
  }

  private static void obbligatorio(String campo, String valore) {
    if (valore == null || valore.isBlank()) {
      throw DatoNonValido.regola(campo, "è obbligatorio.");
    }
  }

  private static void vuoto(String campo, String valore, String perche) {
    if (valore != null && !valore.isBlank()) {
      throw DatoNonValido.regola(campo, "va lasciato vuoto: " + perche + ".");
    }
  }

  private static Incarico riga(ResultSet riga, int n) throws SQLException {
    return new Incarico(
        riga.getLong("id"),
        riga.getString("persona"),
        TipoIncarico.valueOf(riga.getString("tipo")),
        riga.getString("ruolo"),
        riga.getString("codice_ambito"),
        riga.getString("per_conto_di"),
        riga.getObject("dal", LocalDate.class),
        riga.getObject("al", LocalDate.class),
        riga.getString("atto"),
        riga.getString("inserito_da"),
        riga.getString("revocato_da"));
  }
}
