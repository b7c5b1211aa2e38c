package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Macroarea;
import java.util.List;
import java.util.Set;

/**
 * What the Ambito declares about a project.
 *
 * @param macroarea {@code null} in 2018-2020
 * @param obiettivoStrategico {@code null} outside 2018-2020
 * @param partner codes of the other Ambiti of the same Distretto
 * @param requisiti what the project claims to satisfy
 * @param spiegazioneContinuita why an evolution matters, with data; {@code null} otherwise
 * @param budget planned cost of the project
 * @param comuneCon the project of another Ambito that is this same one, or {@code null}
 */
public record SchedaProgetto(
    Macroarea macroarea,
    ObiettivoStrategico obiettivoStrategico,
    String descrizione,
    List<String> partner,
    Set<Requisito> requisiti,
    Continuita continuita,
    String spiegazioneContinuita,
    Denaro budget,
    Long comuneCon) {

  /** A project that no other Ambito presented before. */
  public SchedaProgetto(
      Macroarea macroarea,
      ObiettivoStrategico obiettivoStrategico,
      String descrizione,
      List<String> partner,
      Set<Requisito> requisiti,
      Continuita continuita,
      String spiegazioneContinuita,
      Denaro budget) {
    this(
        macroarea,
        obiettivoStrategico,
        descrizione,
        partner,
        requisiti,
        continuita,
        spiegazioneContinuita,
        budget,
        null);
  }

  public SchedaProgetto {
    partner = List.copyOf(partner);
    requisiti = Set.copyOf(requisiti);
  }

  SchedaProgetto conPartner(List<String> altri) {
    return new SchedaProgetto(
        macroarea,
        obiettivoStrategico,
        descrizione,
        altri,
        requisiti,
        continuita,
        spiegazioneContinuita,
        budget,
        comuneCon);
  }

  SchedaProgetto conRequisiti(Set<Requisito> accertati) {
    return new SchedaProgetto(
        macroarea,
        obiettivoStrategico,
        descrizione,
        partner,
        accertati,
        continuita,
        spiegazioneContinuita,
        budget,
        comuneCon);
  }
}
