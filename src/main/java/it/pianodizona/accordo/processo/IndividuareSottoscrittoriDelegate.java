package it.pianodizona.accordo.processo;

import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.ACCORDO_ID;
import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.ACCORDO_RAGGIUNTO;
import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.FIRME_RICHIESTE;
import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.RITARDO_DAL;
import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.SCADENZA_ACCORDO;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.accordo.AccordoDiProgramma;
import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.modulo.ValoriModulo;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Opens an attempt at the Accordo and fixes who must sign it and when they are reminded. */
@NelModello("individuareSottoscrittori")
class IndividuareSottoscrittoriDelegate implements JavaDelegate {

  private final Accordi accordi;

  IndividuareSottoscrittoriDelegate(Accordi accordi) {
    this.accordi = accordi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    var entro = OffsetDateTime.parse(SCADENZA_ACCORDO.di(esecuzione)).toZonedDateTime();
    var accordo =
        accordi.apri(
            VariabiliPiano.PIANO_ID.di(esecuzione),
            AccordoDiProgrammaProcesso.TESTO_ID.di(esecuzione),
            entro);
    ACCORDO_ID.imposta(esecuzione, accordo.id());
    ACCORDO_RAGGIUNTO.imposta(esecuzione, false);
    RITARDO_DAL.imposta(esecuzione, ISO_OFFSET_DATE_TIME.format(entro.plusSeconds(1)));
    FIRME_RICHIESTE.imposta(
        esecuzione,
        ValoriModulo.json(
            accordi.firmatari(accordo.id()).stream()
                .map(ente -> FirmaDaRaccogliere.di(ente).comeJson())
                .toList()));
    for (int giorni : AccordoDiProgramma.GIORNI_DI_SOLLECITO) {
      AccordoDiProgrammaProcesso.sollecito(giorni)
          .imposta(
              esecuzione, ISO_OFFSET_DATE_TIME.format(AccordoDiProgramma.sollecito(entro, giorni)));
    }
  }
}
