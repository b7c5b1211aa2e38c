package it.pianodizona.notifiche;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Email;
import it.pianodizona.piano.RiferimentoPiano;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outbox. A message is written in the transaction that causes it, one row per recipient: if
 * that transaction is undone, so is the message; once it is committed, the message survives any
 * crash until the {@link Postino} has delivered it or has given up and said so.
 */
@Service
public class Messaggi {

  private static final List<String> SCRITTE =
      List.of(
          "chiave",
          "scopo",
          "riferimento",
          "codice_ambito",
          "triennio",
          "destinatario_nome",
          "destinatario_email",
          "rispondi_a",
          "oggetto",
          "testo",
          "html",
          "ics",
          "metodo",
          "message_id",
          "stato",
          "tentativi",
          "prossimo_tentativo",
          "corsia",
          "ultimo_errore",
          "creato",
          "segnalazione",
          "lettera",
          "disiscrizione");

  /** A digest is never to be set right: the messages it gathered are. */
  private static final String DA_SISTEMARE =
      """
      stato = 'FALLITO' and scopo <> 'RIEPILOGO' and not exists (
        select 1 from messaggio c
         where c.originale_id = messaggio.id and c.stato <> 'FALLITO')""";

  private final JdbcClient jdbc;
  private final SeAssente seAssente;
  private final Clock orologio;
  private final Impaginazione impaginazione;
  private final Recapiti recapiti;
  private final Scelte scelte;
  private final PostaProperties proprieta;

  Messaggi(
      JdbcClient jdbc,
      SeAssente seAssente,
      Clock orologio,
      Impaginazione impaginazione,
      Recapiti recapiti,
      Scelte scelte,
      PostaProperties proprieta) {
    this.jdbc = jdbc;
    this.seAssente = seAssente;
    this.orologio = orologio;
    this.impaginazione = impaginazione;
    this.recapiti = recapiti;
    this.scelte = scelte;
    this.proprieta = proprieta;
  }

  /**
   * Puts one message per recipient into the outbox; needs the caller's transaction. What is there
   * already, because the event came twice, is left as it is. A recipient without a usable address
   * gets a message marked as not delivered, with the reason; one who has opted out of an optional
   * message, one marked as renounced.
   *
   * <p>A recipient is a body at its address: two bodies that share an address get a message each.
   *
   * @param riferimento what the message is about, e.g. {@code domanda:12}; with purpose and
   *     recipient it identifies the message for ever
   * @param invito calendar invitation, only with what leaves at once; {@code null} when there is
   *     none
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void accoda(
      Scopo scopo,
      String riferimento,
      RiferimentoPiano piano,
      List<Destinatario> destinatari,
      Lettera lettera,
      Invito invito) {
    var ufficio = recapiti.ufficioDiPiano(piano);
    var rispondiA = indirizzo(ufficio.email()).orElse(null);
    var organizzatore =
        new Destinatario(ufficio.nome(), rispondiA == null ? proprieta.mittente() : rispondiA);
    var adesso = OffsetDateTime.now(orologio);
    var destinazioni = destinazioni(scopo, riferimento, destinatari);
    var caselle = caselle(scopo, destinazioni);
    var circolare =
        impaginazione.circolare(lettera, ufficio.nome(), piano.triennio(), rispondiA != null);
    var righe = new ArrayList<MapSqlParameterSource>();
    for (var destinazione : destinazioni) {
      var email = destinazione.email();
      var casella = email == null ? null : caselle.get(Scelte.normale(email));
      var pagine =
          circolare.per(
              destinazione.nome(),
              casella == null ? null : recapiti.comunicazioni(casella.gettone()));
      boolean conInvito = invito != null && email != null;
      righe.add(
          new MapSqlParameterSource()
              .addValue("chiave", destinazione.chiave())
              .addValue("scopo", scopo.name())
              .addValue("riferimento", riferimento)
              .addValue("codice_ambito", piano.codiceAmbito())
              .addValue("triennio", piano.triennio())
              .addValue("destinatario_nome", destinazione.nome())
              .addValue("destinatario_email", email, Types.VARCHAR)
              .addValue("rispondi_a", rispondiA, Types.VARCHAR)
              .addValue("oggetto", unaRiga(lettera.oggetto(), 300))
              .addValue("testo", pagine.testo())
              .addValue("html", pagine.html())
              .addValue(
                  "ics",
                  conInvito
                      ? CalendarioInviti.ics(
                          invito,
                          organizzatore,
                          new Destinatario(destinazione.nome(), email),
                          adesso.toInstant())
                      : null,
                  Types.VARCHAR)
              .addValue("metodo", conInvito ? invito.metodo().name() : null, Types.VARCHAR)
              .addValue("message_id", nuovaIdentita())
              .addValue("stato", stato(scopo, email, casella).name())
              .addValue("tentativi", 0)
              .addValue("prossimo_tentativo", OffsetDateTime.now(ZoneOffset.UTC))
              .addValue("corsia", PostaInPartenza.corsia(email))
              .addValue("ultimo_errore", destinazione.errore(), Types.VARCHAR)
              .addValue("creato", adesso)
              .addValue(
                  "segnalazione",
                  email == null ? PostaMancata.Segnalazione.DA_APRIRE.name() : null,
                  Types.VARCHAR)
              .addValue(
                  "lettera",
                  scopo.invio().riunito() ? Riepiloghi.inJson(lettera) : null,
                  Types.VARCHAR)
              .addValue(
                  "disiscrizione",
                  casella == null ? null : recapiti.disiscrizione(casella.gettone()),
                  Types.VARCHAR));
    }
    if (!righe.isEmpty()) {
      seAssente.scrivi("messaggio", "chiave", SCRITTE, righe);
    }
  }

  /**
   * @param email {@code null} when there is no usable one, and then {@code errore} says why
   */
  private record Destinazione(String chiave, String nome, String email, String errore) {}

  private static List<Destinazione> destinazioni(
      Scopo scopo, String riferimento, List<Destinatario> destinatari) {
    var destinazioni = new LinkedHashMap<String, Destinazione>();
    for (var destinatario : destinatari) {
      var email = indirizzo(destinatario.email()).orElse(null);
      var nome =
          destinatario.nome() == null || destinatario.nome().isBlank()
              ? Objects.requireNonNullElse(email, "destinatario senza nome")
              : unaRiga(destinatario.nome(), 300);
      var chiave = chiave(scopo, riferimento, email, nome);
      destinazioni.putIfAbsent(
          chiave,
          new Destinazione(
              chiave, nome, email, email == null ? senzaIndirizzo(destinatario.email()) : null));
    }
    return List.copyOf(destinazioni.values());
  }

  private static String chiave(Scopo scopo, String riferimento, String email, String nome) {
    return scopo
        + "|"
        + riferimento
        + "|"
        + (email == null ? nome : email + "|" + nome.toLowerCase(Locale.ROOT));
  }

  private Map<String, Scelte.Casella> caselle(Scopo scopo, List<Destinazione> destinazioni) {
    return scopo.invio().facoltativo()
        ? scelte.di(
            destinazioni.stream().map(Destinazione::email).filter(Objects::nonNull).toList())
        : Map.of();
  }

  private static StatoMessaggio stato(Scopo scopo, String email, Scelte.Casella casella) {
    if (email == null) {
      return StatoMessaggio.FALLITO;
    }
    if (casella != null && !casella.facoltativi()) {
      return StatoMessaggio.RINUNCIATO;
    }
    return scopo.invio().riunito() ? StatoMessaggio.IN_ATTESA : StatoMessaggio.IN_CODA;
  }

  private String nuovaIdentita() {
    return "<" + UUID.randomUUID() + "@" + proprieta.dominio() + ">";
  }

  private static Optional<String> indirizzo(String email) {
    try {
      return Optional.ofNullable(Email.facoltativa(email)).map(Email::indirizzo);
    } catch (DatoNonValido nonUtilizzabile) {
      return Optional.empty();
    }
  }

  private static String senzaIndirizzo(String email) {
    return email == null || email.isBlank()
        ? "Nessun indirizzo e-mail noto per questo destinatario."
        : "L'indirizzo «" + unaRiga(email, 254) + "» non è un indirizzo e-mail utilizzabile.";
  }

  /** Nothing typed by a person may start a new header. */
  static String unaRiga(String testo, int massimo) {
    var riga = testo.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return riga.length() <= massimo ? riga : riga.substring(0, massimo - 1) + "…";
  }

  /**
   * Which messages a page shows; {@code null} or blank means all.
   *
   * @param destinatario part of the recipient's name or address
   * @param daSistemare only what is undelivered and was not sent to another address since then
   * @param ambiti codici of the Ambiti whose messages may be seen; a digest is of none
   */
  public record Filtro(
      String destinatario,
      Scopo scopo,
      StatoMessaggio stato,
      boolean daSistemare,
      Collection<String> ambiti) {

    public static final Filtro TUTTI = new Filtro(null, null, null);

    /** Messages of every Ambito. */
    public Filtro(String destinatario, Scopo scopo, StatoMessaggio stato) {
      this(destinatario, scopo, stato, false, null);
    }
  }

  /**
   * One page of messages, the newest first.
   *
   * @param totale messages that the filter lets through, on all pages
   */
  public record Pagina(List<Messaggio> messaggi, int numero, int dimensione, long totale) {

    public int ultima() {
      return (int) Math.max(1, (totale + dimensione - 1) / dimensione);
    }
  }

  /**
   * @param numero of the page, from 1; beyond the last one the last is given
   */
  @Transactional(readOnly = true)
  public Pagina elenco(Filtro filtro, int numero, int dimensione) {
    var condizioni = new ArrayList<String>();
    var parametri = new MapSqlParameterSource();
    if (filtro.destinatario() != null && !filtro.destinatario().isBlank()) {
      condizioni.add(
          """
          (lower(destinatario_email) like :cercato escape '!'
            or lower(destinatario_nome) like :cercato escape '!')""");
      parametri.addValue(
          "cercato",
          "%"
              + filtro.destinatario().strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0")
              + "%");
    }
    if (filtro.scopo() != null) {
      condizioni.add("scopo = :scopo");
      parametri.addValue("scopo", filtro.scopo().name());
    }
    if (filtro.stato() != null) {
      condizioni.add("stato = :stato");
      parametri.addValue("stato", filtro.stato().name());
    }
    if (filtro.daSistemare()) {
      condizioni.add(DA_SISTEMARE);
    }
    if (filtro.ambiti() != null) {
      if (filtro.ambiti().isEmpty()) {
        return new Pagina(List.of(), 1, dimensione, 0);
      }
      condizioni.add("codice_ambito in (:ambiti)");
      parametri.addValue("ambiti", filtro.ambiti());
    }
    var dove = condizioni.isEmpty() ? "" : " where " + String.join(" and ", condizioni);
    var totale =
        jdbc.sql("select count(*) from messaggio" + dove)
            .paramSource(parametri)
            .query(Long.class)
            .single();
    int pagina =
        (int) Math.max(1, Math.min(numero, Math.max(1, (totale + dimensione - 1) / dimensione)));
    parametri.addValue("quanti", dimensione);
    parametri.addValue("salta", (long) (pagina - 1) * dimensione);
    var messaggi =
        jdbc.sql(
                "select "
                    + RigaMessaggio.COLONNE
                    + " from messaggio"
                    + dove
                    + " order by id desc limit :quanti offset :salta")
            .paramSource(parametri)
            .query(RigaMessaggio::di)
            .list();
    return new Pagina(messaggi, pagina, dimensione, totale);
  }

  @Transactional(readOnly = true)
  public Optional<Messaggio> messaggio(long id) {
    return jdbc.sql("select " + RigaMessaggio.COLONNE + " from messaggio where id = ?")
        .param(id)
        .query(RigaMessaggio::di)
        .optional();
  }

  /**
   * The messages about one domanda, and those to its addresses about the same plan, the newest
   * first.
   *
   * @param riferimento e.g. {@code domanda:12}
   */
  @Transactional(readOnly = true)
  public List<Messaggio> su(
      String riferimento, RiferimentoPiano piano, Collection<String> indirizzi) {
    return jdbc.sql(
            "select "
                + RigaMessaggio.COLONNE
                + """
                   from messaggio
                  where codice_ambito = :ambito and triennio = :triennio
                    and (riferimento = :riferimento or riferimento like :seguiti
                         or lower(destinatario_email) in (:indirizzi))
                  order by id desc""")
        .param("ambito", piano.codiceAmbito())
        .param("triennio", piano.triennio())
        .param("riferimento", riferimento)
        .param("seguiti", riferimento + ":%")
        .param("indirizzi", indirizzi.stream().map(Scelte::normale).toList())
        .query(RigaMessaggio::di)
        .list();
  }

  /** The latest messages of a plan, the newest first. */
  @Transactional(readOnly = true)
  public List<Messaggio> ultimi(RiferimentoPiano piano, int quanti) {
    return jdbc.sql(
            "select "
                + RigaMessaggio.COLONNE
                + """
                   from messaggio
                  where codice_ambito = :ambito and triennio = :triennio
                  order by id desc limit :quanti""")
        .param("ambito", piano.codiceAmbito())
        .param("triennio", piano.triennio())
        .param("quanti", quanti)
        .query(RigaMessaggio::di)
        .list();
  }

  /**
   * What is undelivered and still to be set right in some Ambiti: the references of its messages,
   * e.g. {@code domanda:12}.
   *
   * @param prefisso of the references wanted, e.g. {@code domanda:}
   */
  @Transactional(readOnly = true)
  public Set<String> riferimentiDaSistemare(String prefisso, Collection<String> ambiti) {
    if (ambiti.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        jdbc.sql(
                "select distinct riferimento from messaggio where codice_ambito in (:ambiti)"
                    + " and riferimento like :prefisso and "
                    + DA_SISTEMARE)
            .param("ambiti", ambiti)
            .param("prefisso", prefisso + "%")
            .query(String.class)
            .list());
  }

  /**
   * Puts an undelivered message back into the queue, with all its attempts before it.
   *
   * @throws DatoNonValido when the message does not exist, is not undelivered, has no address or is
   *     a digest
   */
  @Transactional
  public void inviaDiNuovo(long id) {
    int riaccodati =
        jdbc.sql(
                """
                update messaggio
                   set stato = 'IN_CODA', tentativi = 0, esito_ignoto = false,
                       prossimo_tentativo = ?
                where id = ? and stato = 'FALLITO' and destinatario_email is not null
                  and scopo <> 'RIEPILOGO'""")
            .params(OffsetDateTime.now(ZoneOffset.UTC), id)
            .update();
    if (riaccodati == 0) {
      throw DatoNonValido.regola(
          "Messaggio n. " + id,
          "può essere inviato di nuovo solo un messaggio non recapitato che ha un indirizzo. Di un"
              + " riepilogo si inviano di nuovo i singoli messaggi.");
    }
  }

  /**
   * Sends a message again to one recipient. To the same address the message itself goes back into
   * the queue; to another one goes a copy with an identity of its own, and the original stays as it
   * is. Who, when and where to is recorded.
   *
   * @param email where to
   * @param chi login of who asks
   * @return id of the message in the queue
   * @throws DatoNonValido when the address is not usable or the message is not an undelivered one
   */
  @Transactional
  public long inviaDiNuovo(long id, String email, String chi) {
    var originale =
        jdbc.sql("select " + RigaMessaggio.COLONNE + " from messaggio where id = ? for update")
            .param(id)
            .query(RigaMessaggio::di)
            .optional()
            .orElseThrow(() -> DatoNonValido.regola("Messaggio n. " + id, "non esiste."));
    var indirizzo = Email.di(email).indirizzo();
    if (indirizzo.equals(originale.destinatarioEmail())) {
      inviaDiNuovo(id);
      registraReinvio(id, null, indirizzo, chi);
      return id;
    }
    if (originale.stato() != StatoMessaggio.FALLITO || originale.riepilogo()) {
      throw DatoNonValido.regola(
          "Messaggio n. " + id,
          "può essere inviato a un altro indirizzo solo un messaggio non recapitato.");
    }
    long copia = copia(originale, indirizzo);
    registraReinvio(id, copia, indirizzo, chi);
    jdbc.sql(
            """
            update messaggio
               set segnalazione = case when segnalazione = 'APERTA' then 'DA_CHIUDERE' end
             where id = ?""")
        .param(id)
        .update();
    return copia;
  }

  private long copia(Messaggio originale, String email) {
    var chiave =
        chiave(originale.scopo(), originale.riferimento(), email, originale.destinatarioNome());
    var testo = originale.testo();
    var html = originale.html();
    String disiscrizione = null;
    var stato = StatoMessaggio.IN_CODA;
    if (originale.disiscrizione() != null) {
      // the page of choices belongs to an address: the new one gets its own
      var casella = scelte.di(List.of(email)).get(Scelte.normale(email));
      disiscrizione = recapiti.disiscrizione(casella.gettone());
      var vecchia = recapiti.comunicazioniDa(originale.disiscrizione());
      var nuova = recapiti.comunicazioni(casella.gettone());
      testo = testo.replace(vecchia, nuova);
      html = html.replace(vecchia, nuova);
      stato = casella.facoltativi() ? StatoMessaggio.IN_CODA : StatoMessaggio.RINUNCIATO;
    }
    int scritti =
        seAssente.scrivi(
            "messaggio",
            "chiave",
            Stream.concat(SCRITTE.stream(), Stream.of("originale_id")).toList(),
            List.of(
                new MapSqlParameterSource()
                    .addValue("chiave", chiave)
                    .addValue("scopo", originale.scopo().name())
                    .addValue("riferimento", originale.riferimento())
                    .addValue("codice_ambito", originale.codiceAmbito())
                    .addValue("triennio", originale.triennio())
                    .addValue("destinatario_nome", originale.destinatarioNome())
                    .addValue("destinatario_email", email)
                    .addValue("rispondi_a", originale.rispondiA(), Types.VARCHAR)
                    .addValue("oggetto", originale.oggetto())
                    .addValue("testo", testo)
                    .addValue("html", html)
                    .addValue(
                        "ics",
                        originale.ics() == null
                            ? null
                            : CalendarioInviti.perIndirizzo(originale.ics(), email),
                        Types.VARCHAR)
                    .addValue(
                        "metodo",
                        originale.metodo() == null ? null : originale.metodo().name(),
                        Types.VARCHAR)
                    .addValue("message_id", nuovaIdentita())
                    .addValue("stato", stato.name())
                    .addValue("tentativi", 0)
                    .addValue("prossimo_tentativo", OffsetDateTime.now(ZoneOffset.UTC))
                    .addValue("corsia", PostaInPartenza.corsia(email))
                    .addValue("ultimo_errore", null, Types.VARCHAR)
                    .addValue("creato", OffsetDateTime.now(orologio))
                    .addValue("segnalazione", null, Types.VARCHAR)
                    .addValue("lettera", null, Types.VARCHAR)
                    .addValue("disiscrizione", disiscrizione, Types.VARCHAR)
                    .addValue("originale_id", originale.id())));
    if (scritti == 0) {
      throw DatoNonValido.regola(
          "Messaggio n. " + originale.id(),
          "è già stato scritto a %s: si veda quel messaggio.".formatted(email));
    }
    return jdbc.sql("select id from messaggio where chiave = ?")
        .param(chiave)
        .query(Long.class)
        .single();
  }

  private void registraReinvio(long id, Long nuovo, String email, String chi) {
    jdbc.sql(
            """
            insert into reinvio (messaggio_id, nuovo_id, email, chi, quando)
            values (:messaggio, :nuovo, :email, :chi, :quando)""")
        .param("messaggio", id)
        .param("nuovo", nuovo, Types.BIGINT)
        .param("email", email)
        .param("chi", unaRiga(chi, 120))
        .param("quando", OffsetDateTime.now(orologio))
        .update();
  }

  /**
   * A message that an official sent again.
   *
   * @param nuovoId the copy to another address; {@code null} when it went to the same one
   */
  public record Reinvio(Long nuovoId, String email, String chi, OffsetDateTime quando) {}

  /** The times an official sent a message again, in their order. */
  @Transactional(readOnly = true)
  public List<Reinvio> reinvii(long id) {
    return jdbc.sql(
            "select nuovo_id, email, chi, quando from reinvio where messaggio_id = ? order by id")
        .param(id)
        .query(
            (riga, numero) ->
                new Reinvio(
                    riga.getObject("nuovo_id", Long.class),
                    riga.getString("email"),
                    riga.getString("chi"),
                    riga.getObject("quando", OffsetDateTime.class)))
        .list();
  }
}
