package it.pianodizona.portale.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of notices shows; everything is in the address, so that a search can be kept and
 * sent to others.
 *
 * @param cerca words as typed; empty when there are none
 * @param ambito codice; {@code null} for all
 * @param area code; {@code null} for all
 */
record FiltroAvvisi(Stato stato, String cerca, String ambito, String area) {

  private static final int LUNGHEZZA = 100;
  private static final int PAROLE = 8;

  /** The three lists. */
  enum Stato {
    APERTI("Aperti"),
    IN_ARRIVO("In arrivo"),
    CHIUSI("Chiusi");

    private final String etichetta;

    Stato(String etichetta) {
      this.etichetta = etichetta;
    }

    public String etichetta() {
      return etichetta;
    }

    public String nellIndirizzo() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** From what an address says; what it cannot say counts as not said. */
  static FiltroAvvisi di(String stato, String cerca, String ambito, String area) {
    var scelto =
        Arrays.stream(Stato.values())
            .filter(s -> s.nellIndirizzo().equals(stato))
            .findFirst()
            .orElse(Stato.APERTI);
    var testo = cerca == null ? "" : cerca.strip();
    return new FiltroAvvisi(
        scelto,
        testo.length() > LUNGHEZZA ? testo.substring(0, LUNGHEZZA) : testo,
        ambito != null && ambito.matches("\\d{5}") ? ambito : null,
        area != null && area.matches("[a-z0-9-]{1,60}") ? area : null);
  }

  public List<Stato> stati() {
    return List.of(Stato.values());
  }

  /** The words, in lower case. */
  List<String> parole() {
    return cerca.isEmpty()
        ? List.of()
        : Arrays.stream(cerca.toLowerCase(Locale.ITALIAN).split("\\s+")).limit(PAROLE).toList();
  }

  /** Whether something narrows the list down. */
  public boolean attivo() {
    return !cerca.isEmpty() || ambito != null || area != null;
  }

  public String conStato(Stato altro) {
    return new FiltroAvvisi(altro, cerca, ambito, area).indirizzo();
  }

  public String conArea(String altra) {
    return new FiltroAvvisi(stato, cerca, ambito, altra).indirizzo();
  }

  public String conAmbito(String altro) {
    return new FiltroAvvisi(stato, cerca, altro, area).indirizzo();
  }

  public String senzaParole() {
    return new FiltroAvvisi(stato, "", ambito, area).indirizzo();
  }

  public String allaPagina(int numero) {
    return costruttore().queryParam("pagina", numero).encode().build().toUriString();
  }

  public String indirizzo() {
    return costruttore().encode().build().toUriString();
  }

  private UriComponentsBuilder costruttore() {
    var indirizzo =
        UriComponentsBuilder.fromPath("/avvisi").queryParam("stato", stato.nellIndirizzo());
    if (!cerca.isEmpty()) {
      indirizzo.queryParam("cerca", "{cerca}").uriVariables(java.util.Map.of("cerca", cerca));
    }
    if (ambito != null) {
      indirizzo.queryParam("ambito", ambito);
    }
    if (area != null) {
      indirizzo.queryParam("area", area);
    }
    return indirizzo;
  }
}
