package it.pianodizona.coprogrammazione;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The real notice of Clusone of 12/09/2024 (S2), with invented people. */
public final class AvvisoFixture {

  public static final Area INVECCHIAMENTO =
      Area.di(
          "Invecchiamento, disabilità, non autosufficienza",
          "Domiciliarità, anziani, interventi per la famiglia e per le persone con disabilità.");
  public static final Area MINORI =
      Area.di("Minori e famiglia", "Politiche giovanili e per minori, interventi per la famiglia.");
  public static final Area INCLUSIONE =
      Area.di("Inclusione sociale", "Contrasto alla povertà, politiche abitative e del lavoro.");

  public static final LocalDate PUBBLICAZIONE = LocalDate.of(2024, 9, 12);
  public static final LocalDate SCADENZA = LocalDate.of(2024, 10, 2);

  private static final String SALA =
      "Sala Legrenzi, Palazzo Marinoni Barca, Clusone, ingresso da Vicolo Caio";

  private AvvisoFixture() {}

  public static ContenutoAvviso avvisoDiClusone() {
    return avviso(PUBBLICAZIONE, SCADENZA, List.of(INVECCHIAMENTO, MINORI, INCLUSIONE), incontri());
  }

  public static ContenutoAvviso avviso(
      LocalDate pubblicazione,
      LocalDate scadenza,
      List<Area> aree,
      List<IncontroPrevisto> incontri) {
    return new ContenutoAvviso(
        "Avviso di manifestazione d'interesse per la co-programmazione del Piano di Zona 2025-2027",
        "DGR XII/2167 del 15/04/2024",
        "Comune di Clusone",
        aree,
        incontri,
        "Enti del Terzo settore, altri enti senza scopo di lucro, organizzazioni sindacali.",
        "Partecipare secondo l'avviso e rispondere alle richieste dell'Ambito.",
        "protocollo@pec.comune.clusone.bg.it",
        "ambito@comune.clusone.bg.it",
        true,
        pubblicazione,
        scadenza,
        "Lucia Bonaldi",
        "Marta Pezzoli, Responsabile dei Servizi sociali d'Ambito");
  }

  public static List<IncontroPrevisto> incontri() {
    var incontri = new ArrayList<IncontroPrevisto>();
    incontri.add(incontro(INVECCHIAMENTO, 1, LocalDate.of(2024, 10, 7)));
    incontri.add(incontro(INVECCHIAMENTO, 2, LocalDate.of(2024, 10, 28)));
    incontri.add(incontro(MINORI, 1, LocalDate.of(2024, 10, 9)));
    incontri.add(incontro(MINORI, 2, LocalDate.of(2024, 10, 23)));
    incontri.add(incontro(INCLUSIONE, 1, LocalDate.of(2024, 10, 14)));
    incontri.add(incontro(INCLUSIONE, 2, LocalDate.of(2024, 10, 21)));
    return incontri;
  }

  public static IncontroPrevisto incontro(Area area, int numero, LocalDate giorno) {
    return new IncontroPrevisto(
        area.codice(), numero, giorno, LocalTime.of(16, 0), LocalTime.of(19, 0), SALA);
  }
}
