package it.pianodizona.documento;

import it.pianodizona.comune.Denaro;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Documents as an office writes them, on the page of the document. */
public final class DocumentoFixture {

  public static final String CHI = "udp";
  public static final String CONTESTO = "Ventiquattro Comuni montani, popolazione che invecchia.";

  private DocumentoFixture() {}

  /** Writes every part of a version and marks it ready. */
  public static void scriviTutto(Redazione redazione, long documentoId) {
    if (redazione.esiti(documentoId).isEmpty()) {
      redazione.aggiungiEsito(documentoId, esito("Sportello unico di accesso"), CHI);
    }
    // those that came from the monitoring of the plan before lack the judgements
    redazione.esiti(documentoId).stream()
        .filter(scritto -> scritto.esito().motivoRiproposto().isEmpty())
        .forEach(
            scritto ->
                redazione.modificaEsito(
                    documentoId,
                    scritto.numero(),
                    scritto.revisione(),
                    esito(scritto.esito().obiettivo()),
                    CHI));
    redazione.aggiungiObiettivo(documentoId, obiettivo("A casa in valle"), CHI);
    pronte(redazione, documentoId);
  }

  /** Marks every part ready, with a text where there is none. */
  public static void pronte(Redazione redazione, long documentoId) {
    for (var sezione : redazione.sezioni(documentoId)) {
      if (redazione.modificabile(documentoId, sezione.parte())) {
        redazione.scrivi(
            documentoId,
            sezione.parte(),
            sezione.revisione(),
            new TestoSezione(
                sezione.testo() == null ? testo(sezione.parte()) : sezione.testo(),
                StatoSezione.PRONTA,
                "Marta Zanetti"),
            CHI);
      }
    }
  }

  public static String testo(Parte parte) {
    return switch (parte) {
      case ESITI -> null;
      case CONTESTO -> CONTESTO;
      case SOGGETTI -> "Cooperative, associazioni, parrocchie, sindacati.";
      case BISOGNI -> "Domiciliarità, solitudine degli anziani, spazi per i giovani.";
      case OBIETTIVI -> null;
      case VALUTAZIONE -> "Indicatori trimestrali rilevati dall'ufficio.";
      case INTEGRAZIONE -> "Percorso unico con la Casa di comunità di Clusone.";
    };
  }

  /** A document of the size of Seriate's 2018-2020 plan: long parts, sixty objectives. */
  public static void scriviComeSeriate(Redazione redazione, long documentoId) {
    long condiviso =
        redazione.aggiungiFondo(
            documentoId, "Fondo nazionale per le politiche sociali", Denaro.euro(412_000), CHI);
    for (int i = 1; i <= 12; i++) {
      redazione.aggiungiEsito(documentoId, esito("Obiettivo 2018-2020 numero " + i), CHI);
    }
    for (int i = 1; i <= 60; i++) {
      var indicatori = new ArrayList<Indicatore>();
      for (int j = 0; j < 4; j++) {
        indicatori.add(indicatore());
      }
      redazione.aggiungiObiettivo(
          documentoId,
          new DatiObiettivo(
              lunga("Obiettivo numero " + i, Macroarea.values()[i % 10]),
              indicatori,
              i % 3 == 0 ? Set.of(condiviso) : Set.of()),
          CHI);
    }
    for (var sezione : redazione.sezioni(documentoId)) {
      redazione.scrivi(
          documentoId,
          sezione.parte(),
          sezione.revisione(),
          new TestoSezione(
              ("## Un titoletto\n\n" + FRASE.repeat(6) + "\n\n- una voce\n- un'altra voce\n\n")
                  .repeat(12),
              StatoSezione.PRONTA,
              "Marta Zanetti"),
          CHI);
    }
  }

  private static final String FRASE =
      "L'Ambito rileva una crescente fragilità delle persone anziane sole, delle famiglie con figli"
          + " piccoli e dei giovani senza lavoro né studio, con differenze tra i Comuni. ";

  private static SchedaObiettivo lunga(String titolo, Macroarea macroarea) {
    return new SchedaObiettivo(
        titolo,
        macroarea,
        FRASE.repeat(5),
        FRASE,
        Denaro.euro(25_000),
        FRASE,
        true,
        "Domiciliarità, anziani",
        true,
        false,
        true,
        "ASST Bergamo Est, cooperative, parrocchie",
        FRASE.repeat(2),
        FRASE.repeat(3),
        FRASE.repeat(2),
        FRASE.repeat(2),
        false);
  }

  public static EsitoPrecedente esito(String obiettivo) {
    return new EsitoPrecedente(
        obiettivo,
        80,
        "Gradimento alto",
        95,
        "Orari ridotti nei Comuni piccoli",
        true,
        "Un solo punto di accesso per tutti i servizi",
        false,
        true,
        "Da estendere all'alta valle");
  }

  public static DatiObiettivo obiettivo(String titolo) {
    return new DatiObiettivo(scheda(titolo, 60000), List.of(indicatore()), Set.of());
  }

  public static Indicatore indicatore() {
    return new Indicatore(
        TipoIndicatore.OUTPUT,
        "Persone seguite a domicilio",
        Operatore.ALMENO,
        new BigDecimal("120.00"),
        "persone",
        LocalDate.of(2027, 12, 31));
  }

  public static SchedaObiettivo scheda(String titolo, long euro) {
    return new SchedaObiettivo(
        titolo,
        Macroarea.A,
        "Assistenza domiciliare integrata nei Comuni più piccoli",
        "Persone anziane e con disabilità",
        Denaro.euro(euro),
        "Due assistenti sociali, sei operatori",
        true,
        "Interventi per la famiglia",
        true,
        false,
        true,
        "ASST Bergamo Est, cooperative",
        "Persone sole lontane dai servizi",
        "Équipe mobile",
        "Centoventi persone seguite",
        "Meno ricoveri impropri",
        true);
  }
}
