package it.pianodizona.monitoraggio.processo;

import it.pianodizona.comune.Termini;
import it.pianodizona.monitoraggio.LavoriInCorso;
import it.pianodizona.piano.processo.PianoDiZonaProcesso;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the engine's own tables of what is running: its API would ask once for each task who may
 * take it. The debiti informativi are left out, which the dashboard counts from their own table.
 */
@Component
class LavoriNelMotore implements LavoriInCorso {

  private static final Pattern DI_UN_COMUNE = Pattern.compile("comune\\.\\d{6}");

  /** {@code 50084/2025-2027} and what hangs on it, such as {@code 50084/2025-2027/0000012-2024}. */
  private static final Pattern CHIAVE = Pattern.compile("^(\\d{5}/\\d{4}-\\d{4})(/.*)?$");

  private static final String COMPITI =
      """
      select e.business_key_ as chiave, t.id_ as compito, t.name_ as nome, t.due_date_ as entro,
             l.group_id_ as gruppo, g.name_ as ufficio
        from act_ru_task t
        join act_ru_execution e on e.id_ = t.proc_inst_id_
        join act_re_procdef d on d.id_ = t.proc_def_id_
        left join act_ru_identitylink l
          on l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
        left join act_id_group g on g.id_ = l.group_id_
       where t.tenant_id_ in (:ambiti) and d.key_ <> 'DebitoInformativo'
      """;

  private static final String ISTANZE =
      """
      select e.business_key_ as chiave, e.id_ as istanza
        from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
       where d.key_ = :processo and e.parent_id_ is null and e.business_key_ in (:chiavi)
      """;

  /** An incident shows in every calling process too: only where it arose it counts. */
  private static final String ANOMALIE =
      """
      select e.business_key_ as chiave, count(*) as quante
        from act_ru_incident i join act_ru_execution e on e.id_ = i.proc_inst_id_
       where i.tenant_id_ in (:ambiti) and i.id_ = i.root_cause_incident_id_
       group by e.business_key_
      """;

  private final JdbcClient jdbc;

  LavoriNelMotore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Voce(
      String chiave,
      String compito,
      String nome,
      ZonedDateTime entro,
      String gruppo,
      String ufficio) {}

  /**
   * A task with all it is offered to.
   *
   * @param uffici names by id of the group
   */
  private record Aperto(
      String chiave, String nome, ZonedDateTime entro, Map<String, String> uffici) {

    String chi() {
      return uffici.isEmpty() ? "una persona incaricata" : String.join(" o ", uffici.values());
    }

    boolean diUnComune() {
      return !uffici.isEmpty()
          && uffici.keySet().stream().allMatch(g -> DI_UN_COMUNE.matcher(g).matches());
    }
  }

  @Override
  public Map<String, Lavoro> dei(Collection<String> chiavi) {
    if (chiavi.isEmpty()) {
      return Map.of();
    }
    var compiti = aperti(chiavi, "").stream().collect(Collectors.groupingBy(Aperto::chiave));
    var istanze =
        jdbc
            .sql(ISTANZE)
            .param("processo", PianoDiZonaProcesso.CHIAVE)
            .param("chiavi", chiavi)
            .query((riga, n) -> Map.entry(riga.getString("chiave"), riga.getString("istanza")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (una, altra) -> una));
    var anomalie = new HashMap<String, Integer>();
    jdbc.sql(ANOMALIE)
        .param("ambiti", ambiti(chiavi))
        .query((riga, n) -> Map.entry(piano(riga), riga.getInt("quante")))
        .list()
        .forEach(voce -> anomalie.merge(voce.getKey(), voce.getValue(), Integer::sum));
    var lavori = new HashMap<String, Lavoro>();
    for (var chiave : chiavi) {
      var suoi = compiti.getOrDefault(chiave, List.of());
      var lavoro =
          new Lavoro(
              istanze.get(chiave),
              inMano(suoi),
              suoi.stream()
                  .map(Aperto::entro)
                  .filter(entro -> entro != null)
                  .min(Comparator.naturalOrder())
                  .orElse(null),
              anomalie.getOrDefault(chiave, 0));
      if (!lavoro.equals(Lavoro.NESSUNO)) {
        lavori.put(chiave, lavoro);
      }
    }
    return lavori;
  }

  @Override
  public List<CompitoInScadenza> inScadenza(Collection<String> chiavi, ZonedDateTime entro) {
    if (chiavi.isEmpty()) {
      return List.of();
    }
    return aperti(chiavi, " and t.due_date_ <= :entro", Timestamp.from(entro.toInstant())).stream()
        .map(a -> new CompitoInScadenza(a.chiave(), a.nome(), a.chi(), a.entro()))
        .sorted(Comparator.comparing(CompitoInScadenza::entro))
        .toList();
  }

  private List<Aperto> aperti(Collection<String> chiavi, String condizione, Object... entro) {
    var domanda = jdbc.sql(COMPITI + condizione).param("ambiti", ambiti(chiavi));
    var voci =
        (entro.length == 0 ? domanda : domanda.param("entro", entro[0]))
            .query(LavoriNelMotore::voce)
            .list();
    var cercate = new HashSet<>(chiavi);
    var perCompito = new LinkedHashMap<String, Aperto>();
    for (var voce : voci) {
      if (cercate.contains(voce.chiave())) {
        var aperto =
            perCompito.computeIfAbsent(
                voce.compito(),
                c -> new Aperto(voce.chiave(), voce.nome(), voce.entro(), new TreeMap<>()));
        if (voce.gruppo() != null) {
          aperto
              .uffici()
              .put(voce.gruppo(), voce.ufficio() == null ? voce.gruppo() : voce.ufficio());
        }
      }
    }
    return List.copyOf(perCompito.values());
  }

  private static List<InMano> inMano(List<Aperto> compiti) {
    var comuni = compiti.stream().filter(Aperto::diUnComune).toList();
    var perUfficio = new LinkedHashMap<String, Integer>();
    compiti.stream()
        .filter(c -> !c.diUnComune())
        .forEach(c -> perUfficio.merge(c.chi(), 1, Integer::sum));
    var inMano = new ArrayList<InMano>();
    perUfficio.forEach((chi, quanti) -> inMano.add(new InMano(chi, quanti)));
    if (!comuni.isEmpty()) {
      var nomi = comuni.stream().map(Aperto::chi).distinct().toList();
      inMano.add(
          new InMano(nomi.size() == 1 ? nomi.get(0) : nomi.size() + " Comuni", comuni.size()));
    }
    inMano.sort(Comparator.comparingInt(InMano::compiti).reversed().thenComparing(InMano::chi));
    return inMano;
  }

  private static Set<String> ambiti(Collection<String> chiavi) {
    return chiavi.stream()
        .map(chiave -> chiave.substring(0, chiave.indexOf('/')))
        .collect(Collectors.toSet());
  }

  private static Voce voce(ResultSet riga, int numero) throws SQLException {
    var entro = riga.getTimestamp("entro");
    return new Voce(
        piano(riga),
        riga.getString("compito"),
        riga.getString("nome"),
        entro == null ? null : entro.toInstant().atZone(Termini.ROMA),
        riga.getString("gruppo"),
        riga.getString("ufficio"));
  }

  /** Business key of the plan that an instance belongs to; empty when it belongs to none. */
  private static String piano(ResultSet riga) throws SQLException {
    var chiave = riga.getString("chiave");
    var trovata = CHIAVE.matcher(chiave == null ? "" : chiave);
    return trovata.matches() ? trovata.group(1) : "";
  }
}
