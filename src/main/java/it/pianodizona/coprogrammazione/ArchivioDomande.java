package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.piano.RiferimentoPiano;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The tables of the domande, for the services that work on them, in their transactions. */
@Repository
class ArchivioDomande {

  /** Author of what the applicant does without a login. */
  static final String RICHIEDENTE = "richiedente";

  /** Author of what follows from a term or a rule. */
  static final String SISTEMA = "sistema";

  private static final String CAMPO = "Domanda";
  private static final String SELEZIONE =
      """
      select d.*, a.numero as numero_avviso, a.piano_id, a.codice_ambito, p.triennio,
        (select string_agg(x.area, ',' order by x.area) from domanda_area x
         where x.domanda_id = d.id) as aree
      from domanda d
      join avviso a on a.id = d.avviso_id
      join piano p on p.id = a.piano_id
      """;

  private final JdbcClient jdbc;
  private final Clock orologio;

  ArchivioDomande(JdbcClient jdbc, Clock orologio) {
    this.jdbc = jdbc;
    this.orologio = orologio;
  }

  /** Key of a domanda in registers shared with other features. */
  static String riferimento(long domandaId) {
    return "domanda:" + domandaId;
  }

  /**
   * @throws DatoNonValido when there is no such domanda
   */
  Domanda domanda(long id) {
    return jdbc.sql(SELEZIONE + " where d.id = ?")
        .param(id)
        .query(ArchivioDomande::riga)
        .optional()
        .orElseThrow(() -> new DatoNonValido(CAMPO, id, "una domanda registrata"));
  }

  /**
   * @throws DatoNonValido when the domanda is not where this step expects it
   */
  Domanda domanda(long id, StatoDomanda atteso) {
    var domanda = domanda(id);
    if (domanda.stato() != atteso) {
      throw DatoNonValido.regola(
          CAMPO,
          "questo passo vale per una domanda %s; questa è %s."
              .formatted(atteso.descrizione(), domanda.situazione()));
    }
    return domanda;
  }

  /** What the istruttoria proposes to whoever decides; empty before its end. */
  Optional<EsitoDomanda> proposta(long domandaId) {
    return jdbc.sql("select proposta from domanda where id = ? and proposta is not null")
        .param(domandaId)
        .query(String.class)
        .optional()
        .map(EsitoDomanda::valueOf);
  }

  void propone(long domandaId, EsitoDomanda proposta) {
    jdbc.sql("update domanda set proposta = ? where id = ?")
        .params(proposta.name(), domandaId)
        .update();
  }

  /**
   * @param al the triennio must not be over on that day
   */
  Optional<Domanda> perToken(String token, LocalDate al) {
    return jdbc.sql(
            SELEZIONE
                + """
                     join triennio t on t.codice = p.triennio
                     where d.token = ? and t.fine >= ?""")
        .params(token, al)
        .query(ArchivioDomande::riga)
        .optional();
  }

  Optional<Domanda> perChiaveInvio(String impronta) {
    return jdbc.sql(SELEZIONE + " where d.chiave_invio = ?")
        .param(impronta)
        .query(ArchivioDomande::riga)
        .optional();
  }

  /** All domande on a notice, by arrival. */
  List<Domanda> elenco(long avvisoId) {
    return jdbc.sql(SELEZIONE + " where d.avviso_id = ? order by d.ricevuta, d.id")
        .param(avvisoId)
        .query(ArchivioDomande::riga)
        .list();
  }

  /** Domande of one body on a notice that may still take part, oldest first. */
  List<Domanda> vive(long avvisoId, String codiceFiscale) {
    return jdbc.sql(
            SELEZIONE
                + """
                     where d.avviso_id = ? and d.codice_fiscale = ? and d.attiva
                     and (d.esito is null or d.esito <> 'ESCLUSA')
                     order by d.id""")
        .params(avvisoId, codiceFiscale)
        .query(ArchivioDomande::riga)
        .list();
  }

  /** Domande admitted to an area, also with reserve, by name of the body. */
  List<Domanda> ammessi(long avvisoId, String area) {
    return jdbc.sql(
            SELEZIONE
                + """
                     where d.avviso_id = ? and d.esito in ('AMMESSA', 'CON_RISERVA')
                     and exists (
                       select 1 from domanda_area x where x.domanda_id = d.id and x.area = ?)
                     order by d.denominazione, d.id""")
        .params(avvisoId, area)
        .query(ArchivioDomande::riga)
        .list();
  }

  /** Domande admitted to the co-programmazione of a plan, also with reserve, by name. */
  List<Domanda> ammessiDelPiano(long pianoId) {
    return jdbc.sql(
            SELEZIONE
                + """
                     where a.piano_id = ? and d.esito in ('AMMESSA', 'CON_RISERVA')
                     order by d.denominazione, d.id""")
        .param(pianoId)
        .query(ArchivioDomande::riga)
        .list();
  }

  /** What happened to a domanda, in order. */
  List<VoceStoria> storia(long domandaId) {
    return jdbc.sql("select * from domanda_storia where domanda_id = ? order by id")
        .param(domandaId)
        .query(
            (riga, n) ->
                new VoceStoria(
                    FattoDomanda.valueOf(riga.getString("fatto")),
                    riga.getString("testo"),
                    riga.getString("norma"),
                    riga.getString("chi"),
                    istante(riga, "quando")))
        .list();
  }

  /**
   * Keeps a new domanda with its areas, still without a number.
   *
   * @throws DatoNonValido when the same form was just sent by another request
   */
  long inserisci(
      Avviso avviso,
      ComandoDomanda comando,
      ZonedDateTime ricevuta,
      boolean tardiva,
      String token) {
    var dati = comando.dati();
    var chiave = new GeneratedKeyHolder();
    try {
      jdbc.sql(
              """
              insert into domanda (avviso_id, attiva, codice_fiscale, denominazione,
                forma_giuridica, sede, pec, email, rappresentante_legale, categoria, runts_numero,
                runts_sezione, runts_data, referente, referente_email, sostituto, sostituto_email,
                dati_offerti, risorse_offerte, impegni_accettati, liberatoria_proprieta,
                consenso_pubblicazione, informativa_letta, canale, ricevuta, registrata, tardiva,
                delegato, chiave_invio, token, stato)
              values (?, true, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?, ?, ?, ?, ?, 'REGISTRATA')""")
          .params(
              avviso.id(),
              dati.codiceFiscale(),
              dati.denominazione(),
              dati.formaGiuridica(),
              dati.sede(),
              dati.pec(),
              dati.email(),
              dati.rappresentanteLegale(),
              dati.categoria().name(),
              dati.runtsNumero(),
              dati.runtsSezione(),
              dati.runtsData(),
              dati.referente(),
              dati.referenteEmail(),
              dati.sostituto(),
              dati.sostitutoEmail(),
              dati.datiOfferti(),
              dati.risorseOfferte(),
              dati.impegniAccettati(),
              dati.liberatoriaProprieta(),
              dati.consensoPubblicazione(),
              dati.informativaLetta(),
              comando.canale().name(),
              ricevuta.toOffsetDateTime(),
              OffsetDateTime.now(orologio),
              tardiva,
              comando.delegato(),
              comando.chiaveInvio() == null ? null : Segreti.impronta(comando.chiaveInvio()),
              token)
          .update(chiave, "id");
    } catch (DuplicateKeyException stessoModulo) {
      throw DatoNonValido.regola(CAMPO, "lo stesso modulo è appena stato inviato.");
    }
    long id = chiave.getKeyAs(Long.class);
    dati.aree().forEach(area -> aggiungiArea(id, area));
    return id;
  }

  void protocolla(long domandaId, String numero) {
    jdbc.sql("update domanda set protocollo = ? where id = ?").params(numero, domandaId).update();
  }

  void aggiungiArea(long domandaId, String area) {
    jdbc.sql("insert into domanda_area (domanda_id, area) values (?, ?)")
        .params(domandaId, area)
        .update();
  }

  void passa(long domandaId, StatoDomanda stato, ZonedDateTime termineRisposta) {
    jdbc.sql("update domanda set stato = ?, termine_risposta = ? where id = ?")
        .params(
            stato.name(),
            termineRisposta == null ? null : termineRisposta.toOffsetDateTime(),
            domandaId)
        .update();
  }

  void motiva(long domandaId, String motivi) {
    jdbc.sql("update domanda set motivi = ? where id = ?").params(motivi, domandaId).update();
  }

  void concludi(Domanda domanda, EsitoDomanda esito, String motivi, String norma, String chi) {
    jdbc.sql(
            """
            update domanda set stato = ?, esito = ?, motivi = ?, norma = ?, termine_risposta = null
            where id = ?""")
        .params(StatoDomanda.CONCLUSA.name(), esito.name(), motivi, norma, domanda.id())
        .update();
    annota(domanda.id(), FattoDomanda.valueOf(esito.name()), motivi, norma, chi);
  }

  /** It no longer counts among the domande of its notice. */
  void spegni(long domandaId) {
    jdbc.sql("update domanda set attiva = null where id = ?").param(domandaId).update();
  }

  /**
   * @return key of the fact
   */
  long annota(long domandaId, FattoDomanda fatto, String testo, String norma, String chi) {
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into domanda_storia (domanda_id, fatto, testo, norma, chi, quando)
            values (?, ?, ?, ?, ?, ?)""")
        .params(domandaId, fatto.name(), testo, norma, chi, OffsetDateTime.now(orologio))
        .update(chiave, "id");
    return chiave.getKeyAs(Long.class);
  }

  private static Domanda riga(ResultSet riga, int n) throws SQLException {
    var esito = riga.getString("esito");
    return new Domanda(
        riga.getLong("id"),
        riga.getLong("avviso_id"),
        riga.getString("numero_avviso"),
        new RiferimentoPiano(
            riga.getLong("piano_id"), riga.getString("codice_ambito"), riga.getString("triennio")),
        dati(riga),
        riga.getString("delegato"),
        Canale.valueOf(riga.getString("canale")),
        istante(riga, "ricevuta"),
        riga.getBoolean("tardiva"),
        riga.getString("protocollo"),
        riga.getString("token"),
        StatoDomanda.valueOf(riga.getString("stato")),
        esito == null ? null : EsitoDomanda.valueOf(esito),
        riga.getString("motivi"),
        riga.getString("norma"),
        istante(riga, "termine_risposta"));
  }

  private static DatiDomanda dati(ResultSet riga) throws SQLException {
    return new DatiDomanda(
        riga.getString("denominazione"),
        riga.getString("forma_giuridica"),
        riga.getString("codice_fiscale"),
        riga.getString("sede"),
        riga.getString("pec"),
        riga.getString("email"),
        riga.getString("rappresentante_legale"),
        CategoriaPartecipante.valueOf(riga.getString("categoria")),
        riga.getString("runts_numero"),
        riga.getString("runts_sezione"),
        riga.getObject("runts_data", LocalDate.class),
        List.of(riga.getString("aree").split(",")),
        riga.getString("referente"),
        riga.getString("referente_email"),
        riga.getString("sostituto"),
        riga.getString("sostituto_email"),
        riga.getString("dati_offerti"),
        riga.getString("risorse_offerte"),
        riga.getBoolean("impegni_accettati"),
        riga.getBoolean("liberatoria_proprieta"),
        riga.getBoolean("consenso_pubblicazione"),
        riga.getBoolean("informativa_letta"));
  }

  static ZonedDateTime istante(ResultSet riga, String colonna) throws SQLException {
    var valore = riga.getObject(colonna, OffsetDateTime.class);
    return valore == null ? null : valore.atZoneSameInstant(Termini.ROMA);
  }
}
