package it.pianodizona.notifiche;

import it.pianodizona.accordo.AdesioneRichiesta;
import it.pianodizona.accordo.EsitoAdesioneComunicato;
import it.pianodizona.accordo.FirmaRichiesta;
import it.pianodizona.accordo.FirmaRifiutata;
import it.pianodizona.accordo.FirmaSollecitata;
import it.pianodizona.accordo.RicevutaMancante;
import it.pianodizona.accordo.TermineAccordoScaduto;
import it.pianodizona.assemblea.AssembleaConvocata;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.piano.PianoInRitardo;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Letters of the Assemblea dei Sindaci and of the Accordo di Programma. */
@Component
class NotificheAccordo {

  private final Messaggi messaggi;
  private final Recapiti recapiti;
  private final PostaProperties proprieta;
  private final Clock orologio;

  NotificheAccordo(
      Messaggi messaggi, Recapiti recapiti, PostaProperties proprieta, Clock orologio) {
    this.messaggi = messaggi;
    this.recapiti = recapiti;
    this.proprieta = proprieta;
    this.orologio = orologio;
  }

  @EventListener
  void assemblea(AssembleaConvocata evento) {
    var piano = evento.piano();
    var chiamata = evento.convocazione() == 1 ? "prima" : "seconda";
    boolean spostata = evento.sequenza() > 0;
    messaggi.accoda(
        Scopo.CONVOCAZIONE_ASSEMBLEA,
        "seduta:%d:%d:%d".formatted(evento.sedutaId(), evento.convocazione(), evento.sequenza()),
        piano,
        evento.destinatari(),
        Lettera.su(
                "%s dell'Assemblea dei Sindaci, %s – %s"
                    .formatted(
                        spostata ? "Convocazione modificata" : "Convocazione",
                        Quando.giornoEOra(evento.inizio()),
                        ambito(piano)))
            .fatto(
                spostata
                    ? """
                      la convocazione dell'Assemblea dei Sindaci, in %s convocazione, è cambiata. \
                      Valgono i dati riportati qui sotto, al posto di quelli già comunicati."""
                        .formatted(chiamata)
                    : """
                      l'Assemblea dei Sindaci è convocata, in %s convocazione, per il Piano di Zona \
                      %s."""
                        .formatted(chiamata, piano.triennio()))
            .dato("Quando", Quando.giornoEOra(evento.inizio()))
            .dato("Dove", evento.luogo())
            .dato("Ordine del giorno", evento.ordineDelGiorno())
            .daFare(
                """
                La Sindaca o il Sindaco che non può intervenire può farsi rappresentare da una persona \
                delegata per iscritto. La presenza conta per il numero legale. L'invito allegato \
                riserva il tempo in calendario; la durata è indicativa.""")
            .fine(),
        new Invito(
            "seduta-" + evento.sedutaId() + "@" + proprieta.dominio(),
            evento.sequenza(),
            MetodoInvito.REQUEST,
            evento.inizio(),
            evento.inizio().plus(proprieta.durataAssemblea()),
            evento.luogo(),
            "Assemblea dei Sindaci, %s convocazione".formatted(chiamata),
            "Ordine del giorno: " + evento.ordineDelGiorno()));
  }

  @EventListener
  void firma(FirmaRichiesta evento) {
    var piano = evento.piano();
    boolean scaduto = evento.entro().isBefore(ZonedDateTime.now(orologio));
    messaggi.accoda(
        Scopo.RICHIESTA_FIRMA,
        "firma:" + evento.firmaId(),
        piano,
        List.of(evento.firmatario()),
        Lettera.su(
                (scaduto
                        ? "Accordo di Programma da firmare: termine del %s scaduto – %s"
                        : "Accordo di Programma da firmare entro il %s – %s")
                    .formatted(Quando.breve(evento.entro()), ambito(piano)))
            .fatto(
                """
                l'Accordo di Programma per il Piano di Zona %s è pronto per la firma. L'Accordo si \
                conclude solo con il consenso unanime di tutti gli enti (articolo 34 del decreto \
                legislativo 267/2000)."""
                    .formatted(piano.triennio()))
            .dato("Ente", evento.firmatario().nome())
            .dato(scaduto ? "Termine scaduto" : "Termine", Quando.giornoEOra(evento.entro()))
            .daFare(
                scaduto
                    ? """
                      Adotti l'atto che autorizza la firma e registri al più presto la firma, o il \
                      rifiuto motivato: il termine regionale è passato, ma l'Accordo si può ancora \
                      concludere."""
                    : """
                      Adotti l'atto che autorizza la firma e registri la firma, o il rifiuto \
                      motivato, entro %s."""
                        .formatted(Quando.leOreDi(evento.entro())))
            .collegamento("Apri il compito di firma", recapiti.compiti())
            .fine(),
        null);
  }

  @EventListener
  void sollecito(FirmaSollecitata evento) {
    var piano = evento.piano();
    messaggi.accoda(
        Scopo.SOLLECITO_FIRMA,
        "accordo:%d:%s:-%d"
            .formatted(evento.accordoId(), evento.entro().toInstant(), evento.giorniMancanti()),
        piano,
        evento.mancanti(),
        Lettera.su(
                "Sollecito: %s per firmare l'Accordo di Programma – %s"
                    .formatted(mancano(evento.giorniMancanti()), ambito(piano)))
            .fatto(
                """
                l'Accordo di Programma per il Piano di Zona %s attende ancora la firma del Suo ente: \
                %s al termine."""
                    .formatted(piano.triennio(), mancano(evento.giorniMancanti())))
            .dato("Termine", Quando.giornoEOra(evento.entro()))
            .daFare(
                """
                Registri la firma, o il rifiuto motivato, entro %s. Senza la firma di tutti gli enti \
                l'Accordo non si conclude."""
                    .formatted(Quando.leOreDi(evento.entro())))
            .collegamento("Apri il compito di firma", recapiti.compiti())
            .fine(),
        null);
  }

  /** The president of the Assemblea and the ATS are told who is missing while there is time. */
  @EventListener
  void firmeMancanti(FirmaSollecitata evento) {
    if (!evento.daSegnalare()) {
      return;
    }
    var piano = evento.piano();
    messaggi.accoda(
        Scopo.FIRME_MANCANTI,
        "accordo:%d:%s:-%d"
            .formatted(evento.accordoId(), evento.entro().toInstant(), evento.giorniMancanti()),
        piano,
        List.of(recapiti.presidente(piano), recapiti.ats(piano)),
        Lettera.su(
                "Accordo di Programma: %s e %s – %s"
                    .formatted(
                        mancano(evento.giorniMancanti()),
                        firmeMancanti(evento.mancanti().size()),
                        ambito(piano)))
            .fatto(
                """
                all'Accordo di Programma del Piano di Zona %s, %s al termine, non tutti gli enti \
                hanno ancora firmato. Ciascuno di loro ha ricevuto il sollecito."""
                    .formatted(piano.triennio(), mancano(evento.giorniMancanti())))
            .dato("Termine", Quando.giornoEOra(evento.entro()))
            .dato(
                "Enti che non hanno firmato",
                evento.mancanti().stream()
                    .map(Destinatario::nome)
                    .collect(Collectors.joining("\n")))
            .daFare(
                """
                Senza la firma di tutti gli enti l'Accordo non si conclude: si chiede di contattarli \
                entro il termine.""")
            .collegamento("Apri il quadro delle firme", recapiti.accordo(piano))
            .fine(),
        null);
  }

  @EventListener
  void ricevuta(RicevutaMancante evento) {
    var piano = evento.piano();
    messaggi.accoda(
        Scopo.RICEVUTA_MANCANTE,
        "accordo:%d:%s".formatted(evento.accordoId(), evento.oggi()),
        piano,
        List.of(recapiti.ats(piano), recapiti.regione()),
        Lettera.su("Manca la ricevuta della Regione per l'Accordo di Programma – " + ambito(piano))
            .fatto(
                """
                il Piano di Zona %s e l'Accordo di Programma sono stati trasmessi alla Regione, ma la \
                ricevuta non risulta ancora registrata."""
                    .formatted(piano.triennio()))
            .dato("Trasmessi il", Quando.breve(evento.trasmissione().data()))
            .dato("Protocollo dell'ATS", evento.trasmissione().protocollo())
            .dato("Documenti", Integer.toString(evento.trasmissione().documenti()))
            .daFare(
                """
                L'ATS o la Regione registrino il protocollo regionale di ricezione. Questo promemoria \
                si ripete ogni sette giorni finché la ricevuta manca.""")
            .collegamento("Apri il compito", recapiti.compiti())
            .fine(),
        null);
  }

  @EventListener
  void rifiuto(FirmaRifiutata evento) {
    var piano = evento.piano();
    messaggi.accoda(
        Scopo.FIRMA_RIFIUTATA,
        "firma:" + evento.firmaId(),
        piano,
        List.of(recapiti.ufficioDiPiano(piano), recapiti.ats(piano), recapiti.regione()),
        Lettera.su(
                "%s non firma l'Accordo di Programma – %s".formatted(evento.ente(), ambito(piano)))
            .fatto(
                """
                un ente ha rifiutato di firmare l'Accordo di Programma per il Piano di Zona %s. \
                L'Accordo si conclude solo con il consenso unanime (articolo 34 del decreto \
                legislativo 267/2000): la raccolta delle firme è chiusa."""
                    .formatted(piano.triennio()))
            .dato("Ente", evento.ente())
            .dato("Motivo", evento.motivo())
            .daFare("L'Ufficio di Piano convochi di nuovo l'Assemblea dei Sindaci.")
            .collegamento("Apri i compiti", recapiti.compiti())
            .fine(),
        null);
  }

  @EventListener
  void termineAccordo(TermineAccordoScaduto evento) {
    var piano = evento.piano();
    messaggi.accoda(
        Scopo.TERMINE_ACCORDO_SCADUTO,
        "accordo:" + evento.accordoId() + ":" + evento.termine().toInstant(),
        piano,
        List.of(recapiti.presidente(piano), recapiti.ats(piano), recapiti.regione()),
        Lettera.su(
                "Accordo di Programma: termine scaduto, %s – %s"
                    .formatted(firmeMancanti(evento.mancanti().size()), ambito(piano)))
            .fatto(
                """
                è trascorso il termine per firmare l'Accordo di Programma del Piano di Zona %s e non \
                tutti gli enti hanno firmato."""
                    .formatted(piano.triennio()))
            .dato("Termine scaduto", Quando.giornoEOra(evento.termine()))
            .dato("Enti che non hanno firmato", String.join("\n", evento.mancanti()))
            .daFare(
                """
                La raccolta delle firme prosegue. Il presidente dell'Assemblea solleciti gli enti \
                elencati; il ritardo può ridurre o escludere la premialità.""")
            .collegamento("Apri il quadro delle firme", recapiti.accordo(piano))
            .fine(),
        null);
  }

  @EventListener
  void pianoInRitardo(PianoInRitardo evento) {
    var piano = evento.piano();
    messaggi.accoda(
        Scopo.PIANO_IN_RITARDO,
        "piano:" + piano.pianoId() + ":" + evento.termine().toInstant(),
        piano,
        List.of(recapiti.ufficioDiPiano(piano), recapiti.ats(piano), recapiti.regione()),
        Lettera.su("Piano di Zona %s in ritardo – %s".formatted(piano.triennio(), ambito(piano)))
            .fatto(
                """
                è trascorsa la data regionale per la firma dell'Accordo di Programma e il Piano di \
                Zona %s dell'Ambito non è ancora concluso. Il piano è segnato in ritardo e prosegue."""
                    .formatted(piano.triennio()))
            .dato("Data regionale", Quando.giornoEOra(evento.termine()))
            .daFare(
                """
                L'Ufficio di Piano completi i passi che mancano. Fino alla nuova firma resta in \
                vigore l'Accordo precedente; il ritardo può ridurre o escludere la premialità.""")
            .fine(),
        null);
  }

  @EventListener
  void adesione(AdesioneRichiesta evento) {
    var adesione = evento.adesione();
    var piano = evento.piano();
    messaggi.accoda(
        Scopo.ADESIONE_RICEVUTA,
        "adesione:" + adesione.id(),
        piano,
        List.of(new Destinatario(adesione.ente(), adesione.email())),
        Lettera.su("Richiesta di adesione all'Accordo di Programma ricevuta – " + ambito(piano))
            .fatto(
                """
                la richiesta di aderire all'Accordo di Programma per il Piano di Zona %s è stata \
                registrata e l'Ufficio di Piano la esamina."""
                    .formatted(piano.triennio()))
            .dato("Protocollo", adesione.protocollo())
            .dato("Risorse messe a disposizione", adesione.risorse())
            .collegamento("Segui la richiesta", recapiti.adesione(adesione.token()))
            .fine(),
        null);
  }

  @EventListener
  void esitoAdesione(EsitoAdesioneComunicato evento) {
    var adesione = evento.adesione();
    var piano = evento.piano();
    boolean accolta = adesione.accolta();
    messaggi.accoda(
        Scopo.ESITO_ADESIONE,
        "adesione:" + adesione.id(),
        piano,
        List.of(new Destinatario(adesione.ente(), adesione.email())),
        Lettera.su(
                "Adesione all'Accordo di Programma %s – %s"
                    .formatted(accolta ? "accolta" : "non accolta", ambito(piano)))
            .fatto(
                accolta
                    ? "l'adesione all'Accordo di Programma per il Piano di Zona %s è stata accolta."
                        .formatted(piano.triennio())
                    : """
                      l'adesione all'Accordo di Programma per il Piano di Zona %s non è stata accolta \
                      per i motivi qui sotto. È possibile presentare una nuova richiesta."""
                        .formatted(piano.triennio()))
            .dato("Protocollo della richiesta", adesione.protocollo())
            .dato("Motivi", adesione.motivi())
            .collegamento("Apri la richiesta", recapiti.adesione(adesione.token()))
            .fine(),
        null);
  }

  private static String mancano(int giorni) {
    return giorni == 1 ? "manca un giorno" : "mancano " + giorni + " giorni";
  }

  private static String firmeMancanti(int enti) {
    return enti == 1 ? "manca una firma" : "mancano " + enti + " firme";
  }

  private String ambito(RiferimentoPiano piano) {
    return "Ambito " + recapiti.ambito(piano).denominazione();
  }
}
