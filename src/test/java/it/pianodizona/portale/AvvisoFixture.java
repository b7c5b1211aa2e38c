package it.pianodizona.portale;

import it.pianodizona.coprogrammazione.Area;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.ContenutoAvviso;
import it.pianodizona.coprogrammazione.IncontroPrevisto;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** A notice like the real one of Clusone, published on 12/09/2024. */
final class AvvisoFixture {

  private AvvisoFixture() {}

  static Avviso pubblicato(Avvisi avvisi, long pianoId) {
    return pubblicato(avvisi, pianoId, true);
  }

  static Avviso pubblicato(Avvisi avvisi, long pianoId, boolean canaleWeb) {
    long id = approvato(avvisi, pianoId, canaleWeb);
    return avvisi.pubblica(id);
  }

  static long approvato(Avvisi avvisi, long pianoId, boolean canaleWeb) {
    long id = avvisi.redigi(pianoId, contenuto(canaleWeb));
    avvisi.approva(id, null, "rup");
    return id;
  }

  private static ContenutoAvviso contenuto(boolean canaleWeb) {
    var anziani =
        Area.di(
            "Invecchiamento, disabilità, non autosufficienza",
            "Domiciliarità, anziani, interventi per la famiglia e per le persone con disabilità.");
    var minori =
        Area.di(
            "Minori e famiglia", "Politiche giovanili e per minori, interventi per la famiglia.");
    var inclusione =
        Area.di(
            "Inclusione sociale",
            "Contrasto alla povertà, inclusione attiva, politiche abitative e per il lavoro.");
    var incontri = new ArrayList<IncontroPrevisto>();
    incontri.add(incontro(anziani, 1, 7));
    incontri.add(incontro(anziani, 2, 28));
    incontri.add(incontro(minori, 1, 9));
    incontri.add(incontro(minori, 2, 23));
    incontri.add(incontro(inclusione, 1, 14));
    incontri.add(incontro(inclusione, 2, 21));
    return new ContenutoAvviso(
        "Manifestazione d'interesse per partecipare alla co-programmazione del Piano di Zona"
            + " 2025-2027",
        "DGR XII/2167 del 15/04/2024",
        "Comune di Clusone",
        List.of(anziani, minori, inclusione),
        incontri,
        "Enti del Terzo settore come definiti dall'art. 4 del d.lgs. 117/2017.\n"
            + "Altri organismi senza scopo di lucro, fondazioni, patronati, enti delle confessioni"
            + " religiose.\n"
            + "Le organizzazioni sindacali maggiormente rappresentative.",
        "Partecipare secondo le finalità dell'avviso, mettendo a disposizione le proprie conoscenze"
            + " e risorse.\nDare riscontro alle richieste di informazioni dell'Ambito.",
        "protocollo@pec.capofila.example",
        "ambito@capofila.example",
        canaleWeb,
        LocalDate.of(2024, 9, 12),
        LocalDate.of(2024, 10, 2),
        "Paolo Gherardini",
        "Marta Zanetti, Responsabile dei servizi sociali d'Ambito");
  }

  private static IncontroPrevisto incontro(Area area, int numero, int giorno) {
    return new IncontroPrevisto(
        area.codice(),
        numero,
        LocalDate.of(2024, 10, giorno),
        LocalTime.of(16, 0),
        LocalTime.of(19, 0),
        "Sala Legrenzi, Palazzo Marinoni Barca, Clusone");
  }
}
