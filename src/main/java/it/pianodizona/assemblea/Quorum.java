package it.pianodizona.assemblea;

import java.util.Collection;

/**
 * Whether enough of the Assemblea is present for one vote. It is taken again at every vote, from
 * who is in the room then.
 *
 * @param comuni members of the Assemblea
 * @param comuniPresenti members present
 * @param comuniRichiesti members that must be present
 * @param popolazione inhabitants of all the members
 * @param popolazionePresente inhabitants of the members present
 * @param popolazioneRichiesta inhabitants that must be represented
 */
public record Quorum(
    ModoQuorum modo,
    int comuni,
    int comuniPresenti,
    int comuniRichiesti,
    long popolazione,
    long popolazionePresente,
    long popolazioneRichiesta) {

  /** Counts who is present against who belongs to the Assemblea. */
  public static Quorum di(
      ModoQuorum modo,
      Soglia soglia,
      Collection<Componente> componenti,
      Collection<Componente> presenti) {
    long popolazione = abitanti(componenti);
    return new Quorum(
        modo,
        componenti.size(),
        presenti.size(),
        Math.toIntExact(soglia.di(componenti.size())),
        popolazione,
        abitanti(presenti),
        soglia.di(popolazione));
  }

  /** True when the Assemblea may validly vote; never in an empty room. */
  public boolean raggiunto() {
    boolean teste = comuniPresenti >= comuniRichiesti;
    boolean abitanti = popolazionePresente >= popolazioneRichiesta;
    return comuniPresenti > 0
        && switch (modo) {
          case TESTE -> teste;
          case POPOLAZIONE -> abitanti;
          case ENTRAMBI -> teste && abitanti;
        };
  }

  private static long abitanti(Collection<Componente> comuni) {
    return comuni.stream().mapToLong(Componente::popolazione).sum();
  }
}
