package it.pianodizona.tavoli;

/**
 * Who sits at a tavolo.
 *
 * @param email {@code null} when not known: no message can be sent
 * @param domandaId the application behind a {@link TipoMembro#PARTECIPANTE}; {@code null} for the
 *     public bodies
 * @param conRiserva admitted while the examination of the application is still open
 */
public record Membro(
    long id,
    TipoMembro tipo,
    String denominazione,
    String email,
    Long domandaId,
    boolean conRiserva) {

  /** The name, with its reservation: how the member is called on the attendance sheet. */
  public String etichetta() {
    return conRiserva ? denominazione + " (con riserva)" : denominazione;
  }

  /** Whether messages can be sent to the member. */
  public boolean raggiungibile() {
    return email != null && !email.isBlank();
  }
}
