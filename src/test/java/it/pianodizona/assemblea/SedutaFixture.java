package it.pianodizona.assemblea;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole sitting as its president records it: roll call, the vote on the first point, who leaves,
 * the other votes. Whoever is in the room and is not named otherwise is in favour.
 */
public final class SedutaFixture {

  /** What closes the register in the task. */
  public static final Map<String, Object> CHIUSURA =
      Map.of("presidente", "Carla Fornoni", "segretario", "Ugo Neri");

  private static final String CHI = "presidente";

  private final Sedute sedute;
  private final long sedutaId;
  private final Map<Punto, List<String>> contrari = new EnumMap<>(Punto.class);
  private final Map<Punto, List<String>> astenuti = new EnumMap<>(Punto.class);
  private List<String> presenti = List.of();
  private List<String> usciti = List.of();

  private SedutaFixture(Sedute sedute, long sedutaId) {
    this.sedute = sedute;
    this.sedutaId = sedutaId;
  }

  public static SedutaFixture di(Sedute sedute, long sedutaId) {
    return new SedutaFixture(sedute, sedutaId);
  }

  /** ISTAT codes of who answers the roll call. */
  public SedutaFixture presenti(List<String> comuni) {
    this.presenti = comuni;
    return this;
  }

  /** Who leaves after the first vote. */
  public SedutaFixture usciti(List<String> comuni) {
    this.usciti = comuni;
    return this;
  }

  public SedutaFixture contrari(Punto punto, List<String> comuni) {
    contrari.put(punto, comuni);
    return this;
  }

  public SedutaFixture astenuti(Punto punto, List<String> comuni) {
    astenuti.put(punto, comuni);
    return this;
  }

  /** Records everything up to the last vote; the register stays open. */
  public void siSvolge() {
    if (presenti.isEmpty()) {
      return;
    }
    sedute.registra(sedutaId, Movimento.Tipo.ENTRATA, presenti, null, CHI);
    var punti = sedute.quadro(sedutaId).deliberazione().oggetto().punti();
    vota(punti.get(0));
    if (!usciti.isEmpty()) {
      sedute.registra(sedutaId, Movimento.Tipo.USCITA, usciti, null, CHI);
    }
    punti.stream().skip(1).forEach(this::vota);
  }

  private void vota(Punto punto) {
    var quadro = sedute.quadro(sedutaId);
    if (quadro.prossimo().filter(punto::equals).isPresent()) {
      sedute.vota(sedutaId, punto, null, voti(punto, quadro.presenti()), CHI);
    }
  }

  /** The votes of who is in the room. */
  Map<String, Voto> voti(Punto punto, Collection<String> inAula) {
    var voti = new HashMap<String, Voto>();
    inAula.forEach(c -> voti.put(c, Voto.FAVOREVOLE));
    contrari.getOrDefault(punto, List.of()).forEach(c -> voti.replace(c, Voto.CONTRARIO));
    astenuti.getOrDefault(punto, List.of()).forEach(c -> voti.replace(c, Voto.ASTENUTO));
    return voti;
  }
}
