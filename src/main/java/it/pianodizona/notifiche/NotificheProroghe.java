package it.pianodizona.notifiche;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.piano.AccordoPrecedenteProrogato;
import it.pianodizona.piano.Piano;
import it.pianodizona.piano.Proroga;
import it.pianodizona.piano.ProrogaComunicata;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Letters about the proroghe: one for each recipient, however many Ambiti concern it. */
@Component
class NotificheProroghe {

  private final Messaggi messaggi;
  private final Recapiti recapiti;
  private final Anagrafica anagrafica;
  private final Clock orologio;

  NotificheProroghe(Messaggi messaggi, Recapiti recapiti, Anagrafica anagrafica, Clock orologio) {
    this.messaggi = messaggi;
    this.recapiti = recapiti;
    this.anagrafica = anagrafica;
    this.orologio = orologio;
  }

  /** A recipient and the Ambiti that it is told about. */
  private record Interessato(Destinatario chi, List<Piano> piani) {}

  @EventListener
  void termineProrogato(ProrogaComunicata evento) {
    Map<String, Ambito> ambiti =
        anagrafica.ambiti().stream().collect(Collectors.toMap(Ambito::codice, Function.identity()));
    for (Interessato interessato : interessati(evento.piani(), ambiti)) {
      var primo = interessato.piani().get(0).riferimento();
      messaggi.accoda(
          Scopo.TERMINE_PROROGATO,
          "proroga:" + evento.proroga().id(),
          primo,
          List.of(interessato.chi()),
          lettera(evento.proroga(), interessato.piani(), ambiti),
          null);
    }
  }

  @EventListener
  void accordoPrecedente(AccordoPrecedenteProrogato evento) {
    var piano = evento.piano();
    messaggi.accoda(
        Scopo.ACCORDO_PRECEDENTE_PROROGATO,
        "proroga-accordo:" + evento.proroga().id(),
        piano,
        List.of(recapiti.ufficioDiPiano(piano), recapiti.ats(piano), recapiti.regione()),
        Lettera.su(
                "Accordo di Programma precedente prorogato – Ambito "
                    + recapiti.ambito(piano).denominazione())
            .fatto(
                """
                l'Ambito ha prorogato l'Accordo di Programma precedente e resta ambito territoriale. \
                Il Piano di Zona %s prosegue e il nuovo Accordo si può ancora concludere."""
                    .formatted(piano.triennio()))
            .dato("Vale fino al", Quando.breve(evento.proroga().finoAl()))
            .dato(
                "Atto",
                "%s, %s del %s"
                    .formatted(
                        evento.proroga().organo().nome(),
                        evento.proroga().atto(),
                        Quando.breve(evento.proroga().dataAtto())))
            .dato("Motivo", evento.proroga().motivo())
            .daFare(
                "La premialità legata alla firma del nuovo Accordo resta in attesa fino alla firma.")
            .collegamento("Apri il quadro dell'Accordo", recapiti.accordo(piano))
            .fine(),
        null);
  }

  private List<Interessato> interessati(List<Piano> piani, Map<String, Ambito> ambiti) {
    var oggi = LocalDate.now(orologio);
    var perEnte = new LinkedHashMap<String, Interessato>();
    for (Piano piano : piani) {
      var riferimento = piano.riferimento();
      Ambito ambito = ambiti.get(piano.codiceAmbito());
      aggiungi(perEnte, "ambito:" + ambito.codice(), recapiti.ufficioDiPiano(riferimento), piano);
      for (Comune comune : anagrafica.comuniDi(ambito.codice(), oggi)) {
        aggiungi(
            perEnte,
            "comune:" + comune.codiceIstat(),
            new Destinatario("Comune di " + comune.denominazione(), comune.email()),
            piano);
      }
      aggiungi(perEnte, "ats:" + ambito.codiceAts(), recapiti.ats(riferimento), piano);
      for (String codice : ambito.codiciAsst()) {
        aggiungi(perEnte, "asst:" + codice, recapiti.asst(codice), piano);
      }
    }
    return List.copyOf(perEnte.values());
  }

  private static void aggiungi(
      Map<String, Interessato> perEnte, String chiave, Destinatario chi, Piano piano) {
    perEnte
        .computeIfAbsent(chiave, nuova -> new Interessato(chi, new ArrayList<>()))
        .piani()
        .add(piano);
  }

  private static Lettera lettera(Proroga proroga, List<Piano> piani, Map<String, Ambito> ambiti) {
    var nomi =
        piani.stream()
            .map(piano -> ambiti.get(piano.codiceAmbito()).denominazione())
            .collect(Collectors.joining("\n"));
    var termine = piani.get(0).scadenzaAccordo();
    return Lettera.su(
            "Termine per l'Accordo di Programma prorogato al %s%s"
                .formatted(
                    Quando.breve(termine),
                    piani.size() == 1
                        ? " – Ambito " + nomi
                        : ", %d Ambiti".formatted(piani.size())))
        .fatto(
            """
            la Regione ha spostato il termine per firmare e trasmettere l'Accordo di Programma del \
            Piano di Zona %s."""
                .formatted(proroga.triennio()))
        .dato("Nuovo termine", Quando.giornoEOra(termine))
        .dato("Atto", proroga.estremi())
        .dato("Motivo", proroga.motivo())
        .dato(piani.size() == 1 ? "Ambito" : "Ambiti", nomi)
        .daFare(
            """
            I solleciti e gli avvisi non ancora inviati seguono il nuovo termine; quelli già inviati \
            non si ripetono.""")
        .fine();
  }
}
