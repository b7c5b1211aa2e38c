package it.pianodizona.anagrafica;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The provinces of Lombardy, with the ISTAT code that begins the codes of their Comuni. */
enum Provincia {
  VA("012", "Varese"),
  CO("013", "Como"),
  SO("014", "Sondrio"),
  MI("015", "Milano"),
  BG("016", "Bergamo"),
  BS("017", "Brescia"),
  PV("018", "Pavia"),
  CR("019", "Cremona"),
  MN("020", "Mantova"),
  LC("097", "Lecco"),
  LO("098", "Lodi"),
  MB("108", "Monza e della Brianza");

  private final String codiceIstat;
  private final String denominazione;

  Provincia(String codiceIstat, String denominazione) {
    this.codiceIstat = codiceIstat;
    this.denominazione = denominazione;
  }

  String denominazione() {
    return denominazione;
  }

  static Optional<Provincia> conCodiceIstat(String codice) {
    return Arrays.stream(values()).filter(p -> p.codiceIstat.equals(codice)).findFirst();
  }

  static String codiciAmmessi() {
    return Arrays.stream(values()).map(p -> p.codiceIstat).collect(Collectors.joining(", "));
  }
}
