package it.pianodizona.notifiche;

import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.premialita.PagamentoBloccato;
import it.pianodizona.premialita.PremialitaLiquidata;
import it.pianodizona.premialita.PremialitaNonRiconosciuta;
import it.pianodizona.premialita.RendicontazioneInRitardo;
import it.pianodizona.premialita.TipoMovimento;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Letters about the premialità, to the office of the Ente capofila and to the ATS. */
@Component
class NotifichePremialita {

  private final Messaggi messaggi;
  private final Recapiti recapiti;

  NotifichePremialita(Messaggi messaggi, Recapiti recapiti) {
    this.messaggi = messaggi;
    this.recapiti = recapiti;
  }

  @EventListener
  void liquidata(PremialitaLiquidata evento) {
    var piano = evento.piano();
    var tipo = evento.tipo().descrizione();
    var lettera =
        Lettera.su(
                "Premialità: liquidato %s di %s – %s"
                    .formatted(
                        evento.tipo() == TipoMovimento.ACCONTO ? "l'acconto" : "il saldo",
                        evento.importo(),
                        ambito(piano)))
            .fatto(
                """
                Regione Lombardia ha liquidato, tramite l'ATS e a favore dell'Ente capofila, %s della \
                premialità per il progetto «%s» del Piano di Zona %s."""
                    .formatted(
                        evento.tipo() == TipoMovimento.ACCONTO ? "l'acconto" : "il saldo",
                        evento.titolo(),
                        piano.triennio()))
            .dato("Progetto", evento.titolo())
            .dato("Pagamento", tipo)
            .dato("Importo", evento.importo().toString())
            .dato("Atto", evento.atto())
            .dato("Data dell'atto", Quando.breve(evento.data()));
    if (evento.tipo() == TipoMovimento.ACCONTO) {
      lettera.daFare(
          """
          Verifichi l'accredito con la tesoreria. Il saldo segue la relazione finale del progetto e \
          la sua valutazione.""");
    } else {
      lettera.daFare(
          """
          Verifichi l'accredito con la tesoreria. Con il saldo i pagamenti per questo progetto sono \
          conclusi.""");
    }
    invia(
        Scopo.PREMIALITA_LIQUIDATA,
        "progetto:" + evento.progettoId() + ":" + evento.tipo(),
        piano,
        lettera);
  }

  /** The same project may hear of other reasons later: each is a message of its own. */
  @EventListener
  void nonRiconosciuta(PremialitaNonRiconosciuta evento) {
    var piano = evento.piano();
    invia(
        Scopo.PREMIALITA_NON_RICONOSCIUTA,
        "progetto:%d:%08x".formatted(evento.progettoId(), evento.motivi().hashCode()),
        piano,
        Lettera.su(
                "Premialità non riconosciuta: «%s» – %s".formatted(evento.titolo(), ambito(piano)))
            .fatto(
                """
                per il progetto «%s» del Piano di Zona %s la premialità non è riconosciuta, per i \
                motivi riportati qui sotto: non seguiranno pagamenti."""
                    .formatted(evento.titolo(), piano.triennio()))
            .dato("Progetto", evento.titolo())
            .dato("Motivi", evento.motivi())
            .daFare(
                """
                Per chiarimenti l'Ufficio di Piano può rivolgersi all'ATS, che coordina i progetti."""));
  }

  @EventListener
  void rendicontazioneInRitardo(RendicontazioneInRitardo evento) {
    var piano = evento.piano();
    invia(
        Scopo.RENDICONTAZIONE_IN_RITARDO,
        "progetto:" + evento.progettoId() + ":" + evento.termine().toInstant(),
        piano,
        Lettera.su(
                "Relazione finale in ritardo: «%s» – %s".formatted(evento.titolo(), ambito(piano)))
            .fatto(
                """
                è trascorso il termine per la relazione finale del progetto «%s» del Piano di Zona \
                %s e la relazione non è ancora arrivata."""
                    .formatted(evento.titolo(), piano.triennio()))
            .dato("Progetto", evento.titolo())
            .dato("Termine scaduto", Quando.giornoEOra(evento.termine()))
            .daFare(
                """
                L'Ufficio di Piano presenti la relazione finale: senza relazione il saldo non può \
                essere valutato né liquidato.""")
            .collegamento("Apri i compiti", recapiti.compiti()));
  }

  /** Each late flow that blocks is told once for each payment. */
  @EventListener
  void bloccato(PagamentoBloccato evento) {
    var piano = evento.piano();
    invia(
        Scopo.PAGAMENTO_BLOCCATO,
        "progetto:%d:%08x".formatted(evento.progettoId(), evento.motivi().hashCode()),
        piano,
        Lettera.su("Pagamento bloccato: «%s» – %s".formatted(evento.titolo(), ambito(piano)))
            .fatto(
                """
                il pagamento della premialità per il progetto «%s» del Piano di Zona %s è bloccato \
                perché l'Ambito è in ritardo con i debiti informativi verso la Regione."""
                    .formatted(evento.titolo(), piano.triennio()))
            .dato("Motivi", String.join(";\n", evento.motivi()))
            .daFare(
                """
                Invii i flussi mancanti: appena la ATS li valida, il pagamento prosegue da solo."""));
  }

  private void invia(
      Scopo scopo, String riferimento, RiferimentoPiano piano, Lettera.Bozza lettera) {
    messaggi.accoda(
        scopo,
        riferimento,
        piano,
        List.of(recapiti.ufficioDiPiano(piano), recapiti.ats(piano)),
        lettera.fine(),
        null);
  }

  private String ambito(RiferimentoPiano piano) {
    return "Ambito " + recapiti.ambito(piano).denominazione();
  }
}
