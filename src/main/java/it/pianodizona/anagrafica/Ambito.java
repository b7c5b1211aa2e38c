package it.pianodizona.anagrafica;

import java.util.List;
import java.util.Optional;

/**
 * An Ambito territoriale sociale, the aggregation of Comuni that makes a Piano di Zona.
 *
 * @param codice five digits, such as 50084; it is also the tenant id
 * @param codiceRegistroNazionale code in the national register of Ambiti, such as lom_8
 * @param codiciAsst the ASST it lies over, the main one first; empty when it has none of its own
 *     (Milano Città), more than one for an Ambito over two ASST (Oglio Po)
 * @param formaEnteCapofila {@code null} when not known
 * @param capofila name of the Ente capofila; {@code null} when not known
 * @param email {@code null} until somebody gives one
 */
public record Ambito(
    String codice,
    String denominazione,
    String codiceRegistroNazionale,
    String codiceAts,
    List<String> codiciAsst,
    FormaEnteCapofila formaEnteCapofila,
    String capofila,
    String email) {

  public Ambito {
    codiciAsst = List.copyOf(codiciAsst);
  }

  /** Code of the main ASST; empty for an Ambito without one. */
  public Optional<String> codiceAsst() {
    return codiciAsst.stream().findFirst();
  }
}
