package it.pianodizona.registro;

import java.util.List;

/** Where acts are written down. */
public interface FonteDiAtti {

  /** The newest first. */
  List<AttoRegistrato> atti(Ricerca ricerca);
}
