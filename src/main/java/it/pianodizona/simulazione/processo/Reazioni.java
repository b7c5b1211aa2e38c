package it.pianodizona.simulazione.processo;

import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.AvvisoPubblicato;
import it.pianodizona.coprogrammazione.Canale;
import it.pianodizona.coprogrammazione.ComandoDomanda;
import it.pianodizona.coprogrammazione.DomandaRegistrata;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.IntegrazioneRichiesta;
import it.pianodizona.coprogrammazione.PreavvisoDiRigettoInviato;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.TermineProrogato;
import it.pianodizona.simulazione.EntiSimulati;
import it.pianodizona.simulazione.Ritmo;
import it.pianodizona.simulazione.Simulazione;
import it.pianodizona.simulazione.Sorte;
import it.pianodizona.tavoli.EsitoRisposta;
import it.pianodizona.tavoli.IncontroConvocato;
import it.pianodizona.tavoli.PostiAlTavolo;
import it.pianodizona.tavoli.VerbaleInviato;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the bodies do without an account: they apply, complete, answer and remark on the public
 * pages, in answer to what the application tells them.
 */
@Component
@Simulazione
class Reazioni {

  private final Agenda agenda;
  private final Avvisi avvisi;
  private final Domande domande;
  private final PostiAlTavolo posti;
  private Partita partita;
  private boolean termineSpostato;

  Reazioni(Agenda agenda, Avvisi avvisi, Domande domande, PostiAlTavolo posti) {
    this.agenda = agenda;
    this.avvisi = avvisi;
    this.domande = domande;
    this.posti = posti;
  }

  void gioca(Partita nuova) {
    this.partita = nuova;
  }

  /** Whether timers were moved since the last call. */
  boolean termineSpostato() {
    boolean spostato = termineSpostato;
    termineSpostato = false;
    return spostato;
  }

  private boolean riguarda(RiferimentoPiano piano) {
    return partita != null && piano.triennio().equals(partita.parametri().triennio());
  }

  private double probabilita(String cosa) {
    return partita.profilo().probabilita(cosa);
  }

  @EventListener
  void proroga(TermineProrogato evento) {
    termineSpostato = true;
  }

  /** Most apply in the last days, a few too late, some twice. */
  @EventListener
  void avviso(AvvisoPubblicato evento) {
    if (!riguarda(evento.piano())) {
      return;
    }
    var ambito = evento.piano().codiceAmbito();
    var tiro = partita.sorte().di("domande", ambito, evento.avvisoId());
    if (tiro.accade(probabilita("nessunaDomanda"))) {
      return;
    }
    int quante = partita.profilo().quanti("domande", tiro);
    for (int i = 1; i <= quante; i++) {
      var suo = partita.sorte().di("domanda", ambito, evento.avvisoId(), i);
      var quando = quando(evento.scadenzaDomande(), suo);
      int numero = i;
      agenda.prometti(quando, () -> presenta(evento, numero));
      if (suo.accade(probabilita("domandaDoppia"))) {
        agenda.prometti(quando.plusSeconds(86_400), () -> presentaDiNuovo(evento, numero));
      }
    }
  }

  private Instant quando(ZonedDateTime scadenza, Sorte.Tiro tiro) {
    var adesso = adesso();
    if (tiro.accade(probabilita("domandaTardiva"))) {
      return scadenza.plusSeconds(tiro.tra(1, 3 * 86_400)).toInstant();
    }
    double secondi = Duration.between(adesso, scadenza.toInstant()).toSeconds();
    return adesso.plusSeconds(Math.round(secondi * Math.sqrt(tiro.quota())));
  }

  private ComandoDomanda comando(AvvisoPubblicato evento, int numero) {
    var ambito = evento.piano().codiceAmbito();
    return new ComandoDomanda(
        evento.numero(),
        Canale.WEB,
        EntiSimulati.domanda(
            ambito,
            numero,
            avvisi.avviso(evento.avvisoId()).contenuto().codiciAree(),
            partita.sorte().di("ente", ambito, numero)));
  }

  private void presenta(AvvisoPubblicato evento, int numero) {
    domande.presenta(comando(evento, numero));
  }

  private void presentaDiNuovo(AvvisoPubblicato evento, int numero) {
    domande.presentaDiNuovo(comando(evento, numero));
  }

  @EventListener
  void registrata(DomandaRegistrata evento) {
    if (riguarda(evento.piano())) {
      var tiro = di("ritiro", evento.piano(), evento.domandaId());
      if (tiro.accade(probabilita("domandaRitirata"))) {
        agenda.prometti(
            Ritmo.dopoGiorni(adesso(), tiro.tra(1, 15), tiro),
            () -> domande.ritira(evento.token()));
      }
    }
  }

  @EventListener
  void integrazione(IntegrazioneRichiesta evento) {
    if (riguarda(evento.piano())) {
      var tiro = di("integrazione", evento.piano(), evento.domandaId());
      if (tiro.accade(probabilita("integrazioneInviata"))) {
        agenda.prometti(
            prima(evento.entro(), tiro),
            () -> domande.integra(evento.token(), "Si trasmette quanto richiesto."));
      }
    }
  }

  @EventListener
  void preavviso(PreavvisoDiRigettoInviato evento) {
    if (riguarda(evento.piano())) {
      var tiro = di("osservazioni", evento.piano(), evento.domandaId());
      if (tiro.accade(probabilita("osservazioniInviate"))) {
        agenda.prometti(
            prima(evento.entro(), tiro),
            () -> domande.osserva(evento.token(), "L'iscrizione al registro è in corso."));
      }
    }
  }

  @EventListener
  void convocazione(IncontroConvocato evento) {
    if (!riguarda(evento.piano())) {
      return;
    }
    long incontro = evento.incontro().id();
    for (var invitato : evento.invitati()) {
      var tiro = di("risposta", evento.piano(), incontro + "/" + invitato.membroId());
      if (invitato.token() != null && tiro.accade(probabilita("rispostaAllInvito"))) {
        var esito = tiro.accade(0.85) ? EsitoRisposta.PRESENTE : EsitoRisposta.ASSENTE;
        agenda.prometti(
            prima(evento.incontro().inizio(), tiro),
            () -> posti.rispondi(invitato.token(), incontro, esito, null, null));
      }
    }
  }

  @EventListener
  void bozza(VerbaleInviato evento) {
    if (!riguarda(evento.piano())) {
      return;
    }
    long incontro = evento.incontro().id();
    for (var invitato : evento.invitati()) {
      var tiro = di("verbale", evento.piano(), incontro + "/" + invitato.membroId());
      if (invitato.token() != null && tiro.accade(probabilita("osservazioneAlVerbale"))) {
        agenda.prometti(
            prima(evento.termineOsservazioni(), tiro),
            () ->
                posti.osserva(
                    invitato.token(), incontro, "Si chiede di riportare l'impegno dell'ente."));
      }
    }
  }

  private Sorte.Tiro di(String cosa, RiferimentoPiano piano, Object chi) {
    return partita.sorte().di(cosa, piano.codiceAmbito(), chi);
  }

  /** A moment between now and a term, never after it. */
  private static Instant prima(ZonedDateTime termine, Sorte.Tiro tiro) {
    var adesso = adesso();
    long secondi = Duration.between(adesso, termine.toInstant()).toSeconds();
    return adesso.plusSeconds(Math.max(1, Math.round(secondi * tiro.quota()) - 1));
  }

  private static Instant adesso() {
    return ClockUtil.now().toInstant();
  }
}
