package it.pianodizona.comune;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Evidence chained by hash: each row keeps, next to its contents, its place in the chain, the hash
 * of the row before and its own, the SHA-256 of those two and of the contents. Changing, removing
 * or inserting a row afterwards breaks the chain at a row that can be named.
 *
 * <p>A hash is written {@code 1:<64 hex digits>}; the number before the colon is the version of the
 * canonical form below, so that a later form can live next to the rows that were written with this
 * one.
 *
 * <p>Canonical form, version 1, UTF-8, one line each: {@code catena 1}, {@code numero <place>},
 * {@code precedente <hash>}, {@code tipo <t>}, then the fields sorted by name as {@code <name>
 * <kind> <length of the value in bytes> <value>}. A field without value is left out: a nullable
 * column added later does not touch the rows already there.
 */
public final class Catena {

  private static final String VERSIONE = "1";

  /** Microseconds: what both databases keep of an instant. */
  private static final DateTimeFormatter ISTANTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

  private Catena() {}

  /**
   * The link of a row.
   *
   * @param numero place in the chain, from 1
   * @param precedente hash of the row before
   * @param impronta hash of this row
   */
  public record Anello(long numero, String precedente, String impronta) {

    /** What the first row of a chain hangs from. */
    public static final Anello ORIGINE =
        new Anello(0, VERSIONE + ":" + "0".repeat(64), VERSIONE + ":" + "0".repeat(64));

    /** The link of the row that comes after this one. */
    public Anello segue(Riga riga) {
      return new Anello(numero + 1, impronta, riga.impronta(numero + 1, impronta));
    }
  }

  /**
   * A row as it is found in the archive.
   *
   * @param nome as people can look it up: {@code voto 12}
   */
  public record RigaAgliAtti(String nome, Anello anello, Riga contenuto) {}

  /**
   * Something that is not as it was recorded.
   *
   * @param riga the row, or the place in the chain of a row that is missing
   * @param motivo what is wrong with it, in Italian
   */
  public record Alterazione(String riga, String motivo) {}

  /** Starts the contents of a row of the given kind, for example {@code voto}. */
  public static Riga riga(String tipo) {
    return new Riga(tipo);
  }

  /** The instant as the databases give it back: without what is below the microsecond. */
  public static OffsetDateTime conservabile(OffsetDateTime istante) {
    return istante.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Checks one chain from its first row to its head.
   *
   * @param catena its name, to name the rows that are missing
   * @param testa the last link that was ever added, {@link Anello#ORIGINE} for none
   * @param righe the rows found in the archive, in any order
   * @return what was altered, in the order of the chain; empty when the chain is intact
   */
  public static List<Alterazione> verifica(String catena, Anello testa, List<RigaAgliAtti> righe) {
    var alterazioni = new ArrayList<Alterazione>();
    var ordinate = new ArrayList<>(righe);
    ordinate.sort(Comparator.comparingLong(r -> r.anello().numero()));
    RigaAgliAtti ultima = null;
    String ricalcolata = Anello.ORIGINE.impronta();
    boolean ultimaIntegra = true;
    for (var riga : ordinate) {
      long posto = riga.anello().numero();
      long atteso = ultima == null ? 1 : ultima.anello().numero() + 1;
      var propria = riga.contenuto().impronta(posto, riga.anello().precedente());
      boolean integra = propria.equals(riga.anello().impronta());
      if (!integra) {
        alterazioni.add(
            new Alterazione(riga.nome(), "il contenuto non corrisponde all'impronta registrata"));
      }
      if (posto > testa.numero()) {
        alterazioni.add(
            new Alterazione(riga.nome(), "è stata aggiunta fuori dalla registrazione regolare"));
      }
      if (posto < atteso) {
        alterazioni.add(
            new Alterazione(
                riga.nome(),
                "occupa il posto %d della catena, che è di un'altra riga".formatted(posto)));
      } else if (posto > atteso) {
        alterazioni.add(mancanti(catena, atteso, posto - 1));
      } else if (integra && ultimaIntegra && !segue(riga.anello(), ultima, ricalcolata)) {
        alterazioni.add(
            new Alterazione(
                ultima == null ? riga.nome() : ultima.nome(),
                "non è la riga a cui era agganciata %s: è stata riscritta"
                    .formatted(ultima == null ? "la catena" : "la successiva")));
      }
      ultima = riga;
      ricalcolata = propria;
      ultimaIntegra = integra;
    }
    long ultimoPosto = ultima == null ? 0 : ultima.anello().numero();
    if (ultimoPosto < testa.numero()) {
      alterazioni.add(mancanti(catena, ultimoPosto + 1, testa.numero()));
    } else if (ultima != null
        && ultimoPosto == testa.numero()
        && ultimaIntegra
        && !ultima.anello().impronta().equals(testa.impronta())) {
      alterazioni.add(
          new Alterazione(
              ultima.nome(), "non è l'ultima riga che la catena ricorda: è stata riscritta"));
    }
    return List.copyOf(alterazioni);
  }

  private static boolean segue(Anello anello, RigaAgliAtti ultima, String ricalcolata) {
    return anello.precedente().equals(ricalcolata)
        || ultima != null && anello.precedente().equals(ultima.anello().impronta());
  }

  private static Alterazione mancanti(String catena, long da, long a) {
    return da == a
        ? new Alterazione("%s, posto %d".formatted(catena, da), "la riga manca")
        : new Alterazione("%s, posti da %d a %d".formatted(catena, da, a), "le righe mancano");
  }

  /** The contents of a row: named values, in a form that does not depend on their order. */
  public static final class Riga {

    private final String tipo;
    private final Map<String, String> campi = new TreeMap<>();

    private Riga(String tipo) {
      this.tipo = senzaSpazi(tipo);
    }

    public Riga campo(String nome, String valore) {
      return aggiungi(nome, 't', valore);
    }

    public Riga campo(String nome, Enum<?> valore) {
      return aggiungi(nome, 't', valore == null ? null : valore.name());
    }

    public Riga campo(String nome, Long valore) {
      return campo(nome, valore == null ? null : BigDecimal.valueOf(valore));
    }

    public Riga campo(String nome, Integer valore) {
      return campo(nome, valore == null ? null : BigDecimal.valueOf(valore));
    }

    /** The scale does not count: {@code 1.50} is {@code 1.5}. */
    public Riga campo(String nome, BigDecimal valore) {
      return aggiungi(
          nome, 'n', valore == null ? null : valore.stripTrailingZeros().toPlainString());
    }

    public Riga campo(String nome, Boolean valore) {
      return aggiungi(nome, 'b', valore == null ? null : valore.toString());
    }

    public Riga campo(String nome, LocalDate valore) {
      return aggiungi(nome, 'd', valore == null ? null : valore.toString());
    }

    /**
     * The offset does not count, only the instant.
     *
     * @throws IllegalArgumentException when the databases would not keep it whole; see {@link
     *     Catena#conservabile}
     */
    public Riga campo(String nome, OffsetDateTime valore) {
      return campo(nome, valore == null ? null : valore.toInstant());
    }

    /** As {@link #campo(String, OffsetDateTime)}. */
    public Riga campo(String nome, ZonedDateTime valore) {
      return campo(nome, valore == null ? null : valore.toInstant());
    }

    private Riga campo(String nome, Instant valore) {
      if (valore != null && !valore.equals(valore.truncatedTo(ChronoUnit.MICROS))) {
        throw new IllegalArgumentException(
            "%s: %s is finer than a microsecond".formatted(nome, valore));
      }
      return aggiungi(
          nome, 'i', valore == null ? null : ISTANTE.format(valore.atOffset(ZoneOffset.UTC)));
    }

    private Riga aggiungi(String nome, char genere, String valore) {
      senzaSpazi(nome);
      if (valore != null
          && campi.put(
                  nome,
                  "%c %d %s"
                      .formatted(genere, valore.getBytes(StandardCharsets.UTF_8).length, valore))
              != null) {
        throw new IllegalArgumentException("field given twice: " + nome);
      }
      return this;
    }

    String canonica(long numero, String precedente) {
      var testo = new StringBuilder();
      testo.append("catena ").append(VERSIONE).append('\n');
      testo.append("numero ").append(numero).append('\n');
      testo.append("precedente ").append(precedente).append('\n');
      testo.append("tipo ").append(tipo).append('\n');
      campi.forEach((nome, valore) -> testo.append(nome).append(' ').append(valore).append('\n'));
      return testo.toString();
    }

    String impronta(long numero, String precedente) {
      try {
        var sha256 =
            MessageDigest.getInstance("SHA-256")
                .digest(canonica(numero, precedente).getBytes(StandardCharsets.UTF_8));
        return VERSIONE + ":" + HexFormat.of().formatHex(sha256);
      } catch (NoSuchAlgorithmException impossibile) {
        throw new IllegalStateException(impossibile);
      }
    }

    private static String senzaSpazi(String nome) {
      if (nome.isEmpty() || nome.chars().anyMatch(Character::isWhitespace)) {
        throw new IllegalArgumentException("not a name: «%s»".formatted(nome));
      }
      return nome;
    }
  }
}
