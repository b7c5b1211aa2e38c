package it.pianodizona.premialita;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.List;

/**
 * A payment waits for something outside the premialità; it goes on by itself when that is over.
 *
 * @param progettoId {@code null} for the first level of 2018-2020
 */
public record PagamentoBloccato(
    RiferimentoPiano piano, Long progettoId, String titolo, List<String> motivi)
    implements EventoDelPiano {

  public PagamentoBloccato {
    motivi = List.copyOf(motivi);
  }
}
