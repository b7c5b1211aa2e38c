package it.pianodizona.monitoraggio;

import it.pianodizona.comune.Denaro;
import it.pianodizona.monitoraggio.RigaAmbito.Stato;
import it.pianodizona.piano.Fase;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * All the rows that somebody sees of a triennio.
 *
 * @param alle moment it was read, Europe/Rome
 * @param righe by ATS, Distretto and name of the Ambito
 */
public record Quadro(String triennio, ZonedDateTime alle, List<RigaAmbito> righe) {

  public Quadro {
    righe = List.copyOf(righe);
  }

  /** The rows of one Distretto, which are shown together. */
  public record Gruppo(String ats, String distretto, List<RigaAmbito> righe) {

    /** ATS and ASST in one line. */
    public String titolo() {
      return distretto.isEmpty()
          ? "ATS " + ats + " · senza ASST propria"
          : "ATS %s · ASST %s".formatted(ats, distretto);
    }
  }

  public Quadro filtrato(Filtro filtro) {
    return new Quadro(triennio, alle, righe.stream().filter(filtro::ammette).toList());
  }

  /** By ATS and Distretto, in order. */
  public List<Gruppo> gruppi() {
    return perChiave(riga -> riga.ats() + "\n" + riga.distretto()).values().stream()
        .map(insieme -> new Gruppo(insieme.get(0).ats(), insieme.get(0).distretto(), insieme))
        .toList();
  }

  /** By name of the ATS, in order. */
  public Map<String, List<RigaAmbito>> perAts() {
    return perChiave(RigaAmbito::ats);
  }

  public Map<Fase, Long> perFase() {
    var quanti = new EnumMap<Fase, Long>(Fase.class);
    for (var fase : Fase.values()) {
      quanti.put(
          fase, righe.stream().filter(r -> r.piano() != null && r.piano().fase() == fase).count());
    }
    return quanti;
  }

  public long conPiano() {
    return righe.stream().filter(r -> r.piano() != null).count();
  }

  public long nelloStato(Stato stato) {
    return righe.stream().filter(r -> r.stato() == stato).count();
  }

  public long bloccati() {
    return righe.stream().filter(RigaAmbito::bloccato).count();
  }

  /** Sum of a figure over the rows. */
  public int somma(ToIntFunction<RigaAmbito> quanto) {
    return righe.stream().mapToInt(quanto).sum();
  }

  public int anomalie() {
    return somma(r -> r.lavoro().anomalie());
  }

  public int flussiInRitardo() {
    return somma(r -> r.flussi().inRitardo());
  }

  /** Accordi signed by all and sent to the Region. */
  public long trasmessi() {
    return righe.stream().filter(r -> r.firme().trasmesso() != null).count();
  }

  public Denaro assegnata() {
    return denaro(r -> r.premialita().assegnata());
  }

  public Denaro pagata() {
    return denaro(r -> r.premialita().pagata());
  }

  public Denaro residua() {
    return denaro(r -> r.premialita().residua());
  }

  private Denaro denaro(Function<RigaAmbito, Denaro> quanto) {
    return Denaro.somma(righe.stream().map(quanto).toList());
  }

  private Map<String, List<RigaAmbito>> perChiave(Function<RigaAmbito, String> chiave) {
    return righe.stream()
        .collect(Collectors.groupingBy(chiave, LinkedHashMap::new, Collectors.toList()));
  }
}
