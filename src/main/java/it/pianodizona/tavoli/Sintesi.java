package it.pianodizona.tavoli;

import java.util.List;

/**
 * What a tavolo leaves to the Documento di Piano: needs, proposals, resources and the dissent (S2
 * §3: the proposals become a synthesis that flows into the plan).
 *
 * @param redattaDa login of who wrote it
 */
public record Sintesi(
    String bisogni, String proposte, String risorse, List<Dissenso> dissensi, String redattaDa) {

  public Sintesi {
    dissensi = List.copyOf(dissensi);
  }
}
