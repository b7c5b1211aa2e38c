package it.pianodizona.coprogrammazione;

import java.util.List;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Prints the documents that wait, one after the other, each in a transaction of its own. */
@Component
public class StampeDellAvviso {

  private static final Logger LOG = LoggerFactory.getLogger(StampeDellAvviso.class);

  private final Ricevute ricevute;
  private final AvvisiStampati avvisi;

  StampeDellAvviso(Ricevute ricevute, AvvisiStampati avvisi) {
    this.ricevute = ricevute;
    this.avvisi = avvisi;
  }

  /** What cannot be printed now is tried again at the next round. */
  public void stampaInAttesa() {
    ognuno("avviso", avvisi.daStampare(), avvisi::ultimo);
    ognuno("ricevuta della domanda", ricevute.daStampare(), ricevute::ricevuta);
  }

  private static void ognuno(String cosa, List<Long> chiavi, LongConsumer stampa) {
    for (long chiave : chiavi) {
      try {
        stampa.accept(chiave);
      } catch (RuntimeException e) {
        LOG.warn("Stampa rinviata: {} {}", cosa, chiave, e);
      }
    }
  }
}
