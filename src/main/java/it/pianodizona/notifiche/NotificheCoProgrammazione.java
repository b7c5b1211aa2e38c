package it.pianodizona.notifiche;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.coprogrammazione.CoProgrammazioneConclusa;
import it.pianodizona.coprogrammazione.DomandaRegistrata;
import it.pianodizona.coprogrammazione.DomandaRitirata;
import it.pianodizona.coprogrammazione.DomandaTornataTempestiva;
import it.pianodizona.coprogrammazione.DomandeConfrontate;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.EsitoDomandaComunicato;
import it.pianodizona.coprogrammazione.IntegrazioneRichiesta;
import it.pianodizona.coprogrammazione.PreavvisoDiRigettoInviato;
import it.pianodizona.coprogrammazione.ScadenzaDomandeVicina;
import it.pianodizona.coprogrammazione.TermineProcedimentoScaduto;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Letters of the co-programmazione: to applicants and participants, and to the office. */
@Component
class NotificheCoProgrammazione {

  private static final String PAGINA_PERSONALE = "Apri la pagina della domanda";

  private final Messaggi messaggi;
  private final Recapiti recapiti;

  NotificheCoProgrammazione(Messaggi messaggi, Recapiti recapiti) {
    this.messaggi = messaggi;
    this.recapiti = recapiti;
  }

  @EventListener
  void ricevuta(DomandaRegistrata evento) {
    var piano = evento.piano();
    var lettera =
        Lettera.su(
                "Ricevuta della domanda di partecipazione, prot. %s – %s"
                    .formatted(evento.protocollo(), ambito(piano)))
            .fatto(
                """
                abbiamo ricevuto e protocollato la domanda di partecipazione alla co-programmazione \
                del Piano di Zona %s. Questo messaggio vale come ricevuta: lo conservi."""
                    .formatted(piano.triennio()))
            .dato("Richiedente", evento.denominazione())
            .dato("Numero di protocollo", evento.protocollo())
            .dato("Ricevuta", Quando.giornoEOraEsatta(evento.ricevuta()))
            .dato("Aree scelte", String.join("\n", evento.aree()))
            .dato("Ricevuta in PDF", recapiti.ricevuta(evento.token()));
    if (evento.tardiva()) {
      lettera.fatto(
          """
          La domanda è arrivata dopo il termine indicato nell'avviso: la conserviamo e la \
          esaminiamo come domanda tardiva. Una domanda tardiva può dare luogo a una partecipazione \
          solo consultiva.""");
    }
    lettera
        .daFare(
            """
            Ora non deve fare nulla. Esaminiamo la domanda e comunichiamo l'esito a questo indirizzo. \
            Dalla pagina personale può seguire la domanda. Il collegamento è riservato a Lei: non lo \
            inoltri ad altri.""")
        .collegamento(PAGINA_PERSONALE, recapiti.partecipazione(evento.token()));
    aRichiedente(
        Scopo.RICEVUTA_DOMANDA,
        "domanda:" + evento.domandaId(),
        piano,
        evento.denominazione(),
        evento.email(),
        lettera);
  }

  @EventListener
  void esito(EsitoDomandaComunicato evento) {
    if (evento.esito() == EsitoDomanda.ASSORBITA) {
      // the letter on the comparison goes to every address of the body
      return;
    }
    var piano = evento.piano();
    var lettera =
        Lettera.su(
            "Domanda di partecipazione %s – %s"
                .formatted(evento.esito().descrizione(), ambito(piano)));
    switch (evento.esito()) {
      case AMMESSA ->
          lettera
              .fatto(
                  """
                  la domanda di partecipazione alla co-programmazione del Piano di Zona %s è stata \
                  ammessa."""
                      .formatted(piano.triennio()))
              .daFare(
                  """
                  Riceverà a questo indirizzo la convocazione degli incontri dei tavoli delle aree \
                  indicate, con data, ora e luogo.""");
      case CON_RISERVA ->
          lettera
              .fatto(
                  """
                  la domanda di partecipazione alla co-programmazione del Piano di Zona %s è stata \
                  ammessa con riserva: può partecipare ai tavoli mentre l'esame della domanda si \
                  completa."""
                      .formatted(piano.triennio()))
              .daFare(
                  """
                  Riceverà a questo indirizzo la convocazione degli incontri e, quando la riserva \
                  sarà sciolta, una nuova comunicazione.""");
      case ESCLUSA ->
          lettera
              .fatto(
                  """
                  la domanda di partecipazione alla co-programmazione del Piano di Zona %s non è stata \
                  ammessa, per i motivi riportati qui sotto."""
                      .formatted(piano.triennio()))
              .daFare(
                  """
                  Contro il provvedimento si può presentare ricorso al Tribunale amministrativo \
                  regionale della Lombardia entro 60 giorni dal ricevimento di questa comunicazione \
                  o, in alternativa, ricorso straordinario al Presidente della Repubblica entro 120 \
                  giorni.""");
      case RITIRATA ->
          lettera
              .fatto(
                  """
                  abbiamo registrato il ritiro della domanda di partecipazione alla \
                  co-programmazione del Piano di Zona %s. La domanda non sarà esaminata oltre e \
                  l'ente non sarà convocato ai prossimi incontri dei tavoli."""
                      .formatted(piano.triennio()))
              .daFare(
                  """
                  Non deve fare altro. Se non ha chiesto Lei il ritiro, ci scriva subito.""");
    }
    lettera
        .dato("Richiedente", evento.denominazione())
        .dato("Esito", evento.esito().descrizione())
        .dato("Motivi", evento.motivi())
        .dato("Riferimento normativo", evento.norma())
        .dato("Aree", String.join("\n", evento.aree()))
        .collegamento(PAGINA_PERSONALE, recapiti.partecipazione(evento.token()));
    aRichiedente(
        Scopo.ESITO_DOMANDA,
        "domanda:" + evento.domandaId() + ":" + evento.esito(),
        piano,
        evento.denominazione(),
        evento.email(),
        lettera);
  }

  @EventListener
  void confrontate(DomandeConfrontate evento) {
    var piano = evento.piano();
    messaggi.accoda(
        Scopo.DOMANDE_CONFRONTATE,
        "domanda:" + evento.assorbita(),
        piano,
        evento.destinatari(),
        Lettera.su(
                "Due domande dello stesso ente: vale la prot. %s – %s"
                    .formatted(evento.protocolloTenuta(), ambito(piano)))
            .fatto(
                """
                l'ente ha presentato due domande di partecipazione alla co-programmazione del Piano \
                di Zona %s. Le abbiamo confrontate: ne resta una, l'altra rimane agli atti con il \
                suo numero di protocollo."""
                    .formatted(piano.triennio()))
            .dato("Domanda che resta", "prot. " + evento.protocolloTenuta())
            .dato("Altra domanda", "prot. " + evento.protocolloAssorbita())
            .dato(
                "Aree e allegati dell'altra domanda",
                evento.unite() ? "aggiunti alla domanda che resta" : "non aggiunti")
            .dato("Aree della domanda che resta", String.join("\n", evento.aree()))
            .dato("Motivi", evento.motivi())
            .daFare(
                """
                Se la scelta non è quella che voleva, risponda a questo messaggio. Dalla pagina \
                personale può seguire la domanda che resta.""")
            .collegamento(PAGINA_PERSONALE, recapiti.partecipazione(evento.token()))
            .fine(),
        null);
  }

  @EventListener
  void tornataTempestiva(DomandaTornataTempestiva evento) {
    var piano = evento.piano();
    aRichiedente(
        Scopo.DOMANDA_TEMPESTIVA,
        "domanda:" + evento.domandaId() + ":" + evento.nuovaScadenza().toInstant(),
        piano,
        evento.denominazione(),
        evento.email(),
        Lettera.su(
                "La domanda prot. %s è ora in termine – %s"
                    .formatted(evento.protocollo(), ambito(piano)))
            .fatto(
                """
                il termine per le domande di partecipazione alla co-programmazione del Piano di Zona \
                %s è stato riaperto. La domanda, arrivata dopo il termine precedente, ora è in \
                termine: se ammessa, la partecipazione sarà piena e non solo consultiva."""
                    .formatted(piano.triennio()))
            .dato("Richiedente", evento.denominazione())
            .dato("Numero di protocollo", evento.protocollo())
            .dato("Nuovo termine per le domande", Quando.giornoEOra(evento.nuovaScadenza()))
            .daFare("Non deve fare nulla: la domanda vale com'è e prosegue il suo esame.")
            .collegamento(PAGINA_PERSONALE, recapiti.partecipazione(evento.token())));
  }

  @EventListener
  void ritirata(DomandaRitirata evento) {
    var piano = evento.piano();
    allUfficio(
        Scopo.DOMANDA_RITIRATA,
        "domanda:" + evento.domandaId(),
        piano,
        Lettera.su("Domanda ritirata: %s – %s".formatted(evento.denominazione(), ambito(piano)))
            .fatto(
                """
                un ente ha ritirato la domanda di partecipazione alla co-programmazione del Piano di \
                Zona %s. Il ritiro è registrato e il procedimento, se era aperto, è chiuso."""
                    .formatted(piano.triennio()))
            .dato("Richiedente", evento.denominazione())
            .dato("Numero di protocollo", evento.protocollo())
            .dato("Avviso", evento.numeroAvviso())
            .dato("Situazione al momento del ritiro", evento.situazione())
            .daFare(
                """
                Non serve fare altro: l'ente non sarà convocato ai prossimi incontri. Se sedeva già \
                a un tavolo, il facilitatore trova l'elenco dei membri aggiornato.""")
            .collegamento("Apri i compiti", recapiti.compiti()));
  }

  @EventListener
  void integrazione(IntegrazioneRichiesta evento) {
    var piano = evento.piano();
    aRichiedente(
        Scopo.RICHIESTA_INTEGRAZIONE,
        "domanda:" + evento.domandaId() + ":" + evento.entro().toInstant(),
        piano,
        evento.denominazione(),
        evento.email(),
        Lettera.su(
                "Domanda da completare entro %s – %s"
                    .formatted(Quando.il(evento.entro()), ambito(piano)))
            .fatto(
                """
                abbiamo esaminato la domanda di partecipazione alla co-programmazione del Piano di \
                Zona %s. Per decidere ci servono le integrazioni indicate qui sotto."""
                    .formatted(piano.triennio()))
            .dato("Richiedente", evento.denominazione())
            .dato("Che cosa manca", evento.motivi())
            .dato("Termine", Quando.giornoEOra(evento.entro()))
            .daFare(
                """
                Invii l'integrazione dalla pagina personale entro %s. Trascorso il termine senza \
                risposta, si decide sulla domanda com'è: prima di un rigetto riceverà, di norma, un \
                preavviso con i motivi, al quale potrà rispondere con osservazioni."""
                    .formatted(Quando.leOreDi(evento.entro())))
            .collegamento("Completa la domanda", recapiti.partecipazione(evento.token())));
  }

  @EventListener
  void preavviso(PreavvisoDiRigettoInviato evento) {
    var piano = evento.piano();
    aRichiedente(
        Scopo.PREAVVISO_RIGETTO,
        "domanda:" + evento.domandaId() + ":" + evento.entro().toInstant(),
        piano,
        evento.denominazione(),
        evento.email(),
        Lettera.su(
                "Preavviso di rigetto: osservazioni entro %s – %s"
                    .formatted(Quando.il(evento.entro()), ambito(piano)))
            .fatto(
                """
                allo stato degli atti la domanda di partecipazione alla co-programmazione del Piano \
                di Zona %s non può essere accolta. Prima della decisione Le comunichiamo i motivi, \
                come prevede l'articolo 10-bis della legge 241/1990."""
                    .formatted(piano.triennio()))
            .dato("Richiedente", evento.denominazione())
            .dato("Motivi che ostano all'accoglimento", evento.motivi())
            .dato("Termine per le osservazioni", Quando.giornoEOra(evento.entro()))
            .daFare(
                """
                Può presentare osservazioni scritte, con eventuali documenti, dalla pagina personale \
                entro %s. Ne terremo conto nella decisione; senza osservazioni, la domanda sarà \
                respinta per questi motivi."""
                    .formatted(Quando.leOreDi(evento.entro())))
            .collegamento("Presenta le osservazioni", recapiti.partecipazione(evento.token())));
  }

  @EventListener
  void termineProcedimento(TermineProcedimentoScaduto evento) {
    var piano = evento.piano();
    allUfficio(
        Scopo.TERMINE_PROCEDIMENTO_SCADUTO,
        "domanda:" + evento.domandaId() + ":" + evento.termine().toInstant(),
        piano,
        Lettera.su(
                "Termine del procedimento scaduto: domanda di %s – %s"
                    .formatted(evento.denominazione(), ambito(piano)))
            .fatto(
                """
                è trascorso il termine per concludere il procedimento su una domanda di \
                partecipazione e l'esito non è ancora stato comunicato.""")
            .dato("Richiedente", evento.denominazione())
            .dato("Termine scaduto", Quando.giornoEOra(evento.termine()))
            .daFare(
                """
                L'esame può proseguire: il responsabile del procedimento concluda al più presto \
                l'istruttoria e registri l'esito.""")
            .collegamento("Apri i compiti", recapiti.compiti()));
  }

  @EventListener
  void scadenzaDomande(ScadenzaDomandeVicina evento) {
    var piano = evento.piano();
    allUfficio(
        Scopo.SCADENZA_DOMANDE_VICINA,
        "avviso:" + evento.avvisoId() + ":" + evento.scadenzaDomande().toInstant(),
        piano,
        Lettera.su(
                "Domande entro %s: %s – %s"
                    .formatted(
                        Quando.il(evento.scadenzaDomande()),
                        pervenute(evento.domandePervenute()),
                        ambito(piano)))
            .fatto(
                """
                si avvicina il termine per le domande di partecipazione alla co-programmazione del \
                Piano di Zona %s."""
                    .formatted(piano.triennio()))
            .dato("Avviso", evento.numero())
            .dato("Termine", Quando.giornoEOra(evento.scadenzaDomande()))
            .dato("Situazione", pervenute(evento.domandePervenute()))
            .daFare(
                evento.domandePervenute() == 0
                    ? """
                      Senza domande l'avviso dovrà essere riaperto con un nuovo atto: conviene \
                      ricordare l'avviso agli enti del territorio prima del termine."""
                    : """
                      Se le domande sono meno del previsto, conviene ricordare l'avviso agli enti del \
                      territorio prima del termine.""")
            .collegamento("Apri l'avviso pubblico", recapiti.avviso(evento.numero())));
  }

  @EventListener
  void conclusa(CoProgrammazioneConclusa evento) {
    var piano = evento.piano();
    messaggi.accoda(
        Scopo.CO_PROGRAMMAZIONE_CONCLUSA,
        "avviso:" + evento.avvisoId(),
        piano,
        evento.partecipanti(),
        Lettera.su("Co-programmazione conclusa – %s".formatted(ambito(piano)))
            .fatto(
                """
                la co-programmazione del Piano di Zona %s si è conclusa con la relazione motivata \
                del responsabile del procedimento, che dà conto dei contributi raccolti ai tavoli e \
                delle posizioni non condivise."""
                    .formatted(piano.triennio()))
            .dato("Avviso", evento.numero())
            .dato(
                "Documenti",
                evento.documenti().stream()
                    .map(
                        d ->
                            d.titolo() + "\n" + recapiti.documentoPubblico(evento.numero(), d.id()))
                    .collect(Collectors.joining("\n")))
            .daFare(
                """
                Grazie per il contributo. Gli esiti sono pubblicati nella pagina dell'avviso e sono \
                la base della redazione del Piano di Zona.""")
            .collegamento("Leggi gli esiti", recapiti.avviso(evento.numero()))
            .fine(),
        null);
  }

  private void aRichiedente(
      Scopo scopo,
      String riferimento,
      RiferimentoPiano piano,
      String denominazione,
      String email,
      Lettera.Bozza lettera) {
    messaggi.accoda(
        scopo,
        riferimento,
        piano,
        List.of(new Destinatario(denominazione, email)),
        lettera.fine(),
        null);
  }

  private void allUfficio(
      Scopo scopo, String riferimento, RiferimentoPiano piano, Lettera.Bozza lettera) {
    messaggi.accoda(
        scopo, riferimento, piano, List.of(recapiti.ufficioDiPiano(piano)), lettera.fine(), null);
  }

  private static String pervenute(int domande) {
    return switch (domande) {
      case 0 -> "nessuna domanda pervenuta";
      case 1 -> "una domanda pervenuta";
      default -> domande + " domande pervenute";
    };
  }

  private String ambito(RiferimentoPiano piano) {
    return "Ambito " + recapiti.ambito(piano).denominazione();
  }
}
