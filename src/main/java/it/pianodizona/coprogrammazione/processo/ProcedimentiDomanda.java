package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.AVVISO_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_DOPPIA;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.TERMINE_PROCEDIMENTO;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.coprogrammazione.DomandaDaIstruire;
import it.pianodizona.coprogrammazione.DomandaRitirata;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.DomandeConfrontate;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.IntegrazioneRicevuta;
import it.pianodizona.coprogrammazione.OsservazioniRicevute;
import it.pianodizona.coprogrammazione.StatoDomanda;
import it.pianodizona.coprogrammazione.TerminiProcedimento;
import it.pianodizona.motore.Processi;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.lavoro.Lavori;
import it.pianodizona.motore.lavoro.Lavoro;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries what applicants do into the procedures on their domande, in the same transaction. Only
 * the start of a procedure and the mail that acknowledges it come a moment after the registration:
 * on the last evening two hundred applicants must not wait for them, nor for each other while the
 * protocol register is locked.
 */
@Component
class ProcedimentiDomanda implements Lavoro {

  private static final String AVVIO = "avvio-procedimento-domanda";

  private final Processi processi;
  private final Domande domande;
  private final TerminiProcedimento termini;
  private final Lavori lavori;

  ProcedimentiDomanda(
      Processi processi, Domande domande, TerminiProcedimento termini, Lavori lavori) {
    this.processi = processi;
    this.domande = domande;
    this.termini = termini;
    this.lavori = lavori;
  }

  /** Business key of a procedure, e.g. {@code 50084/2025-2027/0000123-2024}. */
  static String chiave(RiferimentoPiano piano, String protocollo) {
    return piano.chiave() + "/" + protocollo.replace('/', '-');
  }

  @EventListener
  void avvia(DomandaDaIstruire evento) {
    lavori.accoda(AVVIO, String.valueOf(evento.domandaId()));
  }

  @Override
  public String tipo() {
    return AVVIO;
  }

  /** Every applicant is told; one withdrawn meanwhile, or absorbed by another, ends here. */
  @Override
  public void esegui(String domandaId) {
    long id = Long.parseLong(domandaId);
    domande.accusaRicevuta(id);
    var domanda = domande.domanda(id);
    if (domanda.esito() == EsitoDomanda.RITIRATA || domanda.esito() == EsitoDomanda.ASSORBITA) {
      return;
    }
    processi.avvia(
        DomandaPartecipazioneProcesso.CHIAVE,
        chiave(domanda.piano(), domanda.protocollo()),
        Map.of(
            VariabiliPiano.PIANO_ID.nome(), domanda.piano().pianoId(),
            VariabiliPiano.CODICE_AMBITO.nome(), domanda.piano().codiceAmbito(),
            VariabiliPiano.TRIENNIO.nome(), domanda.piano().triennio(),
            AVVISO_ID.nome(), domanda.avvisoId(),
            DOMANDA_ID.nome(), domanda.id(),
            DOMANDA_DOPPIA.nome(), doppia(domanda.id()),
            TERMINE_PROCEDIMENTO.nome(), Istanti.iso(termini.apri(domanda.id()))));
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

  /**
   * The procedure of the domanda that does not stay ends, wherever it is; the one in which the two
   * were compared goes on by itself.
   */
  @EventListener
  void consegna(DomandeConfrontate evento) {
    if (evento.assorbita() != evento.procedimentoDi()) {
      processi.consegna(
          DomandaPartecipazioneProcesso.MSG_ASSORBITA,
          DOMANDA_ID.nome(),
          evento.assorbita(),
          Map.of());
    }
  }

  /** Whether a domanda that just arrived must first be compared with another one of the body. */
  boolean doppia(long domandaId) {
    return domande.domanda(domandaId).stato() == StatoDomanda.DA_CONFRONTARE;
  }

  private void consegna(String messaggio, long domandaId, String campo) {
    if (!processi.consegna(messaggio, DOMANDA_ID.nome(), domandaId, Map.of())) {
      throw DatoNonValido.regola(
          campo, "il procedimento non è più in attesa: ricaricare la pagina della domanda.");
    }
  }
}
