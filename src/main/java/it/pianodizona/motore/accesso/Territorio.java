package it.pianodizona.motore.accesso;

import java.util.List;

/**
 * The bodies that access rules are about. The register of Ambiti and Comuni implements it; the
 * engine room knows nothing else of it.
 */
public interface Territorio {

  /** An Ambito: one tenant of the engine. */
  record AmbitoServito(
      String codice, String denominazione, String codiceAts, List<String> codiciAsst) {}

  /** A Comune that signs the agreement through its own group of users. */
  record ComuneFirmatario(String codiceIstat, String denominazione) {}

  /** All Ambiti. */
  List<AmbitoServito> ambiti();

  /** Every Comune that belongs to some Ambito today. */
  List<ComuneFirmatario> comuni();

  /** The Comuni that belong to the Ambito today, by ISTAT code. */
  List<ComuneFirmatario> comuniDi(String codiceAmbito);
}
