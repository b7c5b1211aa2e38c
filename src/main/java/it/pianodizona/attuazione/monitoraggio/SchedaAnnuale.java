package it.pianodizona.attuazione.monitoraggio;

import it.pianodizona.documento.Obiettivo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An objective in one year.
 *
 * @param gradoScritto share reached as the office writes it, where there are no indicators
 * @param risorse share of the allotted resources that was committed or paid, 0 to 100
 * @param criticita problems met and how to go on; may be {@code null}
 * @param osservazioni may be {@code null}
 * @param revisione grows at each change; 1 until somebody writes it
 */
public record SchedaAnnuale(
    Obiettivo obiettivo,
    List<Rilevazione> rilevazioni,
    Integer gradoScritto,
    Integer risorse,
    String criticita,
    String osservazioni,
    Luce luce,
    int revisione) {

  private static final BigDecimal CENTO = BigDecimal.valueOf(100);

  public SchedaAnnuale {
    rilevazioni = List.copyOf(rilevazioni);
  }

  /**
   * How far the objective is, 0 to 100: the mean of its measured indicators, each counted to 100 at
   * most, or what the office wrote; {@code null} when neither is known.
   */
  public Integer grado() {
    var misurati =
        rilevazioni.stream().map(Rilevazione::raggiungimento).filter(Objects::nonNull).toList();
    if (misurati.isEmpty()) {
      return gradoScritto;
    }
    return misurati.stream()
        .map(CENTO::min)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(misurati.size()), 0, RoundingMode.HALF_UP)
        .intValueExact();
  }

  /** Whether somebody began to fill it in. */
  public boolean scritta() {
    return revisione > 1;
  }

  /** What is still to be written, in a few words each. */
  public List<String> mancanze() {
    var mancanze = new ArrayList<String>();
    for (var rilevazione : rilevazioni) {
      if (!rilevazione.completa()) {
        mancanze.add("l'indicatore %d, o perché non è rilevato".formatted(rilevazione.numero()));
      }
    }
    if (rilevazioni.isEmpty() && gradoScritto == null) {
      mancanze.add("il grado di raggiungimento");
    }
    if (risorse == null) {
      mancanze.add("le risorse impegnate");
    }
    return mancanze;
  }
}
