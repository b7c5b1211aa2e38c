package it.pianodizona.motore.modulo;

import java.util.List;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * A submission refused: one Italian sentence per field. Extends the engine's own form exception, so
 * that every API of the engine answers 400 and leaves the task as it was.
 */
public class ModuloNonValido extends FormFieldValidationException {

  private static final long serialVersionUID = 1L;

  private final List<String> errori;

  public ModuloNonValido(List<String> errori) {
    super(String.join("\n", errori), String.join("\n", errori), null);
    this.errori = List.copyOf(errori);
  }

  public ModuloNonValido(String errore, Throwable causa) {
    super(errore, errore, causa);
    this.errori = List.of(errore);
  }

  public List<String> errori() {
    return errori;
  }
}
