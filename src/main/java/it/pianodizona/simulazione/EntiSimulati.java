package it.pianodizona.simulazione;

import it.pianodizona.comune.CodiceFiscale;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.coprogrammazione.CategoriaPartecipante;
import it.pianodizona.coprogrammazione.DatiDomanda;
import java.time.LocalDate;
import java.util.List;

/** Third Sector bodies and unions that do not exist, as many as a run needs. */
public final class EntiSimulati {

  private record Forma(String forma, String prefisso, String sezione) {}

  private static final List<Forma> FORME =
      List.of(
          new Forma("cooperativa sociale", "Cooperativa sociale", "Imprese sociali"),
          new Forma(
              "organizzazione di volontariato", "Volontari", "Organizzazioni di volontariato"),
          new Forma(
              "associazione di promozione sociale",
              "Associazione",
              "Associazioni di promozione sociale"),
          new Forma("fondazione", "Fondazione", "Enti filantropici"));

  private static final List<String> NOMI =
      List.of(
          "Il Melograno",
          "La Quercia",
          "Il Ponte",
          "Aurora",
          "Il Sentiero",
          "Arcobaleno",
          "La Rete",
          "Insieme",
          "Il Faro",
          "Primavera",
          "La Sorgente",
          "Le Rondini",
          "Il Mosaico",
          "L'Albero");

  private static final List<String> PERSONE =
      List.of(
          "Giulia Morandini",
          "Pietro Zanardi",
          "Elena Brivio",
          "Sandro Colleoni",
          "Marta Rigamonti",
          "Luca Tironi",
          "Anna Bonomelli",
          "Carlo Ferrandi",
          "Silvia Nodari",
          "Ugo Castelnovi");

  private EntiSimulati() {}

  static String persona(Sorte.Tiro tiro) {
    return tiro.uno(PERSONE);
  }

  /** The body with this number in an Ambito, applying for some of the areas of its notice. */
  public static DatiDomanda domanda(String ambito, int numero, List<String> aree, Sorte.Tiro tiro) {
    boolean sindacato = tiro.accade(0.1);
    var forma = tiro.uno(FORME);
    var nome = tiro.uno(NOMI);
    var rappresentante = persona(tiro);
    var dominio = "ente-%s-%d.example".formatted(ambito, numero);
    var scelte = aree.stream().filter(a -> tiro.accade(0.5)).toList();
    return new DatiDomanda(
        sindacato
            ? "Unione Lavoratori %s %d".formatted(ambito, numero)
            : "%s %s %s/%d".formatted(forma.prefisso(), nome, ambito, numero),
        sindacato ? "organizzazione sindacale" : forma.forma(),
        codiceFiscale(ambito, numero),
        "via Roma %d".formatted(tiro.tra(1, 120)),
        "pec@" + dominio,
        "segreteria@" + dominio,
        rappresentante,
        sindacato ? CategoriaPartecipante.SINDACATO : CategoriaPartecipante.ETS,
        sindacato ? null : String.valueOf(tiro.tra(10_000, 139_999)),
        sindacato ? null : forma.sezione(),
        sindacato ? null : LocalDate.of(2017, 11, 7),
        scelte.isEmpty() ? aree.subList(0, 1) : scelte,
        rappresentante,
        "referente@" + dominio,
        null,
        null,
        null,
        "Sede, volontari e automezzi",
        true,
        true,
        true,
        true);
  }

  /** Eleven digits: the last one is the only control digit that makes the code valid. */
  private static String codiceFiscale(String ambito, int numero) {
    var prime = "9%s%04d".formatted(ambito, numero);
    for (int controllo = 0; controllo < 10; controllo++) {
      try {
        return CodiceFiscale.ente(prime + controllo).valore();
      } catch (DatoNonValido altraCifra) {
        // one of the ten is right
      }
    }
    throw new IllegalStateException("Nessuna cifra di controllo per " + prime);
  }
}
