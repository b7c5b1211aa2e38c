package it.pianodizona.notifiche;

import it.pianodizona.attuazione.monitoraggio.EventoMonitoraggio;
import it.pianodizona.attuazione.monitoraggio.EventoMonitoraggio.Fatto;
import it.pianodizona.comune.Destinatario;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Letters about the yearly monitoring: to the office that must fill it in, to the ATS when it is
 * late, and to ATS and Comuni when the Assemblea has approved it.
 */
@Component
class NotificheMonitoraggio {

  /** The office knows what it wrote; the convocation of the Assemblea tells the rest. */
  private static final Set<Fatto> TACIUTI = Set.of(Fatto.SCRITTO, Fatto.IN_ASSEMBLEA);

  private final Messaggi messaggi;
  private final Recapiti recapiti;

  NotificheMonitoraggio(Messaggi messaggi, Recapiti recapiti) {
    this.messaggi = messaggi;
    this.recapiti = recapiti;
  }

  @EventListener
  void accaduto(EventoMonitoraggio evento) {
    if (TACIUTI.contains(evento.fatto())) {
      return;
    }
    var piano = evento.piano();
    var ambito = recapiti.nomeAmbito(piano.codiceAmbito());
    var lettera =
        Lettera.su("%s: anno %d – %s".formatted(titolo(evento.fatto()), evento.anno(), ambito))
            .fatto(fatto(evento, ambito))
            .dato("Piano di Zona", piano.triennio())
            .dato("Anno", String.valueOf(evento.anno()));
    if (evento.fatto() == Fatto.APPROVATO) {
      lettera.dato("Atto", evento.testo());
      lettera.collegamento("Apri il monitoraggio", recapiti.attuazione(piano, evento.anno()));
    } else {
      lettera.dato("Termine", Quando.giornoEOra(evento.scadenza()));
      lettera.dato("Che cosa ha detto l'Assemblea", evento.testo());
      lettera.daFare(
          """
          L'Ufficio di Piano scrive i valori nella pagina dell'anno, anche da un foglio di calcolo, \
          e completa il compito «Compilare il monitoraggio»: poi si convoca l'Assemblea.""");
      lettera.collegamento("Apri la pagina dell'anno", recapiti.attuazione(piano, evento.anno()));
    }
    messaggi.accoda(
        evento.fatto() == Fatto.APPROVATO
            ? Scopo.MONITORAGGIO_APPROVATO
            : Scopo.MONITORAGGIO_ANNUALE,
        "monitoraggio:%d:%d:%s:%d"
            .formatted(piano.pianoId(), evento.anno(), evento.fatto(), evento.volta()),
        piano,
        destinatari(evento),
        lettera.fine(),
        null);
  }

  private List<Destinatario> destinatari(EventoMonitoraggio evento) {
    var piano = evento.piano();
    return switch (evento.fatto()) {
      case APPROVATO -> {
        var tutti = new ArrayList<Destinatario>();
        tutti.add(recapiti.ats(piano));
        tutti.addAll(recapiti.comuni(piano));
        yield tutti;
      }
      case IN_RITARDO -> List.of(recapiti.ufficioDiPiano(piano), recapiti.ats(piano));
      default -> List.of(recapiti.ufficioDiPiano(piano));
    };
  }

  private static String titolo(Fatto fatto) {
    return switch (fatto) {
      case APERTO -> "Monitoraggio da compilare";
      case IN_SCADENZA -> "Monitoraggio in scadenza";
      case IN_RITARDO -> "Monitoraggio in ritardo";
      case SCRITTO, IN_ASSEMBLEA -> "Monitoraggio in lavorazione";
      case NON_APPROVATO -> "Monitoraggio da rivedere";
      case APPROVATO -> "Monitoraggio approvato";
    };
  }

  private static String fatto(EventoMonitoraggio evento, String ambito) {
    return switch (evento.fatto()) {
      case APERTO ->
          "si apre il monitoraggio dell'anno %d del Piano di Zona dell'%s."
              .formatted(evento.anno(), ambito);
      case IN_SCADENZA ->
          """
          si avvicina il termine entro cui l'Assemblea deve approvare il monitoraggio dell'anno %d \
          dell'%s, che l'ufficio non ha ancora inviato."""
              .formatted(evento.anno(), ambito);
      case IN_RITARDO ->
          """
          è scaduto il termine entro cui l'Assemblea doveva approvare il monitoraggio dell'anno %d \
          dell'%s. Il lavoro prosegue; il ritardo resta visibile fino all'approvazione."""
              .formatted(evento.anno(), ambito);
      case SCRITTO, IN_ASSEMBLEA ->
          "il monitoraggio dell'anno %d dell'%s è in lavorazione.".formatted(evento.anno(), ambito);
      case NON_APPROVATO ->
          """
          l'Assemblea dei Sindaci non ha approvato il monitoraggio dell'anno %d dell'%s, o il piano \
          economico che lo accompagna: torna all'Ufficio di Piano."""
              .formatted(evento.anno(), ambito);
      case APPROVATO ->
          """
          l'Assemblea dei Sindaci ha approvato il monitoraggio dell'anno %d del Piano di Zona \
          dell'%s. Il rapporto, con i semafori degli obiettivi e le quote dei Comuni per l'anno \
          dopo quando il triennio non è finito, è nel fascicolo del Piano."""
              .formatted(evento.anno(), ambito);
    };
  }
}
