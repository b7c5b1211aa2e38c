package it.pianodizona.accordo;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.fascicolo.Protocollo;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.tavoli.Partecipazione;
import it.pianodizona.tavoli.Tavoli;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adhesions of the Third Sector to an Accordo: on request, only of bodies that took part in the
 * tavoli, at any time once the text of the Accordo is there, also after the signatures.
 */
@Service
@Transactional
public class Adesioni {

  private static final String ADESIONI =
      """
      select a.*, p.codice_ambito, p.triennio, d.token, e.accolta, e.motivi, e.deciso,
             coalesce(d.email, d.pec) as recapito
        from adesione a
        join piano p on p.id = a.piano_id
        join domanda d on d.id = a.domanda_id
        left join esito_adesione e on e.adesione_id = a.id
      """;

  private final JdbcClient jdbc;
  private final Accordi accordi;
  private final Domande domande;
  private final Tavoli tavoli;
  private final Protocollo protocollo;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Adesioni(
      JdbcClient jdbc,
      Accordi accordi,
      Domande domande,
      Tavoli tavoli,
      Protocollo protocollo,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.accordi = accordi;
    this.domande = domande;
    this.tavoli = tavoli;
    this.protocollo = protocollo;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * Why a body cannot ask to adhere now, in a sentence for it; empty when it can.
   *
   * @param domanda its domanda di partecipazione
   */
  @Transactional(readOnly = true)
  public Optional<String> impedimento(Domanda domanda) {
    if (accordi.inCorso(domanda.piano().pianoId()).isEmpty()) {
      return Optional.of(
          "Il testo dell'Accordo di Programma non è ancora pronto: la richiesta si potrà presentare quando gli enti saranno chiamati a firmarlo.");
    }
    if (tavoliDi(domanda).isEmpty()) {
      return Optional.of(
          "Può aderire all'Accordo solo chi ha partecipato ad almeno un incontro dei tavoli tematici: l'ente non risulta tra i presenti.");
    }
    return dellaDomanda(domanda.id()).stream()
        .findFirst()
        .filter(ultima -> ultima.accolta() == null || ultima.accolta())
        .map(
            ultima ->
                ultima.accolta() == null
                    ? "La richiesta è già stata presentata ed è in esame."
                    : "L'ente ha già aderito all'Accordo.");
  }

  /**
   * Registers a request and gives it a protocol number.
   *
   * @throws DatoNonValido when the body cannot ask
   */
  public Adesione richiedi(String token, RichiestaAdesione richiesta) {
    Domanda domanda =
        domande
            .perToken(token)
            .orElseThrow(() -> new DatoNonValido("Indirizzo", token, "quello della ricevuta"));
    // the same request sent twice at once: the second waits, and then finds the first
    jdbc.sql("select id from domanda where id = ? for update")
        .param(domanda.id())
        .query(Long.class)
        .single();
    impedimento(domanda)
        .ifPresent(
            motivo -> {
              throw DatoNonValido.regola("Adesione", motivo);
            });
    var numero =
        protocollo.registra(
            domanda.piano().codiceAmbito(),
            Protocollo.Verso.ENTRATA,
            "Richiesta di adesione all'Accordo di Programma – " + domanda.dati().denominazione());
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into adesione
              (piano_id, domanda_id, ente, persona, ruolo, impegni, risorse, tavoli, protocollo,
               richiesta)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            domanda.piano().pianoId(),
            domanda.id(),
            domanda.dati().denominazione(),
            richiesta.persona(),
            richiesta.ruolo(),
            richiesta.impegni(),
            richiesta.risorse(),
            tavoliDi(domanda),
            numero.toString(),
            OffsetDateTime.now(orologio))
        .update(chiave, "id");
    Adesione adesione = adesione(chiave.getKeyAs(Long.class));
    eventi.publishEvent(new AdesioneRichiesta(adesione.piano(), adesione));
    return adesione;
  }

  /**
   * Records what the office decided.
   *
   * @param motivi why it is refused; ignored when accepted
   * @throws DatoNonValido when it was decided already, or refused without reasons
   */
  public void decidi(long adesioneId, boolean accolta, String motivi, String chi) {
    if (adesione(adesioneId).accolta() != null) {
      throw DatoNonValido.regola("Adesione", "la richiesta è già stata decisa.");
    }
    if (!accolta && (motivi == null || motivi.isBlank())) {
      throw DatoNonValido.regola("Motivi", "occorre dire perché l'adesione non è accolta.");
    }
    jdbc.sql(
            """
            insert into esito_adesione (adesione_id, accolta, motivi, deciso, deciso_da)
            values (?, ?, cast(? as varchar(2000)), ?, ?)
            """)
        .params(adesioneId, accolta, accolta ? null : motivi, OffsetDateTime.now(orologio), chi)
        .update();
  }

  /** Has the body told what was decided. */
  public void comunicaEsito(long adesioneId) {
    Adesione adesione = adesione(adesioneId);
    eventi.publishEvent(new EsitoAdesioneComunicato(adesione.piano(), adesione));
  }

  @Transactional(readOnly = true)
  public Adesione adesione(long id) {
    return jdbc.sql(ADESIONI + " where a.id = ?")
        .param(id)
        .query(Adesioni::adesione)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Adesione", id, "una richiesta registrata"));
  }

  /** The requests of a body, the newest first. */
  @Transactional(readOnly = true)
  public List<Adesione> dellaDomanda(long domandaId) {
    return jdbc.sql(ADESIONI + " where a.domanda_id = ? order by a.id desc")
        .param(domandaId)
        .query(Adesioni::adesione)
        .list();
  }

  /** The requests about a plan, in the order they came. */
  @Transactional(readOnly = true)
  public List<Adesione> delPiano(long pianoId) {
    return jdbc.sql(ADESIONI + " where a.piano_id = ? order by a.id")
        .param(pianoId)
        .query(Adesioni::adesione)
        .list();
  }

  private String tavoliDi(Domanda domanda) {
    var aree =
        tavoli.partecipazioni(domanda.piano().pianoId()).stream()
            .filter(p -> p.domandaId() != null && p.domandaId() == domanda.id())
            .map(Partecipazione::area)
            .distinct()
            .collect(Collectors.joining("; "));
    return aree.length() <= 1000 ? aree : aree.substring(0, 999) + "…";
  }

  private static Adesione adesione(ResultSet riga, int numero) throws SQLException {
    return new Adesione(
        riga.getLong("id"),
        new RiferimentoPiano(
            riga.getLong("piano_id"), riga.getString("codice_ambito"), riga.getString("triennio")),
        riga.getLong("domanda_id"),
        riga.getString("ente"),
        riga.getString("persona"),
        riga.getString("ruolo"),
        riga.getString("impegni"),
        riga.getString("risorse"),
        riga.getString("tavoli"),
        riga.getString("protocollo"),
        istante(riga, "richiesta"),
        riga.getString("token"),
        riga.getString("recapito"),
        riga.getObject("accolta", Boolean.class),
        riga.getString("motivi"),
        istante(riga, "deciso"));
  }

  private static ZonedDateTime istante(ResultSet riga, String colonna) throws SQLException {
    var istante = riga.getObject(colonna, OffsetDateTime.class);
    return istante == null ? null : istante.atZoneSameInstant(Termini.ROMA);
  }
}
