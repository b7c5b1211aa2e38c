package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.fascicolo.Documento;
import java.util.List;
import java.util.Optional;

/**
 * What the tavoli leave to the conclusion of a co-programmazione. The tavoli come later in the
 * order of the rooms and answer through this.
 */
public interface EsitiDeiTavoli {

  /** Dissent of all the tavoli of a notice, by tavolo. */
  List<PosizioneDissenziente> dissensi(long avvisoId);

  /** The synthesis of all the tavoli; empty until it is printed. */
  Optional<Documento> documentoDiSintesi(long avvisoId);

  /** Whoever sits at a tavolo, or attended one, and can be reached. */
  List<Destinatario> partecipanti(long avvisoId);
}
