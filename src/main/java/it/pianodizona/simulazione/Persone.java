package it.pianodizona.simulazione;

import it.pianodizona.anagrafica.Comune;
import it.pianodizona.attuazione.Colonna;
import it.pianodizona.attuazione.Flusso;
import it.pianodizona.attuazione.economia.DatiEconomici;
import it.pianodizona.attuazione.economia.PianiEconomici;
import it.pianodizona.attuazione.economia.PianoEconomico;
import it.pianodizona.attuazione.economia.Voce;
import it.pianodizona.attuazione.monitoraggio.DatiScheda;
import it.pianodizona.attuazione.monitoraggio.Monitoraggi;
import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.DatiObiettivo;
import it.pianodizona.documento.EsitoPrecedente;
import it.pianodizona.documento.Indicatore;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.documento.Operatore;
import it.pianodizona.documento.Parte;
import it.pianodizona.documento.Redazione;
import it.pianodizona.documento.SchedaObiettivo;
import it.pianodizona.documento.StatoSezione;
import it.pianodizona.documento.TestoSezione;
import it.pianodizona.documento.TipoIndicatore;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people write on the pages of the application while a task waits for them. */
@Component
@Simulazione
public class Persone {

  private final Redazione redazione;
  private final Monitoraggi monitoraggi;
  private final PianiEconomici economia;

  Persone(Redazione redazione, Monitoraggi monitoraggi, PianiEconomici economia) {
    this.redazione = redazione;
    this.monitoraggi = monitoraggi;
    this.economia = economia;
  }

  /** An invented name. */
  public static String nome(Sorte.Tiro tiro) {
    return EntiSimulati.persona(tiro);
  }

  /** Parts 1 to 4 of the document. */
  public void scriviAnalisi(
      long documentoId, int anno, String chi, Sorte.Tiro tiro, int obiettivi, int candidati) {
    if (redazione.esiti(documentoId).isEmpty()) {
      redazione.aggiungiEsito(documentoId, esito(tiro), chi);
    }
    scrivi(
        documentoId, EnumSet.of(Parte.ESITI, Parte.CONTESTO, Parte.SOGGETTI, Parte.BISOGNI), chi);
  }

  /** Part 5: the objectives, some of them proposed for the premialità. */
  public void scriviObiettivi(
      long documentoId, int anno, String chi, Sorte.Tiro tiro, int obiettivi, int candidati) {
    boolean daScrivere =
        redazione.mancanze(documentoId, List.of(Parte.OBIETTIVI)).stream()
            .anyMatch(m -> m.testo().contains("nessun obiettivo"));
    if (daScrivere) {
      for (int i = 1; i <= obiettivi; i++) {
        redazione.aggiungiObiettivo(documentoId, obiettivo(i, anno, i <= candidati, tiro), chi);
      }
    }
    scrivi(documentoId, EnumSet.of(Parte.OBIETTIVI), chi);
  }

  /** Parts 6 and 7. */
  public void scriviValutazione(
      long documentoId, int anno, String chi, Sorte.Tiro tiro, int obiettivi, int candidati) {
    scrivi(documentoId, EnumSet.of(Parte.VALUTAZIONE, Parte.INTEGRAZIONE), chi);
  }

  private void scrivi(long documentoId, Set<Parte> parti, String chi) {
    for (var sezione : redazione.sezioni(documentoId)) {
      if (parti.contains(sezione.parte()) && redazione.modificabile(documentoId, sezione.parte())) {
        redazione.scrivi(
            documentoId,
            sezione.parte(),
            sezione.revisione(),
            new TestoSezione(
                sezione.testo() == null ? testo(sezione.parte()) : sezione.testo(),
                StatoSezione.PRONTA,
                chi),
            chi);
      }
    }
  }

  private static String testo(Parte parte) {
    return "%s: quanto emerso dai tavoli, dai dati di ATS e dalla spesa sociale dei Comuni."
        .formatted(parte.etichetta());
  }

  private static EsitoPrecedente esito(Sorte.Tiro tiro) {
    return new EsitoPrecedente(
        "Sportello unico di accesso",
        tiro.tra(40, 100),
        "Gradimento alto",
        tiro.tra(60, 100),
        "Orari ridotti nei Comuni piccoli",
        true,
        "Un solo punto di accesso per tutti i servizi",
        false,
        true,
        "Da estendere agli altri Comuni");
  }

  private static DatiObiettivo obiettivo(int numero, int anno, boolean candidato, Sorte.Tiro tiro) {
    var scheda =
        new SchedaObiettivo(
            "Obiettivo %d".formatted(numero),
            tiro.uno(List.of(Macroarea.values())),
            "Rafforzare i servizi nei Comuni più piccoli",
            "Persone e famiglie fragili",
            Denaro.euro(tiro.tra(10, 150) * 1000L),
            "Assistenti sociali e operatori degli enti",
            true,
            "Interventi per la famiglia",
            tiro.accade(0.5),
            false,
            true,
            "ASST, cooperative, associazioni",
            "Persone lontane dai servizi",
            "Équipe mobile",
            "Cento persone seguite",
            "Meno ricoveri impropri",
            candidato);
    return new DatiObiettivo(
        scheda,
        List.of(
            new Indicatore(
                TipoIndicatore.OUTPUT,
                "Persone seguite",
                Operatore.ALMENO,
                BigDecimal.valueOf(tiro.tra(20, 200)),
                "persone",
                LocalDate.of(anno, 12, 31))),
        Set.of());
  }

  /** The values of a year, and the economic plan that goes to the Assemblea with them. */
  public void scriviMonitoraggio(long monitoraggioId, String chi, Sorte.Tiro tiro) {
    var monitoraggio = monitoraggi.monitoraggio(monitoraggioId);
    for (var scheda : monitoraggi.schede(monitoraggio)) {
      var valori = new HashMap<Integer, DatiScheda.Valore>();
      scheda
          .rilevazioni()
          .forEach(
              r ->
                  valori.put(
                      r.numero(),
                      new DatiScheda.Valore(BigDecimal.valueOf(tiro.tra(10, 200)), "Contati")));
      monitoraggi.scrivi(
          monitoraggioId,
          scheda.obiettivo().id(),
          scheda.revisione(),
          new DatiScheda(
              valori,
              scheda.rilevazioni().isEmpty() ? tiro.tra(20, 100) : null,
              tiro.tra(30, 100),
              "Pochi operatori nei Comuni più piccoli",
              "Servizi avviati"),
          chi);
    }
    if (!monitoraggio.ultimo()) {
      scriviPianoEconomico(monitoraggio.piano().pianoId(), monitoraggio.annoEconomico(), chi, tiro);
    }
  }

  /** What the Comuni pay is what the shared services cost. */
  private void scriviPianoEconomico(long pianoId, int anno, String chi, Sorte.Tiro tiro) {
    var proposta = economia.proposta(pianoId, anno);
    var importo = Denaro.euro(tiro.tra(50, 400) * 1000L);
    var voci =
        proposta.voci().stream()
            .map(
                v ->
                    v.daiComuni() || v.denominazione().startsWith("Gestione associata")
                        ? new Voce(v.parte(), v.denominazione(), importo, v.daiComuni())
                        : v)
            .toList();
    economia.scrivi(
        pianoId,
        anno,
        economia.dellAnno(pianoId, anno).map(PianoEconomico::revisione).orElse(0),
        new DatiEconomici(
            voci,
            Denaro.ZERO,
            Denaro.euro(500),
            proposta.popolazioneAl(),
            proposta.fontePopolazione(),
            proposta.popolazione(),
            null),
        chi);
  }

  /** The file of a reporting flow, in its own columns. */
  public byte[] tracciato(Flusso flusso, List<Comune> comuni, Sorte.Tiro tiro) {
    var righe = new StringBuilder();
    righe.append(
        flusso.tracciato().stream().map(Colonna::nome).collect(Collectors.joining(";", "", "\n")));
    for (int i = 0; i < 3; i++) {
      righe.append(
          flusso.tracciato().stream()
              .map(c -> cella(c, comuni, tiro))
              .collect(Collectors.joining(";", "", "\n")));
    }
    return righe.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cella(Colonna colonna, List<Comune> comuni, Sorte.Tiro tiro) {
    int massimo = (int) Math.min(colonna.massimo(), 500);
    return switch (colonna.tipo()) {
      case TESTO -> "Intervento " + tiro.tra(1, 99);
      case INTERO -> String.valueOf(tiro.tra((int) colonna.minimo(), massimo));
      case IMPORTO -> tiro.tra((int) colonna.minimo(), 90_000) + ",50";
      case CODICE_ISTAT -> tiro.uno(comuni).codiceIstat();
      case VALORI -> tiro.uno(colonna.valori());
    };
  }
}
