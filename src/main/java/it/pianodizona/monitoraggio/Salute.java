package it.pianodizona.monitoraggio;

import it.pianodizona.fascicolo.VerificaNotturna;
import it.pianodizona.fascicolo.VerificaNotturna.Ultima;
import it.pianodizona.piano.Fase;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a system administrator must be told of before the offices notice. */
@Service
@Transactional(readOnly = true)
public class Salute {

  /** How long before the term of an Accordo missing signatures are worth an alarm. */
  static final Duration PREAVVISO = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final VerificaNotturna verifica;
  private final Clock orologio;

  Salute(JdbcClient jdbc, VerificaNotturna verifica, Clock orologio) {
    this.jdbc = jdbc;
    this.verifica = verifica;
    this.orologio = orologio;
  }

  /**
   * @param scarto how far this node's clock is behind the database's; negative when it is ahead
   * @param anomalie incidents open, each counted once where it arose
   * @param lavoriFalliti jobs without attempts left
   * @param attesaLavori how long the oldest job that could be done has been due; zero without one
   * @param attesaPosta age of the oldest message that is still to be sent; zero without one
   * @param accordiInScadenza plans whose Accordo is due within {@link #PREAVVISO} and lacks
   *     signatures
   * @param verifica the last check of the evidence; empty when there never was one
   */
  public record Stato(
      Duration scarto,
      int anomalie,
      int lavoriFalliti,
      Duration attesaLavori,
      Duration attesaPosta,
      int accordiInScadenza,
      Optional<Ultima> verifica) {}

  public Stato stato() {
    // first: within a transaction PostgreSQL answers with the moment it began
    var scarto =
        Duration.between(
            Instant.now(),
            jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single());
    var adesso = orologio.instant();
    return new Stato(
        scarto,
        uno("select count(*) from act_ru_incident where id_ = root_cause_incident_id_"),
        uno("select count(*) from act_ru_job where retries_ <= 0"),
        da(lavoroPiuVecchio(adesso), adesso),
        da(messaggioPiuVecchio(), adesso),
        accordiInScadenza(adesso),
        verifica.ultima());
  }

  private Optional<Instant> lavoroPiuVecchio(Instant adesso) {
    return jdbc.sql(
            """
            select min(coalesce(duedate_, create_time_)) as da from act_ru_job
             where retries_ > 0 and suspension_state_ = 1
               and coalesce(duedate_, create_time_) <= ?""")
        .param(Timestamp.from(adesso))
        .query((riga, n) -> Optional.ofNullable(riga.getTimestamp("da")).map(Timestamp::toInstant))
        .single();
  }

  private Optional<Instant> messaggioPiuVecchio() {
    return jdbc.sql("select min(creato) as da from messaggio where stato = 'IN_CODA'")
        .query(
            (riga, n) ->
                Optional.ofNullable(riga.getObject("da", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant))
        .single();
  }

  private int accordiInScadenza(Instant adesso) {
    var prima =
        Arrays.stream(Fase.values())
            .filter(f -> f.compareTo(Fase.ACCORDO) < 0)
            .map(Fase::name)
            .toList();
    return jdbc.sql(
            """
            select count(*) from piano p
             where p.scadenza_accordo > :adesso and p.scadenza_accordo <= :limite
               and (p.fase in (:prima)
                 or p.fase = 'ACCORDO' and exists (
                   select 1 from accordo a join accordo_sottoscrittore s on s.accordo_id = a.id
                    where a.piano_id = p.id
                      and a.tentativo = (
                        select max(u.tentativo) from accordo u where u.piano_id = p.id)
                      and not exists (
                        select 1 from firma f where f.sottoscrittore_id = s.id)))""")
        .param("adesso", adesso.atOffset(ZoneOffset.UTC))
        .param("limite", adesso.plus(PREAVVISO).atOffset(ZoneOffset.UTC))
        .param("prima", prima)
        .query(Integer.class)
        .single();
  }

  private static Duration da(Optional<Instant> quando, Instant adesso) {
    return quando
        .map(i -> Duration.between(i, adesso))
        .filter(d -> !d.isNegative())
        .orElse(Duration.ZERO);
  }

  private int uno(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
