package it.pianodizona.tavoli;

import it.pianodizona.coprogrammazione.Area;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.Canale;
import it.pianodizona.coprogrammazione.CategoriaPartecipante;
import it.pianodizona.coprogrammazione.ComandoDomanda;
import it.pianodizona.coprogrammazione.ContenutoAvviso;
import it.pianodizona.coprogrammazione.DatiDomanda;
import it.pianodizona.coprogrammazione.DecisioneDomanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.IncontroPrevisto;
import it.pianodizona.coprogrammazione.IstruttoriaFixture;
import it.pianodizona.coprogrammazione.Istruttorie;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/** A published notice with three areas, of which "Minori e famiglia" meets twice, and domande. */
class AvvisoFixture {

  private static final String LUOGO = "Sala Legrenzi, Palazzo Marinoni Barca, Clusone";
  private static final String CHI = "rup";

  private final Avvisi avvisi;
  private final Domande domande;
  private final Istruttorie istruttorie;
  private final Clock orologio;

  AvvisoFixture(Avvisi avvisi, Domande domande, Istruttorie istruttorie, Clock orologio) {
    this.avvisi = avvisi;
    this.domande = domande;
    this.istruttorie = istruttorie;
    this.orologio = orologio;
  }

  Avviso avvisoPubblicato(RiferimentoPiano piano) {
    var area = Area.di("Minori e famiglia", "politiche giovanili, interventi per la famiglia");
    var anziani = Area.di("Anziani", "domiciliarità");
    var inclusione = Area.di("Inclusione sociale", "contrasto alla povertà");
    long id =
        avvisi.redigi(
            piano.pianoId(),
            new ContenutoAvviso(
                "Avviso di manifestazione d'interesse",
                "DGR XII/2167 del 15/04/2024",
                "Comune di Clusone",
                List.of(area, anziani, inclusione),
                List.of(
                    incontro(area, 1, LocalDate.of(2024, 10, 9)),
                    incontro(area, 2, LocalDate.of(2024, 10, 23)),
                    incontro(anziani, 1, LocalDate.of(2024, 10, 7)),
                    incontro(inclusione, 1, LocalDate.of(2024, 10, 14))),
                "Enti del Terzo settore",
                "Partecipare agli incontri",
                null,
                null,
                true,
                LocalDate.of(2024, 9, 12),
                LocalDate.of(2024, 10, 2),
                "Giulia Ferri",
                "Giulia Ferri, responsabile dei servizi sociali"));
    avvisi.approva(id, null, CHI);
    return avvisi.pubblica(id);
  }

  private static IncontroPrevisto incontro(Area area, int numero, LocalDate giorno) {
    return new IncontroPrevisto(
        area.codice(), numero, giorno, LocalTime.of(16, 0), LocalTime.of(19, 0), LUOGO);
  }

  long domanda(
      Avviso avviso, String denominazione, String email, String codiceFiscale, String... aree) {
    var scelte = aree.length == 0 ? List.of("minori-e-famiglia") : List.of(aree);
    return domande
        .registra(
            new ComandoDomanda(
                avviso.numero(),
                Canale.CARTA,
                new DatiDomanda(
                    denominazione,
                    "cooperativa sociale",
                    codiceFiscale,
                    "Clusone",
                    null,
                    email,
                    "Anna Bianchi",
                    CategoriaPartecipante.ETS,
                    "12345",
                    "imprese sociali",
                    LocalDate.of(2022, 1, 10),
                    scelte,
                    "Anna Bianchi",
                    email,
                    null,
                    null,
                    null,
                    null,
                    true,
                    true,
                    true,
                    true)),
            ZonedDateTime.now(orologio),
            CHI)
        .domandaId();
  }

  void ammetti(long domandaId) {
    IstruttoriaFixture.favorevole(istruttorie, domandaId, CHI);
    domande.decidi(domandaId, new DecisioneDomanda(EsitoDomanda.AMMESSA, null, null), CHI);
    domande.comunicaEsito(domandaId);
  }

  void escludi(long domandaId) {
    IstruttoriaFixture.negativa(istruttorie, domandaId, "Ente non iscritto al RUNTS", CHI);
    domande.decidi(
        domandaId,
        new DecisioneDomanda(
            EsitoDomanda.ESCLUSA, "Ente non iscritto al RUNTS", "art. 4 d.lgs. 117/2017"),
        CHI);
    domande.comunicaEsito(domandaId);
  }

  void approvaElenco(Avviso avviso) {
    domande.approvaElenco(avviso.id(), "41/2024", LocalDate.now(orologio), CHI);
  }
}
