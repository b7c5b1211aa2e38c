package it.pianodizona.coprogrammazione.processo;

import it.pianodizona.comune.UnNodoAllaVolta;
import it.pianodizona.coprogrammazione.StampeFallite;
import it.pianodizona.motore.Incidenti;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.processo.PianoDiZonaProcesso;
import org.springframework.stereotype.Component;

/** Documents that cannot be printed are incidents of the plan's process instance. */
@Component
class StampeFalliteNelMotore implements StampeFallite {

  static final String TIPO = "stampaFallita";

  private final Incidenti incidenti;
  private final Piani piani;
  private final UnNodoAllaVolta nodi;

  StampeFalliteNelMotore(Incidenti incidenti, Piani piani, UnNodoAllaVolta nodi) {
    this.incidenti = incidenti;
    this.piani = piani;
    this.nodi = nodi;
  }

  @Override
  public void apri(long pianoId, String documento, String motivo) {
    // two nodes may give up on the same document at the same moment
    nodi.seLibera(
        TIPO,
        () -> {
          if (!incidenti.aperto(TIPO, documento)) {
            incidenti.apri(
                PianoDiZonaProcesso.CHIAVE,
                piani.riferimento(pianoId).chiave(),
                TIPO,
                documento,
                "Stampa non riuscita, si continua a provare: %s. %s".formatted(documento, motivo));
          }
        });
  }

  @Override
  public void chiudi(String documento) {
    incidenti.chiudi(TIPO, documento);
  }
}
