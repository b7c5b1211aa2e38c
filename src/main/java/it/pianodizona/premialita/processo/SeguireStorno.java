package it.pianodizona.premialita.processo;

import it.pianodizona.motore.Processi;
import it.pianodizona.premialita.PagamentoStornato;
import it.pianodizona.premialita.Premialita;
import it.pianodizona.premialita.PremialitaLiquidata;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a payment that was reversed, or made again, means for the instance of its project: the open
 * forms show the new amounts, and nobody is asked to order back what was never received.
 */
@Component
class SeguireStorno {

  private final Premialita premialita;
  private final Processi processi;
  private final ModuliDelProgetto moduli;

  SeguireStorno(Premialita premialita, Processi processi, ModuliDelProgetto moduli) {
    this.premialita = premialita;
    this.processi = processi;
    this.moduli = moduli;
  }

  @EventListener
  void stornato(PagamentoStornato evento) {
    mostraResidui(evento.progettoId());
    if (evento.progettoId() != null && !evento.residua().negativo()) {
      processi.daApplicazione(
          () ->
              processi.consegna(
                  RecuperoPremialitaProcesso.RECUPERO_NON_DOVUTO,
                  PremialitaProgettoProcesso.PROGETTO_ID.nome(),
                  evento.progettoId(),
                  Map.of()));
    }
  }

  @EventListener
  void liquidata(PremialitaLiquidata evento) {
    mostraResidui(evento.progettoId());
  }

  private void mostraResidui(Long progettoId) {
    if (progettoId != null) {
      processi.daApplicazione(
          () -> {
            moduli.mostraResidui(premialita.progetto(progettoId));
            return null;
          });
    }
  }
}
