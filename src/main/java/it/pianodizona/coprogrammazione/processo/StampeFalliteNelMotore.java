package it.pianodizona.coprogrammazione.processo;

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

  StampeFalliteNelMotore(Incidenti incidenti, Piani piani) {
    this.incidenti = incidenti;
    this.piani = piani;
  }

  @Override
  public void apri(long pianoId, String documento, String motivo) {
    if (!incidenti.aperto(TIPO, documento)) {
      incidenti.apri(
          PianoDiZonaProcesso.CHIAVE,
          piani.riferimento(pianoId).chiave(),
          TIPO,
          documento,
          "Stampa non riuscita, si continua a provare: %s. %s".formatted(documento, motivo));
    }
  }

  @Override
  public void chiudi(String documento) {
    incidenti.chiudi(TIPO, documento);
  }
}
