package it.pianodizona.assemblea;

import it.pianodizona.comune.Catena.Alterazione;
import it.pianodizona.comune.Catena.RigaAgliAtti;
import it.pianodizona.fascicolo.Catene;
import it.pianodizona.fascicolo.RegistroDiProve;
import it.pianodizona.fascicolo.TabellaConcatenata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * The register of the sittings: presences, representatives, votes and closings of a plan, chained
 * by hash in the order in which they were recorded.
 */
@Component
class RegistroDellAssemblea implements RegistroDiProve {

  static final TabellaConcatenata RAPPRESENTANTI =
      TabellaConcatenata.di("seduta_rappresentante", "rappresentante in assemblea")
          .numeri("seduta_id", "corregge")
          .testi("codice_istat", "qualita", "nome", "carica", "atto", "registrato_da")
          .istanti("registrato");

  static final TabellaConcatenata MOVIMENTI =
      TabellaConcatenata.di("seduta_movimento", "presenza in assemblea")
          .numeri("seduta_id", "corregge")
          .testi("codice_istat", "tipo", "motivo", "registrato_da")
          .istanti("quando", "registrato");

  static final TabellaConcatenata VOTAZIONI =
      TabellaConcatenata.di("votazione", "votazione")
          .numeri(
              "seduta_id",
              "comuni",
              "comuni_presenti",
              "comuni_richiesti",
              "popolazione",
              "popolazione_presente",
              "popolazione_richiesta",
              "favorevoli",
              "contrari",
              "astenuti",
              "voti_assemblea",
              "corregge")
          .testi("punto", "modo_quorum", "motivo", "registrata_da")
          .siNo("valida", "approvata")
          .istanti("tenuta", "registrata");

  static final TabellaConcatenata VOTI =
      TabellaConcatenata.di("voto", "voto")
          .numeri("votazione_id", "peso", "corregge")
          .testi("codice_istat", "voto", "rappresentante");

  static final TabellaConcatenata CHIUSURE =
      TabellaConcatenata.di("seduta_chiusura", "chiusura della seduta")
          .numeri("seduta_id")
          .testi("esito", "presidente", "segretario", "note", "chiusa_da")
          .istanti("chiusa");

  private static final String FAMIGLIA = "assemblea";

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final Catene catene;

  RegistroDellAssemblea(JdbcClient jdbc, JdbcTemplate jdbcTemplate, Catene catene) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
    this.catene = catene;
  }

  /** Adds a row to the register of a plan; gives back its id. */
  long aggiungi(long pianoId, TabellaConcatenata tabella, Map<String, ?> valori) {
    var anello = catene.aggiungi(nome(pianoId), tabella.riga(valori));
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(tabella.inserimento())
        .params(tabella.parametri(valori, anello))
        .update(chiave, chiaveDi(tabella));
    return ((Number) chiave.getKeyAs(Number.class)).longValue();
  }

  /** Adds several rows, in order. */
  void aggiungi(long pianoId, TabellaConcatenata tabella, List<? extends Map<String, ?>> righe) {
    if (righe.isEmpty()) {
      return;
    }
    var anelli = catene.aggiungi(nome(pianoId), righe.stream().map(tabella::riga).toList());
    var parametri = new ArrayList<Object[]>();
    for (int i = 0; i < righe.size(); i++) {
      parametri.add(tabella.parametri(righe.get(i), anelli.get(i)).toArray());
    }
    jdbcTemplate.batchUpdate(tabella.inserimento(), parametri);
  }

  /** The hash of the last row of the register: printed in the verbale, it leaves the database. */
  String ultimaImpronta(long pianoId) {
    return catene.teste().get(nome(pianoId)).impronta();
  }

  @Override
  public String famiglia() {
    return FAMIGLIA;
  }

  @Override
  public String descrizione() {
    return "presenze e voti dell'Assemblea";
  }

  @Override
  public Map<String, List<RigaAgliAtti>> catene() {
    var catene = new LinkedHashMap<String, List<RigaAgliAtti>>();
    leggi(catene, RAPPRESENTANTI, "join seduta s on s.id = r.seduta_id");
    leggi(catene, MOVIMENTI, "join seduta s on s.id = r.seduta_id");
    leggi(catene, VOTAZIONI, "join seduta s on s.id = r.seduta_id");
    leggi(
        catene,
        VOTI,
        "join votazione v on v.id = r.votazione_id join seduta s on s.id = v.seduta_id");
    leggi(catene, CHIUSURE, "join seduta s on s.id = r.seduta_id");
    return catene;
  }

  /** Votes recorded before there was a chain have no link; a later one that has none lost it. */
  @Override
  public List<Alterazione> altriControlli() {
    return List.of(VOTAZIONI, VOTI).stream()
        .flatMap(
            tabella ->
                jdbc
                    .sql(
                        """
                        select id from %1$s where catena_numero is null and id >
                          (select min(id) from %1$s where catena_numero is not null)
                        order by id"""
                            .formatted(tabella.nome()))
                    .query(Long.class)
                    .list()
                    .stream()
                    .map(
                        id ->
                            new Alterazione(
                                tabella.nome() + " " + id, "ha perso il suo posto nella catena")))
        .toList();
  }

  private void leggi(
      Map<String, List<RigaAgliAtti>> catene, TabellaConcatenata tabella, String unioni) {
    jdbc.sql(
            """
            select a.piano_id, r.%s from %s r %s
              join approvazione_assemblea a on a.id = s.approvazione_id
             where r.catena_numero is not null"""
                .formatted(
                    tabella == CHIUSURE ? "seduta_id as id, r.*" : "*", tabella.nome(), unioni))
        .query(
            riga -> {
              catene
                  .computeIfAbsent(nome(riga.getLong("piano_id")), n -> new ArrayList<>())
                  .add(tabella.letta(riga));
            });
  }

  private static String chiaveDi(TabellaConcatenata tabella) {
    return tabella == CHIUSURE ? "seduta_id" : "id";
  }

  private static String nome(long pianoId) {
    return FAMIGLIA + ":" + pianoId;
  }
}
