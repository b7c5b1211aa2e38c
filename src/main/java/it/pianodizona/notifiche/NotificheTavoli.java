package it.pianodizona.notifiche;

import it.pianodizona.documento.RedazioneInRitardo;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.tavoli.IncontroConvocato;
import it.pianodizona.tavoli.IncontroRicordato;
import it.pianodizona.tavoli.VerbaleInRitardo;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Letters of the tavoli tematici and of the drafting that follows them. */
@Component
class NotificheTavoli {

  private final Messaggi messaggi;
  private final Recapiti recapiti;
  private final PostaProperties proprieta;

  NotificheTavoli(Messaggi messaggi, Recapiti recapiti, PostaProperties proprieta) {
    this.messaggi = messaggi;
    this.recapiti = recapiti;
    this.proprieta = proprieta;
  }

  @EventListener
  void convocazione(IncontroConvocato evento) {
    var piano = evento.piano();
    boolean spostato = evento.sequenza() > 0;
    messaggi.accoda(
        Scopo.CONVOCAZIONE_TAVOLO,
        "incontro:" + evento.incontroId() + ":" + evento.sequenza(),
        piano,
        evento.destinatari(),
        Lettera.su(
                "%s: tavolo «%s», %s – %s"
                    .formatted(
                        spostato ? "Convocazione modificata" : "Convocazione",
                        evento.area(),
                        Quando.giornoEOra(evento.inizio()),
                        ambito(piano)))
            .fatto(
                spostato
                    ? """
                      la convocazione del tavolo tematico «%s» per il Piano di Zona %s è cambiata. \
                      Valgono i dati riportati qui sotto, al posto di quelli già comunicati."""
                        .formatted(evento.area(), piano.triennio())
                    : """
                      è convocato l'incontro n. %d del tavolo tematico «%s» per il Piano di Zona %s."""
                        .formatted(evento.numero(), evento.area(), piano.triennio()))
            .dato("Incontro", "n. " + evento.numero())
            .dato("Quando", Quando.daA(evento.inizio(), evento.fine()))
            .dato("Dove", evento.luogo())
            .dato("Ordine del giorno", evento.ordineDelGiorno())
            .daFare(
                """
                Aggiunga l'incontro al calendario con l'invito allegato. Chi non può partecipare \
                risponda a questo messaggio e, se possibile, indichi un sostituto.""")
            .fine(),
        invito(
            evento.incontroId(),
            evento.sequenza(),
            evento.area(),
            evento.numero(),
            evento.inizio(),
            evento.fine(),
            evento.luogo(),
            evento.ordineDelGiorno()));
  }

  /** The reminder carries the same invitation, for those who did not keep the first one. */
  @EventListener
  void promemoria(IncontroRicordato evento) {
    var piano = evento.piano();
    messaggi.accoda(
        Scopo.PROMEMORIA_TAVOLO,
        "incontro:%d:%d:-%d"
            .formatted(evento.incontroId(), evento.sequenza(), evento.giorniPrima()),
        piano,
        evento.destinatari(),
        Lettera.su(
                "Promemoria: tavolo «%s», %s – %s"
                    .formatted(evento.area(), Quando.giornoEOra(evento.inizio()), ambito(piano)))
            .fatto(
                """
                %s si tiene l'incontro n. %d del tavolo tematico «%s» per il Piano di Zona %s."""
                    .formatted(
                        evento.giorniPrima() == 1
                            ? "domani"
                            : "fra " + evento.giorniPrima() + " giorni",
                        evento.numero(),
                        evento.area(),
                        piano.triennio()))
            .dato("Quando", Quando.daA(evento.inizio(), evento.fine()))
            .dato("Dove", evento.luogo())
            .dato("Ordine del giorno", evento.ordineDelGiorno())
            .daFare(
                """
                Se non può partecipare, risponda a questo messaggio e, se possibile, indichi un \
                sostituto.""")
            .fine(),
        invito(
            evento.incontroId(),
            evento.sequenza(),
            evento.area(),
            evento.numero(),
            evento.inizio(),
            evento.fine(),
            evento.luogo(),
            evento.ordineDelGiorno()));
  }

  @EventListener
  void verbaleInRitardo(VerbaleInRitardo evento) {
    var piano = evento.piano();
    messaggi.accoda(
        Scopo.VERBALE_IN_RITARDO,
        "incontro:" + evento.incontroId(),
        piano,
        List.of(recapiti.ufficioDiPiano(piano)),
        Lettera.su(
                "Verbale da registrare: tavolo «%s», incontro n. %d – %s"
                    .formatted(evento.area(), evento.numero(), ambito(piano)))
            .fatto("il verbale di un incontro già svolto non è ancora stato registrato.")
            .dato("Tavolo", evento.area())
            .dato("Incontro", "n. " + evento.numero())
            .dato("Svolto", Quando.giornoEOra(evento.incontro()))
            .daFare(
                """
                Il facilitatore registri presenze, contributi e verbale. Il termine è ordinatorio: \
                l'atto resta valido anche in ritardo.""")
            .collegamento("Apri i compiti", recapiti.compiti())
            .fine(),
        null);
  }

  @EventListener
  void redazioneInRitardo(RedazioneInRitardo evento) {
    var piano = evento.piano();
    messaggi.accoda(
        Scopo.REDAZIONE_IN_RITARDO,
        "piano:" + piano.pianoId() + ":" + evento.termine().toInstant(),
        piano,
        List.of(recapiti.ufficioDiPiano(piano)),
        Lettera.su(
                "Bozza del Piano di Zona %s in ritardo – %s"
                    .formatted(piano.triennio(), ambito(piano)))
            .fatto(
                """
                è trascorsa la data interna per la bozza del Documento di Piano %s."""
                    .formatted(piano.triennio()))
            .dato("Data prevista", Quando.giornoEOra(evento.termine()))
            .daFare(
                """
                La redazione prosegue. Verifichi che restino giorni sufficienti per il parere del \
                Comitato dei Sindaci, l'intesa con ATS e ASST e la convocazione dell'Assemblea.""")
            .collegamento("Apri i compiti", recapiti.compiti())
            .fine(),
        null);
  }

  private Invito invito(
      long incontroId,
      int sequenza,
      String area,
      int numero,
      ZonedDateTime inizio,
      ZonedDateTime fine,
      String luogo,
      String ordineDelGiorno) {
    return new Invito(
        "incontro-" + incontroId + "@" + proprieta.dominio(),
        sequenza,
        MetodoInvito.REQUEST,
        inizio,
        fine,
        luogo,
        "Tavolo «%s», incontro n. %d".formatted(area, numero),
        "Ordine del giorno: " + ordineDelGiorno);
  }

  private String ambito(RiferimentoPiano piano) {
    return "Ambito " + recapiti.ambito(piano).denominazione();
  }
}
