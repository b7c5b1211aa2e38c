package it.pianodizona.attuazione.web;

import it.pianodizona.attuazione.economia.DatiEconomici;
import it.pianodizona.attuazione.economia.Popolazione;
import it.pianodizona.attuazione.economia.Voce;
import it.pianodizona.attuazione.economia.Voce.Parte;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;

/**
 * The economic plan as it is typed, right or wrong, so that a refused page comes back as it was
 * sent.
 *
 * @param righe the lines, with some empty ones to add others
 * @param comuni the Comuni of the Ambito with their inhabitants
 */
public record ModuloEconomico(
    List<Riga> righe,
    List<Abitanti> comuni,
    String residui,
    String quotaFissa,
    String popolazioneAl,
    String fontePopolazione,
    String note) {

  private static final int RIGHE_VUOTE = 2;

  /** A line. */
  public record Riga(Parte parte, String denominazione, String importo, boolean daiComuni) {

    boolean vuota() {
      return denominazione.isBlank() && importo.isBlank();
    }
  }

  /** A Comune. */
  public record Abitanti(String codiceIstat, String denominazione, String abitanti) {}

  /** The lines of one side, with their place in the form. */
  public List<Riga> righe(Parte parte) {
    return righe.stream().filter(riga -> riga.parte() == parte).toList();
  }

  static ModuloEconomico di(DatiEconomici dati) {
    var righe = new ArrayList<Riga>();
    for (var parte : Parte.values()) {
      dati.voci().stream()
          .filter(voce -> voce.parte() == parte)
          .forEach(
              voce ->
                  righe.add(
                      new Riga(
                          parte, voce.denominazione(), euro(voce.importo()), voce.daiComuni())));
      for (int i = 0; i < RIGHE_VUOTE; i++) {
        righe.add(new Riga(parte, "", "", false));
      }
    }
    return new ModuloEconomico(
        righe,
        dati.popolazione().stream()
            .map(
                c -> new Abitanti(c.codiceIstat(), c.denominazione(), String.valueOf(c.abitanti())))
            .toList(),
        euro(dati.residui()),
        euro(dati.quotaFissa()),
        dati.popolazioneAl().toString(),
        dati.fontePopolazione(),
        dati.note() == null ? "" : dati.note());
  }

  /** What was sent; the Comuni and the line that they pay are those of the proposal. */
  static ModuloEconomico inviato(MultiValueMap<String, String> dati, DatiEconomici proposta) {
    var righe = new ArrayList<Riga>();
    for (var parte : Parte.values()) {
      var nomi = dati.getOrDefault("voce." + parte.name(), List.of());
      var importi = dati.getOrDefault("importo." + parte.name(), List.of());
      for (int i = 0; i < Math.min(nomi.size(), importi.size()); i++) {
        righe.add(new Riga(parte, nomi.get(i), importi.get(i), parte == Parte.ENTRATA && i == 0));
      }
    }
    return new ModuloEconomico(
        righe,
        proposta.popolazione().stream()
            .map(
                c ->
                    new Abitanti(
                        c.codiceIstat(),
                        c.denominazione(),
                        oVuoto(dati.getFirst("abitanti." + c.codiceIstat()))))
            .toList(),
        oVuoto(dati.getFirst("residui")),
        oVuoto(dati.getFirst("quotaFissa")),
        oVuoto(dati.getFirst("popolazioneAl")),
        oVuoto(dati.getFirst("fontePopolazione")),
        oVuoto(dati.getFirst("note")));
  }

  /**
   * @throws DatoNonValido naming the field that is wrong
   */
  DatiEconomici leggi() {
    return new DatiEconomici(
        righe.stream()
            .filter(riga -> !riga.vuota())
            .map(
                riga ->
                    new Voce(
                        riga.parte(),
                        riga.denominazione(),
                        importo("Importo di «%s»".formatted(riga.denominazione()), riga.importo()),
                        riga.daiComuni()))
            .toList(),
        importo("Residui", residui),
        importo("Quota fissa per Comune", quotaFissa),
        data(),
        fontePopolazione,
        comuni.stream()
            .map(c -> new Popolazione(c.codiceIstat(), c.denominazione(), abitanti(c)))
            .toList(),
        note);
  }

  private LocalDate data() {
    try {
      return LocalDate.parse(popolazioneAl);
    } catch (DateTimeParseException e) {
      throw new DatoNonValido("Popolazione al", popolazioneAl, "una data");
    }
  }

  private static int abitanti(Abitanti comune) {
    var scritto = comune.abitanti().strip();
    if (scritto.matches("[0-9]{1,2}([.][0-9]{3}){1,2}|[0-9]{1,3}([.][0-9]{3})")) {
      scritto = scritto.replace(".", "");
    }
    if (!scritto.matches("[0-9]{1,8}")) {
      throw new DatoNonValido(
          "Abitanti di " + comune.denominazione(), comune.abitanti(), "un numero intero");
    }
    return Integer.parseInt(scritto);
  }

  /** Nothing written is nothing due. */
  private static Denaro importo(String campo, String scritto) {
    if (scritto.isBlank()) {
      return Denaro.ZERO;
    }
    try {
      return Denaro.euro(scritto);
    } catch (DatoNonValido e) {
      throw new DatoNonValido(
          campo, scritto, "un importo in euro, per esempio 20000 oppure 20.000,00");
    }
  }

  private static String euro(Denaro importo) {
    return importo.equals(Denaro.ZERO) ? "" : importo.toString().replace(" €", "");
  }

  private static String oVuoto(String testo) {
    return testo == null ? "" : testo;
  }
}
