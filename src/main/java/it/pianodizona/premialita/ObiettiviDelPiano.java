package it.pianodizona.premialita;

import java.util.List;

/** What the premialità needs to know about the Documento di Piano. */
interface ObiettiviDelPiano {

  /** An objective that the Ambito proposes for the premialità. */
  record Candidato(long id, String titolo, String macroarea) {}

  List<Candidato> candidati(long pianoId);
}
