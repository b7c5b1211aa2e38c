package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.TERMINE_PROCEDIMENTO;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.CategoriaPartecipante;
import it.pianodizona.coprogrammazione.CoProgrammazioneProperties;
import it.pianodizona.coprogrammazione.DatiDomanda;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.DomandaTornataTempestiva;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.DomandeDoppie;
import it.pianodizona.coprogrammazione.Istruttoria;
import it.pianodizona.coprogrammazione.PropostaIstruttoria;
import it.pianodizona.coprogrammazione.TerminiProcedimento;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.motore.compito.ContestoCompito;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The facts on a domanda that every task of its procedure shows. */
@Component
class SchedaDomanda {

  private final Domande domande;
  private final DomandeDoppie doppie;
  private final Avvisi avvisi;
  private final Fascicolo fascicolo;
  private final TerminiProcedimento termini;
  private final CoProgrammazioneProperties parametri;
  private final TaskService compiti;

  SchedaDomanda(
      Domande domande,
      DomandeDoppie doppie,
      Avvisi avvisi,
      Fascicolo fascicolo,
      TerminiProcedimento termini,
      CoProgrammazioneProperties parametri,
      TaskService compiti) {
    this.domande = domande;
    this.doppie = doppie;
    this.avvisi = avvisi;
    this.fascicolo = fascicolo;
    this.termini = termini;
    this.parametri = parametri;
    this.compiti = compiti;
  }

  /** Values for the form; also names the task after the applicant and sets its due date. */
  Map<String, Object> prepara(ContestoCompito contesto, String nome) {
    var domanda = domande.domanda(contesto.leggi(DOMANDA_ID));
    var avviso = avvisi.avviso(domanda.avvisoId());
    var termine =
        OffsetDateTime.parse(contesto.leggi(TERMINE_PROCEDIMENTO)).atZoneSameInstant(Termini.ROMA);
    var dati = domanda.dati();
    contesto.nome(nome + " – " + dati.denominazione());
    contesto.scadenza(termine);
    var valori = new HashMap<String, Object>();
    valori.put("denominazione", dati.denominazione());
    valori.put("formaGiuridica", dati.formaGiuridica());
    valori.put("codiceFiscale", dati.codiceFiscale());
    valori.put("sede", dati.sede());
    valori.put("categoria", dati.categoria().descrizione());
    valori.put("runts", runts(dati));
    valori.put("rappresentanteLegale", dati.rappresentanteLegale());
    valori.put("protocollo", domanda.protocollo());
    valori.put("arrivo", DateItaliane.italiana(domanda.ricevuta()));
    valori.put("canale", domanda.canale().descrizione());
    valori.put("tempestivita", tempestivita(domanda, avviso));
    valori.put("aree", aree(domanda, avviso));
    valori.put("offerta", offerta(dati));
    var allegati = allegati(domanda);
    valori.put("allegati", allegati.stream().map(SchedaDomanda::voce).toList());
    valori.put("numeroAllegati", allegati.isEmpty() ? "nessuno" : allegati.size());
    valori.put("fascicolo", "/fascicolo/" + domanda.piano().pianoId());
    valori.put("termineProcedimento", DateItaliane.italiana(termine.toLocalDate()));
    valori.put("motivoTermine", termini.motivazione(domanda.id()));
    valori.put("giorniPreavviso", parametri.preavvisoGiorni());
    valori.put(
        "seNonBasta",
        parametri.preavvisoAttivo()
            ? "parte il preavviso di rigetto, con %d giorni per osservare"
                .formatted(parametri.preavvisoGiorni())
            : "la domanda passa a chi decide, senza preavviso di rigetto");
    return valori;
  }

  /** A reopening made a late domanda timely: the tasks already open say so. */
  @EventListener
  void aggiorna(DomandaTornataTempestiva evento) {
    var aperti =
        compiti
            .createTaskQuery()
            .processDefinitionKey(DomandaPartecipazioneProcesso.CHIAVE)
            .processVariableValueEquals(DOMANDA_ID.nome(), evento.domandaId())
            .list();
    if (aperti.isEmpty()) {
      return;
    }
    var domanda = domande.domanda(evento.domandaId());
    var tempestivita = tempestivita(domanda, avvisi.avviso(domanda.avvisoId()));
    aperti.forEach(
        compito -> compiti.setVariableLocal(compito.getId(), "tempestivita", tempestivita));
  }

  /** What the admissibility table proposed, for a form. */
  static Map<String, Object> proposta(PropostaIstruttoria proposta) {
    return Map.of(
        "proposta",
        proposta.esito().descrizione(),
        "regole",
        proposta.regole().stream()
            .map(
                regola ->
                    Map.of(
                        "esito", regola.esito().descrizione(),
                        "motivo", regola.motivo(),
                        "norma", regola.norma()))
            .toList());
  }

  /** What the office checked, in one line. */
  static String controlli(Istruttoria istruttoria) {
    return Stream.of(
            istruttoria.canaleAmmesso() ? "canale previsto" : "canale non previsto",
            "firma: " + istruttoria.firma().descrizione(),
            istruttoria.documentoIdentita()
                ? "documento d'identità presente"
                : "documento d'identità assente",
            "categoria: "
                + (istruttoria.categoria() == null
                    ? "nessuna di quelle dell'avviso"
                    : istruttoria.categoria().descrizione()),
            "RUNTS: " + istruttoria.runts().descrizione(),
            istruttoria.runtsNumero() == null ? null : "numero " + istruttoria.runtsNumero(),
            istruttoria.runtsVerificato() == null
                ? null
                : "verificato il " + DateItaliane.italiana(istruttoria.runtsVerificato()),
            istruttoria.categoria() == CategoriaPartecipante.ETS
                ? null
                : istruttoria.requisitiProvati() ? "requisiti provati" : "requisiti non provati",
            istruttoria.runtsNota() == null ? null : "nota: " + istruttoria.runtsNota())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  /** On time or late, to the second. */
  static String tempestivita(Domanda domanda, Avviso avviso) {
    return domanda.tardiva()
        ? "tardiva: il termine era il %s; vale a titolo solo consultivo"
            .formatted(DateItaliane.italiana(avviso.scadenzaDomande()))
        : "in termine: entro il " + DateItaliane.italiana(avviso.scadenzaDomande());
  }

  static String aree(Domanda domanda, Avviso avviso) {
    return String.join(", ", domanda.dati().aree().stream().map(avviso::nomeArea).toList());
  }

  /** File names with their hashes, one after the other. */
  String nomiAllegati(Domanda domanda) {
    return allegati(domanda).stream()
        .map(allegato -> allegato.nomeFile() + " (SHA-256 " + allegato.sha256() + ")")
        .collect(Collectors.joining("; "));
  }

  /** What is in the file of a domanda and of those merged into it. */
  private List<Documento> allegati(Domanda domanda) {
    return Stream.concat(Stream.of(domanda.id()), doppie.unite(domanda.id()).stream())
        .flatMap(id -> fascicolo.di(domanda.piano().pianoId(), "domanda:" + id).stream())
        .toList();
  }

  private static Map<String, Object> voce(Documento documento) {
    return Map.of(
        "indirizzo", "/fascicolo/documenti/" + documento.id(),
        "titolo", documento.titolo(),
        "nomeFile", documento.nomeFile(),
        "sha256", documento.sha256(),
        "inserito", DateItaliane.italiana(documento.inserito().atZoneSameInstant(Termini.ROMA)));
  }

  static String runts(DatiDomanda dati) {
    if (dati.runtsNumero() == null) {
      return "non indicato";
    }
    return Stream.of(
            "n. " + dati.runtsNumero(),
            dati.runtsSezione(),
            dati.runtsData() == null ? null : "dal " + DateItaliane.italiana(dati.runtsData()))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private static String offerta(DatiDomanda dati) {
    var offerta =
        Stream.of(dati.datiOfferti(), dati.risorseOfferte())
            .filter(Objects::nonNull)
            .collect(Collectors.joining("; "));
    return offerta.isEmpty() ? "non indicato" : offerta;
  }
}
