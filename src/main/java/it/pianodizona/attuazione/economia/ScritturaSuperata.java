package it.pianodizona.attuazione.economia;

/** Somebody else saved what was being written; nothing was changed. */
public class ScritturaSuperata extends RuntimeException {

  /**
   * @param cosa what was being written, with its article, e.g. {@code Il piano economico}
   */
  public ScritturaSuperata(String cosa) {
    super(
        "%s è stato modificato da un'altra persona nel frattempo: ricaricare la pagina e riprovare."
            .formatted(cosa));
  }
}
