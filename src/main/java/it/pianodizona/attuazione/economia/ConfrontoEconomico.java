package it.pianodizona.attuazione.economia;

import it.pianodizona.attuazione.economia.Voce.Parte;
import it.pianodizona.comune.Denaro;
import java.util.List;
import java.util.Optional;

/**
 * The economic plan of a year beside that of the year before.
 *
 * @param prima {@code null} when there is none: nothing is compared then
 */
public record ConfrontoEconomico(PianoEconomico piano, PianoEconomico prima) {

  /**
   * A line or a quota with its change.
   *
   * @param prima {@code null} when it was not there the year before
   */
  public record Riga(String denominazione, Denaro importo, Denaro prima) {

    /** The change with its sign, or that the line is new. */
    public String variazione() {
      if (prima == null) {
        return "nuova";
      }
      var differenza = importo.meno(prima);
      return differenza.positivo() ? "+" + differenza : differenza.toString();
    }
  }

  public boolean confrontabile() {
    return prima != null;
  }

  public List<Riga> voci(Parte parte) {
    return piano.voci(parte).stream()
        .map(
            voce ->
                new Riga(
                    voce.denominazione(),
                    voce.importo(),
                    nellAnnoPrima(parte, voce).map(Voce::importo).orElse(null)))
        .toList();
  }

  /** The line of the Comuni is the same whatever its name. */
  private Optional<Voce> nellAnnoPrima(Parte parte, Voce voce) {
    return prima == null
        ? Optional.empty()
        : prima.voci(parte).stream()
            .filter(
                v ->
                    voce.daiComuni()
                        ? v.daiComuni()
                        : v.denominazione().equalsIgnoreCase(voce.denominazione()))
            .findFirst();
  }

  public Riga totale(Parte parte) {
    return new Riga("Totale", piano.totale(parte), prima == null ? null : prima.totale(parte));
  }

  /** Lines of the year before that are not there any more. */
  public List<Voce> tolte(Parte parte) {
    if (prima == null) {
      return List.of();
    }
    return prima.voci(parte).stream()
        .filter(voce -> !voce.daiComuni())
        .filter(
            voce ->
                piano.voci(parte).stream()
                    .noneMatch(v -> v.denominazione().equalsIgnoreCase(voce.denominazione())))
        .toList();
  }

  /** What a Comune paid the year before; {@code null} when it was not there. */
  public Denaro prima(Quota quota) {
    return prima == null
        ? null
        : prima.quote().stream()
            .filter(q -> q.codiceIstat().equals(quota.codiceIstat()))
            .map(Quota::totale)
            .findFirst()
            .orElse(null);
  }

  /** The change of a Comune's quota. */
  public String variazione(Quota quota) {
    return new Riga(quota.denominazione(), quota.totale(), prima(quota)).variazione();
  }
}
