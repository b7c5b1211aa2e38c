package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.Termini;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the public may read besides the notices themselves. */
@Service
@Transactional(readOnly = true)
public class Bacheca {

  private final JdbcClient jdbc;
  private final Avvisi avvisi;
  private final Clock orologio;

  Bacheca(JdbcClient jdbc, Avvisi avvisi, Clock orologio) {
    this.jdbc = jdbc;
    this.avvisi = avvisi;
    this.orologio = orologio;
  }

  /**
   * Finds published notices: those still open by deadline, the next one first; the others newest
   * first.
   *
   * @param numero of the page, from 1; beyond the last one the last is given
   */
  public RicercaAvvisi.Pagina cerca(RicercaAvvisi ricerca, int numero, int dimensione) {
    var parametri = new MapSqlParameterSource();
    var dove = condizioni(ricerca, parametri);
    int totale = conta(dove, parametri);
    int ultima = Math.max(1, (totale + dimensione - 1) / dimensione);
    int pagina = Math.max(1, Math.min(numero, ultima));
    parametri.addValue("quanti", dimensione);
    parametri.addValue("salta", (pagina - 1) * dimensione);
    var ordine =
        ricerca.aperti() ? "a.data_scadenza, a.id desc" : "a.data_scadenza desc, a.id desc";
    var trovati =
        jdbc.sql(
                "select a.id from avviso a where %s order by %s limit :quanti offset :salta"
                    .formatted(dove, ordine))
            .paramSource(parametri)
            .query(Long.class)
            .list();
    return new RicercaAvvisi.Pagina(avvisi.conId(trovati), pagina, dimensione, totale);
  }

  /** How many published notices a search finds. */
  public int conta(RicercaAvvisi ricerca) {
    var parametri = new MapSqlParameterSource();
    return conta(condizioni(ricerca, parametri), parametri);
  }

  private int conta(String dove, MapSqlParameterSource parametri) {
    return jdbc.sql("select count(*) from avviso a where " + dove)
        .paramSource(parametri)
        .query(Integer.class)
        .single();
  }

  private String condizioni(RicercaAvvisi ricerca, MapSqlParameterSource parametri) {
    var aperto = "a.stato = 'PUBBLICATO' and a.data_scadenza >= :oggi";
    parametri.addValue("oggi", LocalDate.now(orologio));
    var condizioni = new ArrayList<String>();
    condizioni.add("a.numero is not null");
    condizioni.add(ricerca.aperti() ? aperto : "not (" + aperto + ")");
    if (ricerca.ambito() != null) {
      condizioni.add("a.codice_ambito = :ambito");
      parametri.addValue("ambito", ricerca.ambito());
    }
    if (ricerca.area() != null) {
      condizioni.add(
          "exists (select 1 from avviso_area x where x.avviso_id = a.id and x.codice = :area)");
      parametri.addValue("area", ricerca.area());
    }
    for (var parola : ricerca.parole()) {
      var nome = "parola" + condizioni.size();
      parametri.addValue(
          nome, "%" + parola.testo().toLowerCase(Locale.ITALIAN).replaceAll("[!%_]", "!$0") + "%");
      parametri.addValue(
          nome + "ambiti", parola.ambiti().isEmpty() ? List.of("-") : parola.ambiti());
      condizioni.add(
          """
          (lower(a.titolo) like :%1$s escape '!' or lower(a.capofila) like :%1$s escape '!'
           or a.codice_ambito in (:%1$sambiti)
           or exists (select 1 from avviso_area x where x.avviso_id = a.id
             and (lower(x.denominazione) like :%1$s escape '!'
                  or lower(x.temi) like :%1$s escape '!')))"""
              .formatted(nome));
    }
    return String.join(" and ", condizioni);
  }

  /** Areas of the published notices by code, the most frequent first. */
  public Map<String, String> aree(int quante) {
    var aree = new LinkedHashMap<String, String>();
    jdbc.sql(
            """
            select x.codice, min(x.denominazione) as nome
            from avviso_area x join avviso a on a.id = x.avviso_id
            where a.numero is not null
            group by x.codice order by count(*) desc, x.codice limit ?""")
        .param(quante)
        .query(
            riga -> {
              aree.put(riga.getString("codice"), riga.getString("nome"));
            });
    return aree;
  }

  /** Codici of the Ambiti that have published notices. */
  public List<String> ambiti() {
    return jdbc.sql(
            "select distinct codice_ambito from avviso where numero is not null order by codice_ambito")
        .query(String.class)
        .list();
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
