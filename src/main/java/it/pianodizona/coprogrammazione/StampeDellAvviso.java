package it.pianodizona.coprogrammazione;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Prints the documents that wait, one after the other, each in a transaction of its own. What
 * cannot be printed is tried again at every round, and told after {@link #TENTATIVI} of them.
 */
@Component
public class StampeDellAvviso {

  /** Failures of this node in a row before somebody is told. */
  static final int TENTATIVI = 3;

  private static final Logger LOG = LoggerFactory.getLogger(StampeDellAvviso.class);

  private final Ricevute ricevute;
  private final AvvisiStampati avvisi;
  private final StampeFallite fallite;
  private final JdbcClient jdbc;
  private final Map<String, Integer> falliti = new ConcurrentHashMap<>();

  StampeDellAvviso(
      Ricevute ricevute, AvvisiStampati avvisi, StampeFallite fallite, JdbcClient jdbc) {
    this.ricevute = ricevute;
    this.avvisi = avvisi;
    this.fallite = fallite;
    this.jdbc = jdbc;
  }

  /** What cannot be printed now is tried again at the next round. */
  public void stampaInAttesa() {
    ognuno("avviso", avvisi.daStampare(), avvisi::ultimo, this::pianoDellAvviso);
    ognuno(
        "ricevuta della domanda",
        ricevute.daStampare(),
        ricevute::ricevuta,
        this::pianoDellaDomanda);
  }

  private void ognuno(
      String cosa, List<Long> chiavi, LongConsumer stampa, LongUnaryOperator piano) {
    for (long chiave : chiavi) {
      var documento = cosa + " " + chiave;
      try {
        stampa.accept(chiave);
      } catch (RuntimeException e) {
        nonStampato(documento, e, () -> piano.applyAsLong(chiave));
        continue;
      }
      falliti.remove(documento);
      prova(documento, () -> fallite.chiudi(documento));
    }
  }

  private void nonStampato(String documento, RuntimeException e, LongSupplier piano) {
    int volte = falliti.merge(documento, 1, Integer::sum);
    if (volte == 1) {
      LOG.warn("Stampa rinviata: {}", documento, e);
    }
    if (volte >= TENTATIVI) {
      prova(documento, () -> fallite.apri(piano.getAsLong(), documento, e.toString()));
    }
  }

  /** Told at the next round, if it cannot be now. */
  private static void prova(String documento, Runnable azione) {
    try {
      azione.run();
    } catch (RuntimeException e) {
      LOG.warn("Stampa di «{}» non segnalata: {}", documento, e.getMessage());
    }
  }

  private long pianoDellAvviso(long avvisoId) {
    return jdbc.sql("select piano_id from avviso where id = ?")
        .param(avvisoId)
        .query(Long.class)
        .single();
  }

  private long pianoDellaDomanda(long domandaId) {
    return jdbc.sql(
            """
            select a.piano_id from domanda d join avviso a on a.id = d.avviso_id where d.id = ?""")
        .param(domandaId)
        .query(Long.class)
        .single();
  }
}
