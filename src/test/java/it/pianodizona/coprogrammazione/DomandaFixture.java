package it.pianodizona.coprogrammazione;

import java.time.LocalDate;
import java.util.List;

/** Invented applicants. */
public final class DomandaFixture {

  public static final String COOPERATIVA = "01234567897";
  public static final String SINDACATO = "09876543217";

  private DomandaFixture() {}

  public static ComandoDomanda domandaDellaCooperativa(String numeroAvviso) {
    return new ComandoDomanda(
        numeroAvviso,
        Canale.WEB,
        dati(COOPERATIVA, List.of(AvvisoFixture.MINORI.codice(), "inclusione-sociale")));
  }

  public static ComandoDomanda domandaDelSindacato(String numeroAvviso) {
    return new ComandoDomanda(
        numeroAvviso, Canale.WEB, dati(SINDACATO, List.of("inclusione-sociale")));
  }

  public static DatiDomanda dati(String codiceFiscale, List<String> aree) {
    return new DatiDomanda(
        "Ente " + codiceFiscale,
        "Cooperativa sociale",
        codiceFiscale,
        "Via Roma 1, Clusone",
        "ente@pec.example.org",
        "ente@example.org",
        "Anna Savoldelli",
        CategoriaPartecipante.ETS,
        "12345",
        "Imprese sociali",
        LocalDate.of(2022, 3, 1),
        aree,
        "Paolo Trussardi",
        "paolo@example.org",
        null,
        null,
        "Dati sui minori seguiti",
        null,
        true,
        true,
        true,
        true);
  }
}
