package it.pianodizona.monitoraggio;

import java.time.OffsetDateTime;

/**
 * A deadline as programs get it. Fields may be added; those that are here keep their names and
 * meanings.
 *
 * @param quando with offset, Europe/Rome
 */
public record ScadenzaEsportata(
    ScadenzaVicina.Tipo tipo,
    String descrizione,
    String dettaglio,
    OffsetDateTime quando,
    boolean inRitardo,
    String codiceAts,
    String ats,
    String codiceAmbito,
    String ambito,
    String triennio) {

  public static ScadenzaEsportata di(ScadenzaVicina scadenza) {
    return new ScadenzaEsportata(
        scadenza.tipo(),
        scadenza.descrizione(),
        scadenza.dettaglio(),
        scadenza.quando().toOffsetDateTime(),
        scadenza.inRitardo(),
        scadenza.codiceAts(),
        scadenza.ats(),
        scadenza.codiceAmbito(),
        scadenza.ambito(),
        scadenza.triennio());
  }
}
