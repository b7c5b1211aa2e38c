package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.Termini;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the public may read besides the notices themselves. */
@Service
@Transactional(readOnly = true)
public class Bacheca {

  private final JdbcClient jdbc;

  Bacheca(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notices approved and not yet on line, the next one first. */
  public List<AvvisoInArrivo> inArrivo() {
    return jdbc.sql(
            """
            select titolo, codice_ambito, data_pubblicazione from avviso
            where stato = 'APPROVATO' and numero is null order by data_pubblicazione, id""")
        .query(
            (riga, n) ->
                new AvvisoInArrivo(
                    riga.getString("titolo"),
                    riga.getString("codice_ambito"),
                    riga.getObject("data_pubblicazione", LocalDate.class)))
        .list();
  }

  /** The last admitted list made public for a notice; empty when none was. */
  public Optional<ElencoAmmessi> elencoAmmessi(long avvisoId) {
    return jdbc.sql(
            """
            select e.id, e.numero_atto, e.data_atto, p.protocollo, p.quando
            from elenco_ammessi e join elenco_ammessi_pubblicazione p on p.elenco_id = e.id
            where e.avviso_id = ? order by e.id desc limit 1""")
        .param(avvisoId)
        .query(
            (riga, n) ->
                new ElencoAmmessi(
                    riga.getString("numero_atto"),
                    riga.getObject("data_atto", LocalDate.class),
                    riga.getString("protocollo"),
                    riga.getObject("quando", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA),
                    voci(riga.getLong("id"))))
        .optional();
  }

  /** The act that last gave a deserted notice a new deadline; empty when none did. */
  public Optional<Riapertura> riapertura(long avvisoId) {
    return jdbc.sql(
            """
            select numero_atto, data_atto, motivi from avviso_riapertura
            where avviso_id = ? order by id desc limit 1""")
        .param(avvisoId)
        .query(
            (riga, n) ->
                new Riapertura(
                    riga.getString("numero_atto"),
                    riga.getObject("data_atto", LocalDate.class),
                    riga.getString("motivi")))
        .optional();
  }

  /** How the co-programmazione of a notice ended; empty while it is under way. */
  public Optional<RelazioneConclusiva> relazione(long avvisoId) {
    return jdbc.sql(
            """
            select relazione, dissensi, protocollo, quando from relazione_conclusiva
            where avviso_id = ? order by id desc limit 1""")
        .param(avvisoId)
        .query(
            (riga, n) ->
                new RelazioneConclusiva(
                    riga.getString("relazione"),
                    riga.getString("dissensi"),
                    riga.getString("protocollo"),
                    riga.getObject("quando", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA)))
        .optional();
  }

  private List<ElencoAmmessi.Voce> voci(long elenco) {
    return jdbc.sql(
            """
            select d.denominazione, v.esito, v.tardiva, d.esito as attuale,
              (select string_agg(x.area, ',' order by x.area)
               from domanda_area x where x.domanda_id = d.id) as aree
            from elenco_ammessi_voce v join domanda d on d.id = v.domanda_id
            where v.elenco_id = ? and v.esito in ('AMMESSA', 'CON_RISERVA')
            order by d.denominazione, d.id""")
        .param(elenco)
        .query(
            (riga, n) ->
                new ElencoAmmessi.Voce(
                    riga.getString("denominazione"),
                    Arrays.asList(riga.getString("aree").split(",")),
                    EsitoDomanda.valueOf(riga.getString("esito")),
                    riga.getBoolean("tardiva"),
                    EsitoDomanda.valueOf(riga.getString("attuale"))))
        .list();
  }
}
