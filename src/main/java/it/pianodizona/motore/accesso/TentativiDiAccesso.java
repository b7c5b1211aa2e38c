package it.pianodizona.motore.accesso;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts wrong passwords and says how long to wait before the next attempt. Three counts: of an
 * account from an address, of an account from everywhere, of an address over all accounts. Who has
 * already logged in from where he or she is now is held only to the first: neither the guesses of
 * somebody else against the same account nor those of a neighbour behind the same address keep that
 * person out.
 *
 * <p>Kept in the memory of the node, at most {@link #CAPIENZA} entries of each kind: the oldest
 * make room.
 */
final class TentativiDiAccesso {

  static final int CAPIENZA = 10_000;

  /** Wrong passwords that cost nothing: people mistype. */
  static final int DI_UN_ACCOUNT_DA_UN_INDIRIZZO = 5;

  static final int DI_UN_ACCOUNT = 20;
  static final int DI_UN_INDIRIZZO = 40;

  static final Duration PRIMA_ATTESA = Duration.ofSeconds(30);
  static final Duration ATTESA_MASSIMA = Duration.ofMinutes(15);

  /** A count that nobody adds to for so long starts over. */
  static final Duration OBLIO = Duration.ofMinutes(30);

  private final LongSupplier adesso;
  private final Map<String, Conto> conti = limitata();
  private final Map<String, Boolean> riusciti = limitata();

  private static final class Conto {
    private int errori;
    private long ultimo;
    private long finoA;
  }

  private record Chiave(String nome, int soglia) {}

  /**
   * @param adesso real time in milliseconds, never the demonstration's
   */
  TentativiDiAccesso(LongSupplier adesso) {
    this.adesso = adesso;
  }

  /** How long this account must wait from this address; zero when it may try. */
  synchronized Duration attesa(String account, String indirizzo) {
    long ora = adesso.getAsLong();
    long fino =
        chiavi(account, indirizzo).stream()
            .map(chiave -> conti.get(chiave.nome()))
            .mapToLong(conto -> conto == null ? 0 : conto.finoA)
            .max()
            .orElse(0);
    return fino > ora ? Duration.ofMillis(fino - ora) : Duration.ZERO;
  }

  synchronized void fallito(String account, String indirizzo) {
    long ora = adesso.getAsLong();
    for (var chiave : chiavi(account, indirizzo)) {
      var conto = conti.computeIfAbsent(chiave.nome(), nuova -> new Conto());
      if (ora - conto.ultimo > OBLIO.toMillis()) {
        conto.errori = 0;
      }
      conto.errori++;
      conto.ultimo = ora;
      if (conto.errori >= chiave.soglia()) {
        int raddoppi = Math.min(conto.errori - chiave.soglia(), 16);
        conto.finoA =
            ora + Math.min(PRIMA_ATTESA.toMillis() << raddoppi, ATTESA_MASSIMA.toMillis());
      }
    }
  }

  synchronized void riuscito(String account, String indirizzo) {
    var coppia = coppia(account, indirizzo);
    conti.remove(coppia);
    riusciti.put(coppia, true);
  }

  /** Entries in memory. */
  synchronized int ricordati() {
    return conti.size() + riusciti.size();
  }

  private List<Chiave> chiavi(String account, String indirizzo) {
    var coppia = coppia(account, indirizzo);
    var chiavi = new ArrayList<Chiave>();
    chiavi.add(new Chiave(coppia, DI_UN_ACCOUNT_DA_UN_INDIRIZZO));
    if (!riusciti.containsKey(coppia)) {
      chiavi.add(new Chiave("account " + normale(account), DI_UN_ACCOUNT));
      chiavi.add(new Chiave("indirizzo " + indirizzo, DI_UN_INDIRIZZO));
    }
    return chiavi;
  }

  private static String coppia(String account, String indirizzo) {
    return "coppia " + indirizzo + " " + normale(account);
  }

  /** What a client sends must not fill the memory. */
  private static String normale(String account) {
    var minuscolo = account.toLowerCase(Locale.ROOT);
    return minuscolo.length() > 64 ? minuscolo.substring(0, 64) : minuscolo;
  }

  private static <V> Map<String, V> limitata() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> vecchia) {
        return size() > CAPIENZA;
      }
    };
  }
}
