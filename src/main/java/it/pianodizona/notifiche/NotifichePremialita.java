package it.pianodizona.notifiche;

import it.pianodizona.comune.Denaro;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.premialita.AmbitoReceduto;
import it.pianodizona.premialita.PagamentoBloccato;
import it.pianodizona.premialita.PagamentoStornato;
import it.pianodizona.premialita.PremialitaLiquidata;
import it.pianodizona.premialita.PremialitaNonRiconosciuta;
import it.pianodizona.premialita.PremialitaRideterminata;
import it.pianodizona.premialita.RecuperoDisposto;
import it.pianodizona.premialita.RendicontazioneInRitardo;
import it.pianodizona.premialita.libro.TipoMovimento;
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
    var pagamento = conArticolo(evento.tipo());
    var lettera =
        Lettera.su(
                "Premialità: %s %s di %s – %s"
                    .formatted(
                        evento.tipo() == TipoMovimento.PRIMO_LIVELLO ? "liquidata" : "liquidato",
                        pagamento,
                        evento.importo(),
                        ambito(piano)))
            .fatto(
                evento.tipo() == TipoMovimento.PRIMO_LIVELLO
                    ? """
                      Regione Lombardia ha liquidato, tramite l'ATS e a favore dell'Ente capofila, \
                      la premialità di primo livello del Piano di Zona %s."""
                        .formatted(piano.triennio())
                    : """
                      Regione Lombardia ha liquidato, tramite l'ATS e a favore dell'Ente capofila, \
                      %s della premialità per il progetto «%s» del Piano di Zona %s."""
                        .formatted(pagamento, evento.titolo(), piano.triennio()))
            .dato("Progetto", evento.titolo())
            .dato("Pagamento", evento.tipo().descrizione())
            .dato("Importo", evento.importo().toString())
            .dato("Atto", evento.atto())
            .dato("Data dell'atto", Quando.breve(evento.data()));
    switch (evento.tipo()) {
      case ACCONTO ->
          lettera.daFare(
              """
              Verifichi l'accredito con la tesoreria. Il saldo segue la relazione finale del \
              progetto e la sua valutazione.""");
      case SALDO ->
          lettera.daFare(
              """
              Verifichi l'accredito con la tesoreria. Con il saldo i pagamenti per questo progetto \
              sono conclusi.""");
      default ->
          lettera.daFare(
              """
              Verifichi l'accredito con la tesoreria. Il primo livello si liquida in una volta \
              sola.""");
    }
    invia(Scopo.PREMIALITA_LIQUIDATA, "movimento:" + evento.movimentoId(), piano, lettera);
  }

  private static String conArticolo(TipoMovimento tipo) {
    return switch (tipo) {
      case ACCONTO -> "l'acconto";
      case SALDO -> "il saldo";
      default -> "la " + tipo.descrizione();
    };
  }

  @EventListener
  void recuperoDisposto(RecuperoDisposto evento) {
    var piano = evento.piano();
    invia(
        Scopo.RECUPERO_PREMIALITA,
        "movimento:" + evento.movimentoId(),
        piano,
        Lettera.su(
                "Premialità da restituire: %s per «%s» – %s"
                    .formatted(evento.importo(), evento.titolo(), ambito(piano)))
            .fatto(
                """
                Regione Lombardia ha disposto il recupero di %s, già liquidati all'Ente capofila per \
                il progetto «%s» del Piano di Zona %s e non più dovuti."""
                    .formatted(evento.importo(), evento.titolo(), piano.triennio()))
            .dato("Progetto", evento.titolo())
            .dato("Importo da restituire", evento.importo().toString())
            .dato("Motivo", evento.motivo())
            .dato("Atto", evento.atto())
            .dato("Data dell'atto", Quando.breve(evento.data()))
            .daFare(
                """
                L'Ente capofila restituisca la somma nei modi e nei tempi indicati nell'atto."""));
  }

  @EventListener
  void stornato(PagamentoStornato evento) {
    var piano = evento.piano();
    boolean ancoraDovuto = evento.residua().positivo();
    boolean nullaDaRestituire = evento.recuperoAnnullato().positivo();
    invia(
        Scopo.PAGAMENTO_STORNATO,
        "movimento:" + evento.movimentoId(),
        piano,
        Lettera.su(
                "Pagamento stornato: %s per «%s» – %s"
                    .formatted(evento.importo(), evento.titolo(), ambito(piano)))
            .fatto(
                """
                Regione Lombardia ha stornato un pagamento della premialità del Piano di Zona %s a \
                favore dell'Ente capofila: %s."""
                    .formatted(
                        piano.triennio(),
                        ancoraDovuto
                            ? "quanto è ancora dovuto torna da liquidare"
                            : "non è più dovuto nulla"))
            .dato("Progetto", evento.titolo())
            .dato("Pagamento", evento.tipo().descrizione())
            .dato("Importo", evento.importo().toString())
            .dato(
                "Recupero annullato",
                nullaDaRestituire ? evento.recuperoAnnullato().toString() : null)
            .dato("Da liquidare", ancoraDovuto ? evento.residua().toString() : null)
            .dato("Atto", evento.atto())
            .dato("Motivo", evento.motivo())
            .daFare(
                """
                Non serve fare nulla%s%s."""
                    .formatted(
                        nullaDaRestituire ? ", nemmeno restituire la somma del recupero" : "",
                        ancoraDovuto
                            ? ": un nuovo pagamento viene comunicato con il suo atto"
                            : "")));
  }

  @EventListener
  void receduto(AmbitoReceduto evento) {
    var piano = evento.piano();
    invia(
        Scopo.AMBITO_RECEDUTO,
        "progetto:%d:%s".formatted(evento.progettoId(), evento.codiceAmbito()),
        piano,
        Lettera.su(
                "Recesso da un progetto comune: «%s» – %s"
                    .formatted(evento.titolo(), ambito(piano)))
            .fatto(
                """
                l'Ambito di %s ha receduto dal progetto comune «%s» del Piano di Zona %s."""
                    .formatted(evento.ambito(), evento.titolo(), piano.triennio()))
            .dato("Progetto", evento.titolo())
            .dato("Ambito che recede", evento.ambito())
            .dato("Atto", evento.atto())
            .dato("Motivo", evento.motivo())
            .dato("Conseguenza", evento.conseguenza())
            .daFare(
                """
                Per chiarimenti l'Ufficio di Piano può rivolgersi all'ATS, che coordina i progetti."""));
  }

  @EventListener
  void rideterminata(PremialitaRideterminata evento) {
    var piano = evento.piano();
    invia(
        Scopo.PREMIALITA_RIDETERMINATA,
        "determinazione:" + evento.determinazioneId(),
        piano,
        Lettera.su("Premialità rideterminata: «%s» – %s".formatted(evento.titolo(), ambito(piano)))
            .fatto(
                """
                la premialità del progetto «%s» del Piano di Zona %s passa da %s a %s."""
                    .formatted(evento.titolo(), piano.triennio(), evento.prima(), evento.dopo()))
            .dato("Progetto", evento.titolo())
            .dato("Motivo", evento.motivo())
            .dato(
                evento.residua().negativo() ? "Somme da restituire" : "Ancora da liquidare",
                (evento.residua().negativo()
                        ? Denaro.ZERO.meno(evento.residua())
                        : evento.residua())
                    .toString())
            .daFare(
                """
                Per chiarimenti l'Ufficio di Piano può rivolgersi all'ATS, che coordina i progetti."""));
  }

  /** The same project may hear of other reasons later: each is a message of its own. */
  @EventListener
  void nonRiconosciuta(PremialitaNonRiconosciuta evento) {
    var piano = evento.piano();
    invia(
        Scopo.PREMIALITA_NON_RICONOSCIUTA,
        "%s:%08x".formatted(oggetto(evento.progettoId()), evento.motivi().hashCode()),
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
        "%s:%08x".formatted(oggetto(evento.progettoId()), evento.motivi().hashCode()),
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

  private static String oggetto(Long progettoId) {
    return progettoId == null ? "primo-livello" : "progetto:" + progettoId;
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
