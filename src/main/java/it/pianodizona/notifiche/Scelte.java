package it.pianodizona.notifiche;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who wants the optional messages. The choice belongs to an address, whoever is written to there,
 * and is made from a page that only the mails to that address link: there is no account.
 */
@Service
public class Scelte {

  private static final int BYTE_DEL_GETTONE = 32;

  private static final String CASELLE =
      """
      select c.id, c.email, c.gettone,
             (select s.facoltativi from scelta_posta s where s.casella_id = c.id
               order by s.id desc limit 1) as scelta
        from casella c
       where\s""";

  private final JdbcClient jdbc;
  private final SeAssente seAssente;
  private final Clock orologio;
  private final SecureRandom caso = new SecureRandom();

  Scelte(JdbcClient jdbc, SeAssente seAssente, Clock orologio) {
    this.jdbc = jdbc;
    this.seAssente = seAssente;
    this.orologio = orologio;
  }

  /** How a choice was made. */
  public enum Modo {
    /** From the page. */
    PAGINA,
    /** By the mail program, with one request (RFC 8058). */
    UN_CLIC
  }

  /**
   * An address and its owner's choice.
   *
   * @param gettone secret part of the address of its page
   * @param facoltativi whether optional messages are sent to it
   */
  public record Casella(long id, String email, String gettone, boolean facoltativi) {}

  /** Purposes that can be renounced. */
  public static List<Scopo> facoltativi() {
    return Arrays.stream(Scopo.values()).filter(s -> s.invio().facoltativo()).toList();
  }

  static String normale(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  /**
   * The addresses with their choices, by {@link #normale normalised} address; new ones want all.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Map<String, Casella> di(Collection<String> indirizzi) {
    var email = indirizzi.stream().map(Scelte::normale).distinct().toList();
    if (email.isEmpty()) {
      return Map.of();
    }
    seAssente.scrivi(
        "casella",
        "email",
        List.of("email", "gettone", "creata"),
        email.stream()
            .map(
                e ->
                    new MapSqlParameterSource()
                        .addValue("email", e)
                        .addValue("gettone", nuovoGettone())
                        .addValue("creata", OffsetDateTime.now(orologio)))
            .toList());
    return jdbc
        .sql(CASELLE + "c.email in (:email)")
        .param("email", email)
        .query(Scelte::casella)
        .list()
        .stream()
        .collect(Collectors.toMap(Casella::email, Function.identity()));
  }

  @Transactional(readOnly = true)
  public Optional<Casella> perGettone(String gettone) {
    return jdbc.sql(CASELLE + "c.gettone = :gettone")
        .param("gettone", gettone)
        .query(Scelte::casella)
        .optional();
  }

  /**
   * Records a choice; the same choice again changes nothing. What is optional and has not left yet
   * does not leave any more.
   *
   * @return the address as it is now; empty when nobody has this secret
   */
  @Transactional
  public Optional<Casella> scegli(String gettone, boolean facoltativi, Modo modo) {
    jdbc.sql("select id from casella where gettone = ? for update")
        .param(gettone)
        .query(Long.class)
        .optional();
    var casella = perGettone(gettone);
    casella
        .filter(c -> c.facoltativi() != facoltativi)
        .ifPresent(c -> registra(c, facoltativi, modo));
    return perGettone(gettone);
  }

  private void registra(Casella casella, boolean facoltativi, Modo modo) {
    jdbc.sql(
            """
            insert into scelta_posta (casella_id, facoltativi, modo, quando)
            values (:casella, :facoltativi, :modo, :quando)""")
        .param("casella", casella.id())
        .param("facoltativi", facoltativi)
        .param("modo", modo.name())
        .param("quando", OffsetDateTime.now(orologio))
        .update();
    if (!facoltativi) {
      jdbc.sql(
              """
              update messaggio set stato = 'RINUNCIATO'
               where lower(destinatario_email) = :email and stato in ('IN_CODA', 'IN_ATTESA')
                 and scopo in (:scopi)""")
          .param("email", casella.email())
          .param("scopi", facoltativi().stream().map(Enum::name).toList())
          .update();
    }
  }

  private String nuovoGettone() {
    var byteCasuali = new byte[BYTE_DEL_GETTONE];
    caso.nextBytes(byteCasuali);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(byteCasuali);
  }

  private static Casella casella(ResultSet riga, int numero) throws SQLException {
    boolean rinuncia = !riga.getBoolean("scelta") && !riga.wasNull();
    return new Casella(
        riga.getLong("id"), riga.getString("email"), riga.getString("gettone"), !rinuncia);
  }
}
