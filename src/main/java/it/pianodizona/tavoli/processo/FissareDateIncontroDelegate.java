package it.pianodizona.tavoli.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.modulo.ValoriModulo;
import it.pianodizona.tavoli.Incontri;
import java.time.ZonedDateTime;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Computes the absolute dates of a meeting as it stands now. */
@NelModello("fissareDateIncontro")
class FissareDateIncontroDelegate implements JavaDelegate {

  private final Incontri incontri;

  FissareDateIncontroDelegate(Incontri incontri) {
    this.incontri = incontri;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    var incontro = incontri.incontro(IncontroTavoloProcesso.INCONTRO_ID.di(esecuzione));
    var entro = incontri.fissaTermineVerbale(incontro);
    IncontroTavoloProcesso.FINE_INCONTRO.imposta(esecuzione, iso(incontro.fine()));
    IncontroTavoloProcesso.SCADENZA_VERBALE.imposta(esecuzione, iso(entro));
    IncontroTavoloProcesso.RITARDO_VERBALE.imposta(
        esecuzione, "R/" + iso(entro.plusSeconds(1)) + "/P7D");
    IncontroTavoloProcesso.PROMEMORIA_INCONTRO.imposta(
        esecuzione,
        ValoriModulo.json(
            incontri.promemoria(incontro).stream()
                .map(p -> Map.of("giorni", p.giorniPrima(), "quando", iso(p.quando())))
                .toList()));
  }

  static String iso(ZonedDateTime momento) {
    return momento.toOffsetDateTime().toString();
  }
}
