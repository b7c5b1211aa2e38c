package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.TERMINE_PROCEDIMENTO;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.CoProgrammazioneProperties;
import it.pianodizona.coprogrammazione.DatiDomanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.motore.compito.ContestoCompito;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The facts on a domanda that every task of its procedure shows. */
@Component
class SchedaDomanda {

  private final Domande domande;
  private final Avvisi avvisi;
  private final CoProgrammazioneProperties parametri;

  SchedaDomanda(Domande domande, Avvisi avvisi, CoProgrammazioneProperties parametri) {
    this.domande = domande;
    this.avvisi = avvisi;
    this.parametri = parametri;
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
    valori.put(
        "tempestivita",
        domanda.tardiva()
            ? "tardiva: partecipa a titolo solo consultivo"
            : "in termine (entro il " + DateItaliane.italiana(avviso.scadenzaDomande()) + ")");
    valori.put("aree", String.join(", ", dati.aree().stream().map(avviso::nomeArea).toList()));
    valori.put("offerta", offerta(dati));
    valori.put("termineProcedimento", DateItaliane.italiana(termine.toLocalDate()));
    valori.put("giorniSoccorso", parametri.soccorsoGiorni());
    valori.put("giorniPreavviso", parametri.preavvisoGiorni());
    return valori;
  }

  private static String runts(DatiDomanda dati) {
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
