package it.pianodizona.attuazione.economia;

import it.pianodizona.attuazione.economia.Voce.Parte;
import it.pianodizona.comune.Denaro;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The figures of the Piano di Zona of Seriate 2018-20: table 1 of chapter 2.1 and chapter 9. */
public final class SeriateFixture {

  /** Inhabitants at 31/12/2017. */
  public static final List<Popolazione> COMUNI =
      List.of(
          new Popolazione("016003", "Albano Sant'Alessandro", 8_244),
          new Popolazione("016018", "Bagnatica", 4_317),
          new Popolazione("016042", "Brusaporto", 5_600),
          new Popolazione("016066", "Cavernago", 2_587),
          new Popolazione("016084", "Costa di Mezzate", 3_374),
          new Popolazione("016117", "Grassobbio", 6_401),
          new Popolazione("016139", "Montello", 3_263),
          new Popolazione("016160", "Pedrengo", 6_025),
          new Popolazione("016194", "Scanzorosciate", 10_076),
          new Popolazione("016198", "Seriate", 25_358),
          new Popolazione("016216", "Torre de' Roveri", 2_470));

  /** As the source prints them, next to each Comune. */
  static final List<BigDecimal> PERCENTUALI =
      List.of("10.6", "5.6", "7.2", "3.3", "4.3", "8.2", "4.2", "7.8", "13.0", "32.6", "3.2")
          .stream()
          .map(BigDecimal::new)
          .toList();

  private static final List<String> ENTRATE =
      List.of(
          "Finanziamento dai Comuni per la gestione associata (con residui)",
          "Finanziamento dallo Stato (fondi indistinti)",
          "Finanziamento dallo Stato (fondi specifici)",
          "Finanziamenti dalla Regione",
          "Altri finanziamenti");
  private static final List<String> USCITE =
      List.of(
          "Gestione associata e Ufficio di Piano",
          "Servizio Tutela minori e Affidi",
          "Servizi per il Lavoro",
          "Titoli sociali (buoni e voucher)",
          "Progetti e servizi di Ambito",
          "Riparto Fondo Sociale Regionale",
          "Trasferimenti da fondi statali/regionali ai Comuni");
  private static final int[][] IMPORTI_ENTRATE = {
    {578_910, 272_151, 370_125, 752_555, 467_328},
    {450_000, 270_000, 370_000, 750_000, 380_000},
    {390_000, 270_000, 370_000, 750_000, 380_000}
  };
  private static final int[][] IMPORTI_USCITE = {
    {160_100, 222_000, 115_000, 576_900, 902_069, 350_000, 115_000},
    {160_000, 222_000, 130_000, 570_000, 678_000, 350_000, 110_000},
    {160_000, 222_000, 130_000, 570_000, 628_000, 350_000, 100_000}
  };

  private SeriateFixture() {}

  /** The lines of 2018, 2019 or 2020. */
  public static List<Voce> voci(int anno) {
    var voci = new ArrayList<Voce>();
    for (int i = 0; i < ENTRATE.size(); i++) {
      voci.add(
          new Voce(Parte.ENTRATA, ENTRATE.get(i), Denaro.euro(IMPORTI_ENTRATE[anno][i]), i == 0));
    }
    for (int i = 0; i < USCITE.size(); i++) {
      voci.add(new Voce(Parte.USCITA, USCITE.get(i), Denaro.euro(IMPORTI_USCITE[anno][i]), false));
    }
    return voci;
  }

  static PianoEconomico piano(int anno) {
    var dati =
        new DatiEconomici(
            voci(anno),
            Denaro.ZERO,
            Denaro.ZERO,
            LocalDate.of(2017, 12, 31),
            "Comuni dell'Ambito",
            COMUNI,
            null);
    return new PianoEconomico(
        0, 0, 2018 + anno, PianoEconomico.Stato.PREVISIONE, dati, dati.quote(), null, 0);
  }
}
