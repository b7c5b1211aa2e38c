package it.pianodizona.notifiche;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.comune.Termini;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The digest: every day at the same hour (Europe/Rome, on the application's clock) what waits for
 * one address leaves in one mail. The gathered messages keep their rows and follow the digest's
 * fate.
 *
 * <p>A digest enters the outbox in the transaction that empties its recipient's list, with a key
 * made of day and address: a node that dies leaves all or nothing, and of two nodes that gather at
 * once one finds nothing to do.
 */
@Service
class Riepiloghi {

  private static final ObjectMapper JSON =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  private static final int NOMI_NEL_SALUTO = 3;

  private final JdbcClient jdbc;
  private final SeAssente seAssente;
  private final Scelte scelte;
  private final Impaginazione impaginazione;
  private final Recapiti recapiti;
  private final PostaProperties proprieta;
  private final Clock orologio;

  Riepiloghi(
      JdbcClient jdbc,
      SeAssente seAssente,
      Scelte scelte,
      Impaginazione impaginazione,
      Recapiti recapiti,
      PostaProperties proprieta,
      Clock orologio) {
    this.jdbc = jdbc;
    this.seAssente = seAssente;
    this.scelte = scelte;
    this.impaginazione = impaginazione;
    this.recapiti = recapiti;
    this.proprieta = proprieta;
    this.orologio = orologio;
  }

  /** A message that waits, with what it says. */
  record Voce(
      long id,
      Scopo scopo,
      String codiceAmbito,
      String triennio,
      String nome,
      String email,
      String rispondiA,
      String oggetto,
      String testo,
      String html,
      Lettera lettera) {}

  static String inJson(Lettera lettera) {
    try {
      return JSON.writeValueAsString(lettera);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Lettera daJson(String testo) {
    try {
      return JSON.readValue(testo, Lettera.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Today's digest has to leave: it gathers what was written before this moment. */
  Optional<ZonedDateTime> dovuto() {
    var adesso = ZonedDateTime.now(orologio).withZoneSameInstant(Termini.ROMA);
    var ora = adesso.toLocalDate().atTime(proprieta.oraRiepilogo()).atZone(Termini.ROMA);
    return Optional.of(ora).filter(o -> !o.isAfter(adesso));
  }

  /** Addresses for which something waits. */
  @Transactional(readOnly = true)
  List<String> caselle(ZonedDateTime prima) {
    return jdbc.sql(
            """
            select distinct lower(destinatario_email) from messaggio
             where stato = 'IN_ATTESA' and creato < ?""")
        .param(prima.toOffsetDateTime())
        .query(String.class)
        .list();
  }

  /**
   * Writes the digest of the day for one address. Nothing happens when it has had today's already:
   * what was written since then waits for tomorrow.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void componi(String casella, ZonedDateTime prima) {
    var voci =
        jdbc.sql(
                """
                select id, scopo, codice_ambito, triennio, destinatario_nome, destinatario_email,
                       rispondi_a, oggetto, testo, html, lettera
                  from messaggio
                 where stato = 'IN_ATTESA' and lower(destinatario_email) = ? and creato < ?
                 order by id
                   for update skip locked""")
            .params(casella, prima.toOffsetDateTime())
            .query(Riepiloghi::voce)
            .list();
    if (voci.isEmpty()) {
      return;
    }
    var chiave = Scopo.RIEPILOGO + "|" + prima.toLocalDate() + "|" + casella;
    if (seAssente.scrivi("messaggio", "chiave", COLONNE, List.of(riga(chiave, voci, prima))) == 0) {
      return;
    }
    jdbc.sql(
            """
            update messaggio
               set stato = 'RIUNITO',
                   riepilogo_id = (select r.id from messaggio r where r.chiave = :chiave)
             where id in (:voci)""")
        .param("chiave", chiave)
        .param("voci", voci.stream().map(Voce::id).toList())
        .update();
  }

  private static final List<String> COLONNE =
      List.of(
          "chiave",
          "scopo",
          "riferimento",
          "destinatario_nome",
          "destinatario_email",
          "rispondi_a",
          "oggetto",
          "testo",
          "html",
          "message_id",
          "stato",
          "tentativi",
          "prossimo_tentativo",
          "corsia",
          "creato",
          "disiscrizione");

  private MapSqlParameterSource riga(String chiave, List<Voce> voci, ZonedDateTime giorno) {
    var email = voci.get(0).email();
    var gettone =
        voci.stream().anyMatch(v -> v.scopo().invio().facoltativo())
            ? scelte.di(List.of(email)).get(Scelte.normale(email)).gettone()
            : null;
    var lettera = lettera(voci, giorno, gettone);
    return new MapSqlParameterSource()
        .addValue("chiave", chiave)
        .addValue("scopo", Scopo.RIEPILOGO.name())
        .addValue("riferimento", "riepilogo:" + giorno.toLocalDate())
        .addValue("destinatario_nome", nomi(voci))
        .addValue("destinatario_email", email)
        .addValue("rispondi_a", unica(voci.stream().map(Voce::rispondiA).toList()), Types.VARCHAR)
        .addValue("oggetto", lettera.oggetto())
        .addValue("testo", lettera.pagine().testo())
        .addValue("html", lettera.pagine().html())
        .addValue("message_id", "<" + UUID.randomUUID() + "@" + proprieta.dominio() + ">")
        .addValue("stato", StatoMessaggio.IN_CODA.name())
        .addValue("tentativi", 0)
        .addValue("prossimo_tentativo", OffsetDateTime.now(ZoneOffset.UTC))
        .addValue("corsia", PostaInPartenza.corsia(email))
        .addValue("creato", OffsetDateTime.now(orologio))
        .addValue(
            "disiscrizione",
            gettone == null ? null : recapiti.disiscrizione(gettone),
            Types.VARCHAR);
  }

  private record Riunita(String oggetto, Impaginazione.Pagine pagine) {}

  /** One letter alone needs no frame around it. */
  private Riunita lettera(List<Voce> voci, ZonedDateTime giorno, String gettone) {
    if (voci.size() == 1) {
      var sola = voci.get(0);
      return new Riunita(sola.oggetto(), new Impaginazione.Pagine(sola.testo(), sola.html()));
    }
    var ambito = unica(voci.stream().map(Voce::codiceAmbito).toList());
    var triennio = unica(voci.stream().map(Voce::triennio).toList());
    var nomi = voci.stream().map(Voce::nome).distinct().toList();
    var coda = ambito == null ? "" : " – " + recapiti.nomeAmbito(ambito);
    var oggetto =
        "Riepilogo %s: %d comunicazioni%s".formatted(Quando.del(giorno), voci.size(), coda);
    return new Riunita(
        oggetto,
        impaginazione.riunisci(
            oggetto,
            voci.stream()
                .map(
                    v ->
                        new Impaginazione.Sezione(
                            senza(coda, v.oggetto()),
                            nomi.size() > 1 ? v.nome() : null,
                            v.lettera()))
                .toList(),
            new Impaginazione.Cornice(
                nomi(voci),
                ambito == null ? "Piano di Zona" : recapiti.ufficioDiPiano(ambito).nome(),
                triennio,
                unica(voci.stream().map(Voce::rispondiA).toList()) != null,
                gettone == null ? null : recapiti.comunicazioni(gettone))));
  }

  private static String senza(String coda, String oggetto) {
    return oggetto.endsWith(coda)
        ? oggetto.substring(0, oggetto.length() - coda.length())
        : oggetto;
  }

  private static String nomi(List<Voce> voci) {
    var nomi = voci.stream().map(Voce::nome).distinct().toList();
    var primi = nomi.stream().limit(NOMI_NEL_SALUTO).collect(Collectors.joining(", "));
    var tutti =
        nomi.size() > NOMI_NEL_SALUTO
            ? primi + " e altri " + (nomi.size() - NOMI_NEL_SALUTO)
            : primi;
    return Messaggi.unaRiga(tutti, 300);
  }

  /** What all have in common; {@code null} when they differ. */
  private static String unica(List<String> valori) {
    var primo = valori.get(0);
    return valori.stream().allMatch(v -> Objects.equals(v, primo)) ? primo : null;
  }

  private static Voce voce(ResultSet riga, int numero) throws SQLException {
    return new Voce(
        riga.getLong("id"),
        Scopo.valueOf(riga.getString("scopo")),
        riga.getString("codice_ambito"),
        riga.getString("triennio"),
        riga.getString("destinatario_nome"),
        riga.getString("destinatario_email"),
        riga.getString("rispondi_a"),
        riga.getString("oggetto"),
        riga.getString("testo"),
        riga.getString("html"),
        daJson(riga.getString("lettera")));
  }
}
