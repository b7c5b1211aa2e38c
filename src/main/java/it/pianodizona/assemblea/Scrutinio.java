package it.pianodizona.assemblea;

import java.util.Collection;
import java.util.Map;

/**
 * The count of one vote, in votes: one per Comune or one per inhabitant.
 *
 * @param componenti votes of the whole Assemblea, present or not
 */
public record Scrutinio(long favorevoli, long contrari, long astenuti, long componenti) {

  /** Counts the votes of those present. */
  public static Scrutinio di(
      ModoVoto modo, Collection<Componente> componenti, Map<Componente, Voto> voti) {
    return new Scrutinio(
        somma(modo, voti, Voto.FAVOREVOLE),
        somma(modo, voti, Voto.CONTRARIO),
        somma(modo, voti, Voto.ASTENUTO),
        componenti.stream().mapToLong(c -> peso(modo, c)).sum());
  }

  /** Votes that one Comune casts. */
  static long peso(ModoVoto modo, Componente comune) {
    return modo == ModoVoto.CAPITARIO ? 1 : comune.popolazione();
  }

  /** True when the favourable votes are enough; a tie, or nobody voting, is not approval. */
  public boolean approvato(Maggioranza maggioranza, Astensioni astensioni) {
    long votanti =
        favorevoli + contrari + (astensioni == Astensioni.CONTATE_TRA_I_VOTANTI ? astenuti : 0);
    return favorevoli > 0
        && switch (maggioranza) {
          case VOTANTI -> 2 * favorevoli > votanti;
          case COMPONENTI -> 2 * favorevoli > componenti;
          case DUE_TERZI_COMPONENTI -> 3 * favorevoli >= 2 * componenti;
        };
  }

  private static long somma(ModoVoto modo, Map<Componente, Voto> voti, Voto voto) {
    return voti.entrySet().stream()
        .filter(v -> v.getValue() == voto)
        .mapToLong(v -> peso(modo, v.getKey()))
        .sum();
  }
}
