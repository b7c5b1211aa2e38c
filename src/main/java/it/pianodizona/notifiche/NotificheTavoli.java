package it.pianodizona.notifiche;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.documento.RedazioneInRitardo;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.tavoli.CollegamentoRinnovato;
import it.pianodizona.tavoli.Incontro;
import it.pianodizona.tavoli.IncontroAnnullato;
import it.pianodizona.tavoli.IncontroConvocato;
import it.pianodizona.tavoli.IncontroRicordato;
import it.pianodizona.tavoli.Invitato;
import it.pianodizona.tavoli.InvitoRitirato;
import it.pianodizona.tavoli.SostitutoIndicato;
import it.pianodizona.tavoli.VerbaleApprovato;
import it.pianodizona.tavoli.VerbaleInRitardo;
import it.pianodizona.tavoli.VerbaleInviato;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Letters of the tavoli tematici and of the drafting that follows them. A member's letter carries
 * the link of that member only, so each is written by itself.
 */
@Component
class NotificheTavoli {

  private final Messaggi messaggi;
  private final Recapiti recapiti;
  private final InvitiAiTavoli inviti;

  NotificheTavoli(Messaggi messaggi, Recapiti recapiti, InvitiAiTavoli inviti) {
    this.messaggi = messaggi;
    this.recapiti = recapiti;
    this.inviti = inviti;
  }

  @EventListener
  void convocazione(IncontroConvocato evento) {
    var piano = evento.piano();
    var incontro = evento.incontro();
    boolean cambiato = incontro.sequenza() > 0;
    var invito = inviti.di(evento.area(), incontro, MetodoInvito.REQUEST);
    for (var invitato : evento.invitati()) {
      accoda(
          Scopo.CONVOCAZIONE_TAVOLO,
          versione(incontro) + ":membro:" + invitato.membroId(),
          piano,
          invitato.destinatario(),
          conDati(convocazione(evento, cambiato), incontro)
              .dato("Motivo", evento.motivo())
              .daFare(
                  """
                  Aggiunga l'incontro al calendario con l'invito allegato e dica, dalla pagina \
                  personale, se partecipa o chi manda al Suo posto. Dalla stessa pagina può mandare \
                  contributi scritti prima e dopo l'incontro. Il collegamento è riservato a Lei: \
                  non lo inoltri ad altri.""")
              .collegamento("Rispondi alla convocazione", posto(invitato)),
          invito);
    }
    for (var sostituto : evento.sostituti()) {
      accoda(
          Scopo.INVITO_SOSTITUTO,
          versione(incontro) + ":risposta:" + sostituto.rispostaId(),
          piano,
          sostituto.chi(),
          conDati(convocazione(evento, true), incontro)
              .dato("Al posto di", sostituto.alPostoDi())
              .dato("Motivo", evento.motivo())
              .daFare("Non deve fare nulla: l'invito allegato aggiorna il Suo calendario."),
          invito);
    }
  }

  private Lettera.Bozza convocazione(IncontroConvocato evento, boolean cambiato) {
    var piano = evento.piano();
    var incontro = evento.incontro();
    return Lettera.su(
            "%s: tavolo «%s», %s – %s"
                .formatted(
                    cambiato ? "Convocazione modificata" : "Convocazione",
                    evento.area(),
                    Quando.giornoEOra(incontro.inizio()),
                    ambito(piano)))
        .fatto(
            cambiato
                ? """
                  la convocazione del tavolo tematico «%s» per il Piano di Zona %s è cambiata. \
                  Valgono i dati riportati qui sotto, al posto di quelli già comunicati."""
                    .formatted(evento.area(), piano.triennio())
                : """
                  è convocato l'incontro n. %d del tavolo tematico «%s» per il Piano di Zona %s."""
                    .formatted(incontro.numero(), evento.area(), piano.triennio()));
  }

  @EventListener
  void annullamento(IncontroAnnullato evento) {
    var piano = evento.piano();
    var incontro = evento.incontro();
    var invito = inviti.di(evento.area(), incontro, MetodoInvito.CANCEL);
    var lettera =
        Lettera.su(
                "Incontro annullato: tavolo «%s», %s – %s"
                    .formatted(evento.area(), Quando.giornoEOra(incontro.inizio()), ambito(piano)))
            .fatto(
                "l'incontro n. %d del tavolo tematico «%s» è annullato e non si terrà."
                    .formatted(incontro.numero(), evento.area()))
            .dato("Era convocato", Quando.daA(incontro.inizio(), incontro.fine()))
            .dato("Motivo", evento.motivo())
            .daFare("Non deve fare nulla: l'allegato toglie l'incontro dal Suo calendario.");
    for (var invitato : evento.invitati()) {
      accoda(
          Scopo.INCONTRO_ANNULLATO,
          versione(incontro) + ":membro:" + invitato.membroId(),
          piano,
          invitato.destinatario(),
          lettera,
          invito);
    }
    for (var sostituto : evento.sostituti()) {
      accoda(
          Scopo.INCONTRO_ANNULLATO,
          versione(incontro) + ":risposta:" + sostituto.rispostaId(),
          piano,
          sostituto.chi(),
          lettera,
          invito);
    }
  }

  /** The reminder carries the same invitation, for those who did not keep the first one. */
  @EventListener
  void promemoria(IncontroRicordato evento) {
    var piano = evento.piano();
    var incontro = evento.incontro();
    var invito = inviti.di(evento.area(), incontro, MetodoInvito.REQUEST);
    for (var invitato : evento.invitati()) {
      accoda(
          Scopo.PROMEMORIA_TAVOLO,
          "%s:-%d:membro:%d"
              .formatted(versione(incontro), evento.giorniPrima(), invitato.membroId()),
          piano,
          invitato.destinatario(),
          conDati(
                  Lettera.su(
                          "Promemoria: tavolo «%s», %s – %s"
                              .formatted(
                                  evento.area(),
                                  Quando.giornoEOra(incontro.inizio()),
                                  ambito(piano)))
                      .fatto(
                          """
                          %s si tiene l'incontro n. %d del tavolo tematico «%s» per il Piano di Zona \
                          %s. Non abbiamo ancora la Sua risposta."""
                              .formatted(
                                  evento.giorniPrima() == 1
                                      ? "domani"
                                      : "fra " + evento.giorniPrima() + " giorni",
                                  incontro.numero(),
                                  evento.area(),
                                  piano.triennio())),
                  incontro)
              .daFare(
                  """
                  Dica dalla pagina personale se partecipa; se non può, indichi un sostituto.""")
              .collegamento("Rispondi alla convocazione", posto(invitato)),
          invito);
    }
  }

  @EventListener
  void sostituto(SostitutoIndicato evento) {
    var piano = evento.piano();
    var incontro = evento.incontro();
    var sostituto = evento.sostituto();
    accoda(
        Scopo.INVITO_SOSTITUTO,
        versione(incontro) + ":risposta:" + sostituto.rispostaId(),
        piano,
        sostituto.chi(),
        conDati(
                Lettera.su(
                        "Invito al tavolo «%s» al posto di %s – %s"
                            .formatted(evento.area(), sostituto.alPostoDi(), ambito(piano)))
                    .fatto(
                        """
                        %s Le chiede di partecipare al Suo posto all'incontro n. %d del tavolo \
                        tematico «%s» per il Piano di Zona %s."""
                            .formatted(
                                sostituto.alPostoDi(),
                                incontro.numero(),
                                evento.area(),
                                piano.triennio())),
                incontro)
            .daFare(
                """
                Aggiunga l'incontro al calendario con l'invito allegato. Se non può partecipare, \
                avvisi chi Le ha chiesto di sostituirlo."""),
        inviti.di(evento.area(), incontro, MetodoInvito.REQUEST));
    accoda(
        Scopo.SOSTITUTO_INDICATO,
        "risposta:" + sostituto.rispostaId(),
        piano,
        evento.alPostoDi().destinatario(),
        conDati(
                Lettera.su(
                        "Sostituto indicato: tavolo «%s», %s – %s"
                            .formatted(
                                evento.area(), Quando.giornoEOra(incontro.inizio()), ambito(piano)))
                    .fatto(
                        "abbiamo invitato all'incontro la persona che ha indicato come sostituto."),
                incontro)
            .dato("Sostituto", sostituto.chi().nome() + " <" + sostituto.chi().email() + ">")
            .daFare("Se non è stato Lei a indicarlo, cambi la risposta dalla pagina personale.")
            .collegamento("Cambia la risposta", posto(evento.alPostoDi())),
        null);
  }

  @EventListener
  void ritiro(InvitoRitirato evento) {
    var piano = evento.piano();
    var incontro = evento.incontro();
    accoda(
        Scopo.INVITO_RITIRATO,
        versione(incontro) + ":" + evento.riferimento(),
        piano,
        evento.chi(),
        Lettera.su(
                "Invito non più valido: tavolo «%s», %s – %s"
                    .formatted(evento.area(), Quando.giornoEOra(incontro.inizio()), ambito(piano)))
            .fatto(
                "l'invito all'incontro n. %d del tavolo tematico «%s» non vale più."
                    .formatted(incontro.numero(), evento.area()))
            .dato("Era", Quando.daA(incontro.inizio(), incontro.fine()))
            .dato("Motivo", evento.motivo())
            .daFare("Non deve fare nulla: l'allegato toglie l'incontro dal Suo calendario."),
        inviti.di(evento.area(), incontro, MetodoInvito.CANCEL));
  }

  @EventListener
  void bozzaDelVerbale(VerbaleInviato evento) {
    var piano = evento.piano();
    var incontro = evento.incontro();
    for (var invitato : evento.invitati()) {
      accoda(
          Scopo.VERBALE_INVIATO,
          "incontro:%d:membro:%d".formatted(incontro.id(), invitato.membroId()),
          piano,
          invitato.destinatario(),
          Lettera.su(
                  "Bozza del verbale: tavolo «%s», incontro n. %d – %s"
                      .formatted(evento.area(), incontro.numero(), ambito(piano)))
              .fatto(
                  """
                  la bozza del verbale dell'incontro n. %d del tavolo tematico «%s» è pronta."""
                      .formatted(incontro.numero(), evento.area()))
              .dato("Incontro", Quando.daA(incontro.inizio(), incontro.fine()))
              .dato("Osservazioni entro", Quando.leOreDi(evento.termineOsservazioni()))
              .daFare(
                  """
                  Legga la bozza dalla pagina personale. Se qualcosa non corrisponde, scriva lì le \
                  Sue osservazioni entro il termine: l'ufficio le decide una per una, con il motivo, \
                  prima di approvare il verbale.""")
              .collegamento("Leggi la bozza del verbale", posto(invitato)),
          null);
    }
  }

  @EventListener
  void verbaleApprovato(VerbaleApprovato evento) {
    var piano = evento.piano();
    var incontro = evento.incontro();
    for (var invitato : evento.invitati()) {
      accoda(
          Scopo.VERBALE_APPROVATO,
          "incontro:%d:membro:%d".formatted(incontro.id(), invitato.membroId()),
          piano,
          invitato.destinatario(),
          Lettera.su(
                  "Verbale approvato: tavolo «%s», incontro n. %d – %s"
                      .formatted(evento.area(), incontro.numero(), ambito(piano)))
              .fatto(
                  """
                  il verbale dell'incontro n. %d del tavolo tematico «%s» è approvato. %s"""
                      .formatted(
                          incontro.numero(),
                          evento.area(),
                          switch (evento.osservazioni()) {
                            case 0 -> "Nessuno ha fatto osservazioni.";
                            case 1 ->
                                "In fondo al verbale trova l'osservazione arrivata e il suo esito.";
                            default ->
                                "In fondo al verbale trova le osservazioni arrivate e il loro"
                                    + " esito.";
                          }))
              .dato("Incontro", Quando.daA(incontro.inizio(), incontro.fine()))
              .daFare("Non deve fare nulla.")
              .collegamento("Leggi il verbale", posto(invitato)),
          null);
    }
  }

  @EventListener
  void collegamento(CollegamentoRinnovato evento) {
    var piano = evento.piano();
    accoda(
        Scopo.COLLEGAMENTO_RINNOVATO,
        "collegamento:" + evento.collegamentoId(),
        piano,
        evento.invitato().destinatario(),
        Lettera.su("Nuovo collegamento alla pagina dei tavoli – " + ambito(piano))
            .fatto(
                """
                il collegamento personale alla pagina dei tavoli tematici è stato sostituito: quello \
                di prima non funziona più.""")
            .dato("Ente", evento.invitato().nome())
            .daFare(
                """
                Usi da ora il collegamento qui sotto. È riservato a Lei: non lo inoltri ad altri.""")
            .collegamento("Apri la pagina dei tavoli", posto(evento.invitato())),
        null);
  }

  @EventListener
  void verbaleInRitardo(VerbaleInRitardo evento) {
    var piano = evento.piano();
    var incontro = evento.incontro();
    accoda(
        Scopo.VERBALE_IN_RITARDO,
        "incontro:%d:%s".formatted(incontro.id(), evento.segnalato()),
        piano,
        recapiti.ufficioDiPiano(piano),
        Lettera.su(
                "Verbale da registrare: tavolo «%s», incontro n. %d – %s"
                    .formatted(evento.area(), incontro.numero(), ambito(piano)))
            .fatto("il verbale di un incontro già svolto non è ancora stato registrato.")
            .dato("Tavolo", evento.area())
            .dato("Incontro", "n. " + incontro.numero())
            .dato("Svolto", Quando.giornoEOra(incontro.inizio()))
            .daFare(
                """
                Il facilitatore registri presenze, contributi e verbale. Il termine è ordinatorio: \
                l'atto resta valido anche in ritardo.""")
            .collegamento("Apri i compiti", recapiti.compiti()),
        null);
  }

  @EventListener
  void redazioneInRitardo(RedazioneInRitardo evento) {
    var piano = evento.piano();
    accoda(
        Scopo.REDAZIONE_IN_RITARDO,
        "piano:" + piano.pianoId() + ":" + evento.termine().toInstant(),
        piano,
        recapiti.ufficioDiPiano(piano),
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
            .collegamento("Apri i compiti", recapiti.compiti()),
        null);
  }

  private static Lettera.Bozza conDati(Lettera.Bozza lettera, Incontro incontro) {
    return lettera
        .dato("Incontro", "n. " + incontro.numero())
        .dato("Quando", Quando.daA(incontro.inizio(), incontro.fine()))
        .dato("Dove", incontro.luogo())
        .dato("Ordine del giorno", incontro.ordineDelGiorno());
  }

  private static String versione(Incontro incontro) {
    return "incontro:" + incontro.id() + ":" + incontro.sequenza();
  }

  private String posto(Invitato invitato) {
    return recapiti.postoAlTavolo(invitato.token());
  }

  private void accoda(
      Scopo scopo,
      String riferimento,
      RiferimentoPiano piano,
      Destinatario destinatario,
      Lettera.Bozza lettera,
      Invito invito) {
    messaggi.accoda(scopo, riferimento, piano, List.of(destinatario), lettera.fine(), invito);
  }

  private String ambito(RiferimentoPiano piano) {
    return "Ambito " + recapiti.ambito(piano).denominazione();
  }
}
