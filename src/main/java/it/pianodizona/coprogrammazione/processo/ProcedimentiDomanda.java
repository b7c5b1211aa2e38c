package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.AVVISO_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.TERMINE_PROCEDIMENTO;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.coprogrammazione.DomandaDaIstruire;
import it.pianodizona.coprogrammazione.DomandaRitirata;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.IntegrazioneRicevuta;
import it.pianodizona.coprogrammazione.OsservazioniRicevute;
import it.pianodizona.motore.Processi;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries what applicants do into the procedures on their domande, in the same transaction. */
@Component
class ProcedimentiDomanda {

  private final Processi processi;
  private final Domande domande;

  ProcedimentiDomanda(Processi processi, Domande domande) {
    this.processi = processi;
    this.domande = domande;
  }

  /** Business key of a procedure, e.g. {@code 50084/2025-2027/0000123-2024}. */
  static String chiave(RiferimentoPiano piano, String protocollo) {
    return piano.chiave() + "/" + protocollo.replace('/', '-');
  }

  @EventListener
  void avvia(DomandaDaIstruire evento) {
    processi.avvia(
        DomandaPartecipazioneProcesso.CHIAVE,
        chiave(evento.piano(), evento.protocollo()),
        Map.of(
            VariabiliPiano.PIANO_ID.nome(), evento.piano().pianoId(),
            VariabiliPiano.CODICE_AMBITO.nome(), evento.piano().codiceAmbito(),
            VariabiliPiano.TRIENNIO.nome(), evento.piano().triennio(),
            AVVISO_ID.nome(), evento.avvisoId(),
            DOMANDA_ID.nome(), evento.domandaId(),
            TERMINE_PROCEDIMENTO.nome(),
                Istanti.iso(domande.termineProcedimento(evento.domandaId()))));
  }

  @EventListener
  void consegna(IntegrazioneRicevuta evento) {
    consegna(
        DomandaPartecipazioneProcesso.MSG_INTEGRAZIONE_RICEVUTA,
        evento.domandaId(),
        "Integrazione");
  }

  @EventListener
  void consegna(OsservazioniRicevute evento) {
    consegna(
        DomandaPartecipazioneProcesso.MSG_OSSERVAZIONI_RICEVUTE,
        evento.domandaId(),
        "Osservazioni");
  }

  /** A domanda already decided has no procedure left to end. */
  @EventListener
  void consegna(DomandaRitirata evento) {
    processi.consegna(
        DomandaPartecipazioneProcesso.MSG_RITIRO, DOMANDA_ID.nome(), evento.domandaId(), Map.of());
  }

  private void consegna(String messaggio, long domandaId, String campo) {
    if (!processi.consegna(messaggio, DOMANDA_ID.nome(), domandaId, Map.of())) {
      throw DatoNonValido.regola(
          campo, "il procedimento non è più in attesa: ricaricare la pagina della domanda.");
    }
  }
}
