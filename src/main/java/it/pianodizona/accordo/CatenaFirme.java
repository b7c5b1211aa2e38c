package it.pianodizona.accordo;

import it.pianodizona.comune.Catena;
import it.pianodizona.comune.Catena.Alterazione;
import it.pianodizona.comune.Catena.Anello;
import it.pianodizona.comune.Catena.Riga;
import it.pianodizona.comune.Catena.RigaAgliAtti;
import it.pianodizona.fascicolo.Catene;
import it.pianodizona.fascicolo.RegistroDiProve;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The answers of the bodies as evidence: one chain for each attempt. An answer takes its link just
 * after it was given, so that those who answer together do not wait for each other.
 */
@Service
public class CatenaFirme implements RegistroDiProve {

  private static final String FAMIGLIA = "firme";

  private static final String FIRME =
      """
      select f.*, s.accordo_id, s.tipo, s.codice_ente, s.nome,
             v.sha256 as file_sha256, v.esito as file_esito,
             a.numero, a.precedente, a.impronta
        from firma f
        join accordo_sottoscrittore s on s.id = f.sottoscrittore_id
        left join verifica_firma v on v.id = f.verifica_id
        left join firma_anello a on a.firma_id = f.id
      """;

  private final JdbcClient jdbc;
  private final Catene catene;
  private final Clock orologio;

  CatenaFirme(JdbcClient jdbc, Catene catene, Clock orologio) {
    this.jdbc = jdbc;
    this.catene = catene;
    this.orologio = orologio;
  }

  /** Gives the answer of a body its link; once. */
  @Transactional
  public void sigilla(long sottoscrittoreId) {
    jdbc.sql(FIRME + " where f.sottoscrittore_id = ? and a.firma_id is null")
        .param(sottoscrittoreId)
        .query(
            (riga, numero) ->
                new DaSigillare(riga.getLong("id"), riga.getLong("accordo_id"), contenuto(riga)))
        .optional()
        .ifPresent(
            firma -> {
              var anello = catene.aggiungi(FAMIGLIA + ":" + firma.accordoId(), firma.contenuto());
              jdbc.sql(
                      """
                      insert into firma_anello (firma_id, numero, precedente, impronta)
                      values (?, ?, ?, ?)
                      """)
                  .params(firma.id(), anello.numero(), anello.precedente(), anello.impronta())
                  .update();
            });
  }

  private record DaSigillare(long id, long accordoId, Riga contenuto) {}

  @Override
  public String famiglia() {
    return FAMIGLIA;
  }

  @Override
  public String descrizione() {
    return "firme degli Accordi di Programma";
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, List<RigaAgliAtti>> catene() {
    var trovate = new LinkedHashMap<String, List<RigaAgliAtti>>();
    jdbc.sql(FIRME + " where a.firma_id is not null order by s.accordo_id, a.numero")
        .query(
            riga -> {
              trovate
                  .computeIfAbsent(
                      FAMIGLIA + ":" + riga.getLong("accordo_id"), nome -> new ArrayList<>())
                  .add(
                      new RigaAgliAtti(
                          nome(riga),
                          new Anello(
                              riga.getLong("numero"),
                              riga.getString("precedente"),
                              riga.getString("impronta")),
                          contenuto(riga)));
            });
    return trovate;
  }

  /** An answer gets its link in moments: one that waits longer came in by another way. */
  @Override
  @Transactional(readOnly = true)
  public List<Alterazione> altriControlli() {
    return jdbc.sql(FIRME + " where a.firma_id is null and f.registrata < ? order by f.id")
        .param(OffsetDateTime.now(orologio).minusHours(1))
        .query(
            (riga, numero) ->
                new Alterazione(nome(riga), "non è agganciata alla catena delle firme"))
        .list();
  }

  private static String nome(ResultSet riga) throws SQLException {
    return "firma %d (%s)".formatted(riga.getLong("id"), riga.getString("nome"));
  }

  private static Riga contenuto(ResultSet riga) throws SQLException {
    return Catena.riga("firma")
        .campo("accordo", riga.getLong("accordo_id"))
        .campo("tipo", riga.getString("tipo"))
        .campo("ente", riga.getString("codice_ente"))
        .campo("nome", riga.getString("nome"))
        .campo("esito", riga.getString("esito"))
        .campo("persona", riga.getString("persona"))
        .campo("ruolo", riga.getString("ruolo"))
        .campo("atto", riga.getString("atto"))
        .campo("dataAtto", riga.getObject("data_atto", LocalDate.class))
        .campo("data", riga.getObject("data", LocalDate.class))
        .campo("motivo", riga.getString("motivo"))
        .campo("registrata", riga.getObject("registrata", OffsetDateTime.class))
        .campo("file", riga.getString("file_sha256"))
        .campo("verifica", riga.getString("file_esito"))
        .campo("motivoSenzaProva", riga.getString("motivo_senza_prova"));
  }
}
