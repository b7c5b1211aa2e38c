package it.pianodizona.tavoli;

import java.util.ArrayList;

/**
 * Who sits at a tavolo.
 *
 * @param id of the seat: one for each tavolo
 * @param soggettoId of the body, the same at all the tavoli of a notice
 * @param email {@code null} when not known: no message can be sent
 * @param domandaId the application behind an admitted body; {@code null} for the others
 * @param conRiserva admitted while the examination of the application is still open
 * @param consultivo applied late: is heard, takes no part in the positions of the tavolo
 */
public record Membro(
    long id,
    long soggettoId,
    TipoMembro tipo,
    String denominazione,
    String email,
    Long domandaId,
    boolean conRiserva,
    boolean consultivo) {

  /** The name, with its reservations: how the member is called on the attendance sheet. */
  public String etichetta() {
    var note = note();
    return note == null ? denominazione : denominazione + " (" + note + ")";
  }

  /** The reservations on the seat; {@code null} when there are none. */
  public String note() {
    var note = new ArrayList<String>();
    if (consultivo) {
      note.add("consultivo");
    }
    if (conRiserva) {
      note.add("con riserva");
    }
    return note.isEmpty() ? null : String.join(", ", note);
  }

  /** Whether messages can be sent to the member. */
  public boolean raggiungibile() {
    return email != null && !email.isBlank();
  }
}
