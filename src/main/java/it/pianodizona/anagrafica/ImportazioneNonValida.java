package it.pianodizona.anagrafica;

import it.pianodizona.comune.DatoNonValido;

/**
 * A row or a file of the Anagrafica that cannot be imported. The message names file, line, column,
 * value and what is accepted; nothing has been imported.
 */
public final class ImportazioneNonValida extends DatoNonValido {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final long riga;
  private final String colonna;

  ImportazioneNonValida(String file, long riga, String colonna, Object valore, String accettato) {
    super("%s, riga %d, colonna %s".formatted(file, riga, colonna), valore, accettato);
    this.file = file;
    this.riga = riga;
    this.colonna = colonna;
  }

  /** Name of the file. */
  public String file() {
    return file;
  }

  /** Line in the file, 1 being the header. */
  public long riga() {
    return riga;
  }

  /** Name of the column. */
  public String colonna() {
    return colonna;
  }
}
