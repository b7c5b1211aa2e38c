package it.pianodizona.tavoli;

/**
 * Somebody about to join a tavolo.
 *
 * @param email {@code null} when not known
 * @param domandaId {@code null} for the public bodies
 */
public record NuovoMembro(
    TipoMembro tipo, String denominazione, String email, Long domandaId, boolean conRiserva) {

  /** A body admitted by its application. */
  public static NuovoMembro partecipante(
      String denominazione, String email, long domandaId, boolean conRiserva) {
    return new NuovoMembro(TipoMembro.PARTECIPANTE, denominazione, email, domandaId, conRiserva);
  }

  /** ATS or ASST, which sit at every tavolo. */
  public static NuovoMembro ente(TipoMembro tipo, String denominazione, String email) {
    return new NuovoMembro(tipo, denominazione, email, null, false);
  }
}
