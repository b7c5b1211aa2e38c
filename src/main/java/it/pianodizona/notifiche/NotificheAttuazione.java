package it.pianodizona.notifiche;

import it.pianodizona.attuazione.EventoDebito;
import it.pianodizona.attuazione.EventoDebito.Fatto;
import it.pianodizona.comune.Destinatario;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Letters about the reporting flows: to the office that must send them, and to the ATS when one is
 * late or waits for validation.
 */
@Component
class NotificheAttuazione {

  /** An opening by the calendar shows as a task; only what the Region adds is also told by mail. */
  private static final Set<Fatto> TACIUTI = Set.of(Fatto.ACQUISITO);

  private final Messaggi messaggi;
  private final Recapiti recapiti;

  NotificheAttuazione(Messaggi messaggi, Recapiti recapiti) {
    this.messaggi = messaggi;
    this.recapiti = recapiti;
  }

  @EventListener
  void accaduto(EventoDebito evento) {
    boolean dalCalendario = evento.fatto() == Fatto.APERTO && evento.testo() == null;
    if (TACIUTI.contains(evento.fatto()) || dalCalendario) {
      return;
    }
    var lettera =
        Lettera.su(
                "%s: %s, periodo %s"
                    .formatted(titolo(evento.fatto()), evento.denominazione(), evento.periodo()))
            .fatto(fatto(evento))
            .dato("Flusso", evento.denominazione())
            .dato("Periodo", evento.periodo())
            .dato("Termine per l'invio", Quando.giornoEOra(evento.scadenza()));
    if (evento.testo() != null && evento.fatto() != Fatto.INVIATO) {
      lettera.dato(evento.fatto() == Fatto.RESPINTO ? "Motivi" : "Atto", evento.testo());
    }
    lettera.daFare(daFare(evento.fatto()));
    lettera.collegamento("Apri il flusso", recapiti.flusso(evento.debitoId()));
    messaggi.accoda(
        Scopo.DEBITO_INFORMATIVO,
        "debito:%d:%d:%s:%08x"
            .formatted(
                evento.debitoId(),
                evento.acquisizione(),
                evento.fatto(),
                evento.testo() == null ? 0 : evento.testo().hashCode()),
        evento.piano(),
        destinatari(evento),
        lettera.fine(),
        null);
  }

  private List<Destinatario> destinatari(EventoDebito evento) {
    var ufficio = recapiti.ufficioDiPiano(evento.piano());
    var ats = recapiti.ats(evento.piano());
    return switch (evento.fatto()) {
      case INVIATO -> List.of(ats);
      case IN_RITARDO -> List.of(ufficio, ats, recapiti.regione());
      default -> List.of(ufficio);
    };
  }

  private static String titolo(Fatto fatto) {
    return switch (fatto) {
      case APERTO -> "Flusso da inviare";
      case IN_SCADENZA -> "Flusso in scadenza";
      case IN_RITARDO -> "Flusso in ritardo";
      case INVIATO -> "Flusso da validare";
      case RESPINTO -> "Flusso respinto";
      case ACQUISITO -> "Flusso acquisito";
      case RIAPERTO -> "Flusso riaperto";
    };
  }

  private String fatto(EventoDebito evento) {
    var ambito = "l'Ambito " + recapiti.ambito(evento.piano()).denominazione();
    return switch (evento.fatto()) {
      case APERTO -> "la Regione ha aperto un flusso che %s deve inviare.".formatted(ambito);
      case IN_SCADENZA ->
          "sta per chiudersi la finestra di un flusso che %s non ha ancora inviato."
              .formatted(ambito);
      case IN_RITARDO ->
          """
          si è chiusa la finestra di un flusso che %s non ha inviato. Finché il flusso non è \
          acquisito, all'Ambito non si può pagare nulla."""
              .formatted(ambito);
      case INVIATO -> "%s ha inviato un flusso, che ora va validato.".formatted(ambito);
      case RESPINTO ->
          "la ATS ha respinto un flusso inviato: %s lo deve correggere.".formatted(ambito);
      case ACQUISITO -> "il flusso inviato è stato acquisito.";
      case RIAPERTO ->
          "la Regione ha riaperto un flusso già acquisito: %s lo deve inviare di nuovo."
              .formatted(ambito);
    };
  }

  private static String daFare(Fatto fatto) {
    return fatto == Fatto.INVIATO
        ? "Validi il flusso o lo respinga indicando che cosa correggere."
        : """
        L'Ufficio di Piano carica il file nella pagina del flusso, che ne controlla ogni cella, e \
        completa il compito «Inviare flusso».""";
  }
}
