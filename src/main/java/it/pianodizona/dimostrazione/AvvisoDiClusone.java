package it.pianodizona.dimostrazione;

import it.pianodizona.coprogrammazione.Area;
import it.pianodizona.coprogrammazione.ContenutoAvviso;
import it.pianodizona.coprogrammazione.IncontroPrevisto;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The real notice of co-programmazione of Ambito 50084, published by the Comune di Clusone on
 * 12/09/2024 (S2). Institutions, dates and places are the real ones; the people are invented.
 */
public final class AvvisoDiClusone {

  public static final String CODICE_AMBITO = "50084";
  public static final String TRIENNIO = "2025-2027";
  public static final String ATTO_REGIONALE = "DGR XII/2167 del 15/04/2024";
  public static final LocalDate SCADENZA_ACCORDO = LocalDate.of(2024, 12, 10);
  public static final String RUP = "Dott.ssa Lucia Ferrandi";

  private static final String LUOGO =
      "Sala Legrenzi – Palazzo Marinoni Barca – Clusone, ingresso da Vicolo Caio";

  private AvvisoDiClusone() {}

  public static ContenutoAvviso contenuto() {
    var anziani =
        Area.di(
            "Invecchiamento, disabilità, non autosufficienza",
            "Domiciliarità, anziani, interventi per la famiglia, interventi a favore delle persone"
                + " con disabilità.");
    var minori =
        Area.di(
            "Minori e famiglia", "Politiche giovanili e per minori, interventi per la famiglia.");
    var inclusione =
        Area.di(
            "Inclusione sociale",
            "Contrasto alla povertà e all'emarginazione sociale, inclusione attiva, politiche"
                + " abitative, interventi connessi alle politiche per il lavoro, interventi a"
                + " favore delle persone con disabilità.");
    return new ContenutoAvviso(
        "Manifestazione d'interesse per partecipare alla co-programmazione del Piano di Zona"
            + " 2025-2027 dell'Ambito Territoriale Sociale Valle Seriana Superiore e Valle di"
            + " Scalve",
        ATTO_REGIONALE,
        "Comune di Clusone",
        List.of(anziani, minori, inclusione),
        Stream.of(
                incontro(anziani, 1, 7),
                incontro(anziani, 2, 28),
                incontro(minori, 1, 9),
                incontro(minori, 2, 23),
                incontro(inclusione, 1, 14),
                incontro(inclusione, 2, 21))
            .toList(),
        """
        a) enti del Terzo settore come definiti dall'art. 4 del d.lgs. 117/2017;
        b) organismi non lucrativi di utilità sociale, organismi della cooperazione, associazioni \
        ed enti di promozione sociale, fondazioni ed enti di patronato, organizzazioni di \
        volontariato, enti riconosciuti delle confessioni religiose con le quali lo Stato ha \
        stipulato patti, accordi o intese, operanti nel sistema integrato di interventi e servizi \
        sociali;
        c) le organizzazioni sindacali maggiormente rappresentative.""",
        """
        Chi partecipa si impegna a mettere a disposizione le proprie conoscenze (banche dati, \
        ricerche, analisi) e risorse nella fase di pianificazione zonale e a dare riscontro alle \
        richieste di collaborazione e di informazioni dell'Ambito. Acconsente alla pubblicazione, \
        alla rielaborazione e all'utilizzo dei contributi condivisi e alla pubblicazione della \
        partecipazione, anche on line.""",
        "protocollo@pec.clusone.example",
        "ambito@clusone.example",
        true,
        LocalDate.of(2024, 9, 12),
        LocalDate.of(2024, 10, 2),
        RUP,
        "Dott. Marco Bellandi, responsabile dei servizi sociali d'Ambito");
  }

  private static IncontroPrevisto incontro(Area area, int numero, int giornoDiOttobre) {
    return new IncontroPrevisto(
        area.codice(),
        numero,
        LocalDate.of(2024, 10, giornoDiOttobre),
        LocalTime.of(16, 0),
        LocalTime.of(19, 0),
        LUOGO);
  }
}
