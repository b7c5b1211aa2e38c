package it.pianodizona.fascicolo;

/** Looks for viruses in an uploaded file before anything is kept. */
public interface Antivirus {

  /**
   * Lets a clean file pass.
   *
   * @throws FileInfetto when something was found
   * @throws AntivirusNonDisponibile when nobody could look: the file must not be accepted
   */
  void controlla(byte[] contenuto);

  /** Something was found. */
  class FileInfetto extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FileInfetto(String virus) {
      super(virus);
    }
  }

  /** The scanner does not answer. */
  class AntivirusNonDisponibile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AntivirusNonDisponibile(Throwable causa) {
      super(causa);
    }
  }
}
