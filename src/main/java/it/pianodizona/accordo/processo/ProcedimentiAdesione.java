package it.pianodizona.accordo.processo;

import it.pianodizona.accordo.AdesioneRichiesta;
import it.pianodizona.motore.Processi;
import it.pianodizona.motore.VariabiliPiano;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the examination of a request to adhere, in the transaction that registers it. */
@Component
class ProcedimentiAdesione {

  private final Processi processi;

  ProcedimentiAdesione(Processi processi) {
    this.processi = processi;
  }

  @EventListener
  void richiesta(AdesioneRichiesta evento) {
    var piano = evento.piano();
    processi.avvia(
        AdesioneTerzoSettoreProcesso.CHIAVE,
        piano.chiave(),
        Map.of(
            VariabiliPiano.PIANO_ID.nome(), piano.pianoId(),
            VariabiliPiano.CODICE_AMBITO.nome(), piano.codiceAmbito(),
            VariabiliPiano.TRIENNIO.nome(), piano.triennio(),
            AdesioneTerzoSettoreProcesso.ADESIONE_ID.nome(), evento.adesione().id()));
  }
}
