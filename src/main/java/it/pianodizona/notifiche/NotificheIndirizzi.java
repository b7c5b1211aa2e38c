package it.pianodizona.notifiche;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.coprogrammazione.BozzaSalvata;
import it.pianodizona.coprogrammazione.IndirizzoSostituito;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Letters that carry the secret address of a page. */
@Component
class NotificheIndirizzi {

  private final Messaggi messaggi;
  private final Recapiti recapiti;

  NotificheIndirizzi(Messaggi messaggi, Recapiti recapiti) {
    this.messaggi = messaggi;
    this.recapiti = recapiti;
  }

  @EventListener
  void bozza(BozzaSalvata evento) {
    var piano = evento.piano();
    messaggi.accoda(
        Scopo.BOZZA_DOMANDA,
        "bozza:" + evento.bozzaId(),
        piano,
        List.of(new Destinatario(evento.email(), evento.email())),
        Lettera.su(
                "Bozza della domanda di partecipazione – Ambito "
                    + recapiti.ambito(piano).denominazione())
            .fatto(
                """
                abbiamo salvato la bozza di una domanda di partecipazione alla co-programmazione del \
                Piano di Zona %s. La domanda non è ancora stata inviata."""
                    .formatted(piano.triennio()))
            .dato("Avviso", evento.numeroAvviso())
            .dato("La bozza si conserva fino al", Quando.giornoEOra(evento.scade()))
            .daFare(
                """
                Con il collegamento qui sotto si riprende la bozza e si invia la domanda: chi lo \
                conosce può farlo, quindi non lo inoltri ad altri. Se non ha scritto Lei la bozza, \
                può ignorare questo messaggio.""")
            .collegamento(
                "Riprendi la bozza", recapiti.bozza(evento.numeroAvviso(), evento.segreto()))
            .fine(),
        null);
  }

  @EventListener
  void indirizzoSostituito(IndirizzoSostituito evento) {
    var piano = evento.piano();
    messaggi.accoda(
        Scopo.INDIRIZZO_SOSTITUITO,
        "domanda:" + evento.domandaId() + ":" + evento.sostituzione(),
        piano,
        List.of(new Destinatario(evento.denominazione(), evento.email())),
        Lettera.su(
                "Nuovo indirizzo della pagina personale – Ambito "
                    + recapiti.ambito(piano).denominazione())
            .fatto(
                """
                l'ufficio ha sostituito l'indirizzo della pagina personale della domanda di \
                partecipazione. Il collegamento contenuto nei messaggi precedenti non funziona più.""")
            .dato("Richiedente", evento.denominazione())
            .daFare(
                """
                Da ora in poi usi il collegamento qui sotto. È riservato a Lei: non lo inoltri ad \
                altri.""")
            .collegamento("Apri la pagina della domanda", recapiti.partecipazione(evento.token()))
            .fine(),
        null);
  }
}
