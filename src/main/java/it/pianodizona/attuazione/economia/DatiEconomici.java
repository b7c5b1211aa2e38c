package it.pianodizona.attuazione.economia;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import java.time.LocalDate;
import java.util.List;

/**
 * The economic plan of a year as an office writes it.
 *
 * @param residui part of what the Comuni give that comes from the years before
 * @param quotaFissa what each Comune owes whatever its size
 * @param popolazioneAl day at which the inhabitants are counted
 * @param note may be {@code null}
 */
public record DatiEconomici(
    List<Voce> voci,
    Denaro residui,
    Denaro quotaFissa,
    LocalDate popolazioneAl,
    String fontePopolazione,
    List<Popolazione> popolazione,
    String note) {

  /**
   * @throws DatoNonValido when the lines are too many, not exactly one comes from the Comuni, or
   *     the residui exceed it
   */
  public DatiEconomici {
    voci = List.copyOf(voci);
    popolazione = List.copyOf(popolazione);
    if (voci.isEmpty() || voci.size() > Voce.MASSIME) {
      throw new DatoNonValido("Voci", voci.size(), "da 1 a %d voci".formatted(Voce.MASSIME));
    }
    if (voci.stream().filter(Voce::daiComuni).count() != 1) {
      throw DatoNonValido.regola("Voci", "una sola entrata è quella che pagano i Comuni.");
    }
    if (residui.negativo()) {
      throw new DatoNonValido("Residui", residui, "un importo non negativo");
    }
    if (quotaFissa.negativo()) {
      throw new DatoNonValido("Quota fissa per Comune", quotaFissa, "un importo non negativo");
    }
    if (popolazioneAl == null) {
      throw new DatoNonValido("Popolazione al", null, "una data, per esempio 31/12/2024");
    }
    if (fontePopolazione == null
        || fontePopolazione.isBlank()
        || fontePopolazione.strip().length() > 200) {
      throw new DatoNonValido(
          "Fonte della popolazione", fontePopolazione, "un testo da 1 a 200 caratteri");
    }
    fontePopolazione = fontePopolazione.strip();
    note = note == null || note.isBlank() ? null : note.strip();
    if (note != null && note.length() > 2000) {
      throw new DatoNonValido("Note", null, "un testo fino a 2000 caratteri");
    }
  }

  /** What the Comuni owe together for the year: their line without the residui. */
  public Denaro daRipartire() {
    var comuni = voci.stream().filter(Voce::daiComuni).findFirst().orElseThrow().importo();
    if (residui.compareTo(comuni) > 0) {
      throw new DatoNonValido("Residui", residui, "al massimo quanto viene dai Comuni, " + comuni);
    }
    return comuni.meno(residui);
  }

  List<Quota> quote() {
    return Riparto.quote(daRipartire(), quotaFissa, popolazione);
  }
}
