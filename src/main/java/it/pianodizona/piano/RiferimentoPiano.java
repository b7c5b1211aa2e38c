package it.pianodizona.piano;

/**
 * Which plan something is about.
 *
 * @param pianoId key of the plan in our tables
 * @param codiceAmbito regional code of the Ambito, e.g. {@code 50084}; also the engine's tenant
 * @param triennio e.g. {@code 2025-2027}
 */
public record RiferimentoPiano(long pianoId, String codiceAmbito, String triennio) {

  /** Business key of every process of the plan, e.g. {@code 50084/2025-2027}. */
  public String chiave() {
    return codiceAmbito + "/" + triennio;
  }
}
