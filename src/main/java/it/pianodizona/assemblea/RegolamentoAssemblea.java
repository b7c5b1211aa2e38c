package it.pianodizona.assemblea;

import it.pianodizona.comune.DatoNonValido;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The rules of an Assemblea dei Sindaci, one version of them. Rules change with the triennio and
 * with the ATS, and a sitting keeps the version it was convened under.
 *
 * @param id 0 before it is recorded
 * @param triennio {@link #QUALSIASI} when it applies to every triennio
 * @param codiceAts {@link #QUALSIASI} when it applies to every ATS
 * @param atto the act that adopted it
 * @param segnaposto true for invented defaults that wait for the real rules; screens say so
 * @param giorniPreavviso days between the notice and the sitting, the day of the sitting excluded
 * @param oreUrgenza hours between an urgent notice and the sitting
 * @param maggioranzaPiano majority for the Piano di Zona
 * @param maggioranzaSchema majority for the schema of the Accordo di Programma
 * @param fontePopolazione who counted the inhabitants
 * @param annoPopolazione the year they were counted, the same for every Comune
 */
public record RegolamentoAssemblea(
    long id,
    String triennio,
    String codiceAts,
    int versione,
    LocalDate validoDal,
    String atto,
    boolean segnaposto,
    int giorniPreavviso,
    int oreUrgenza,
    ModoQuorum modoQuorum,
    Soglia quorumPrimaConvocazione,
    Soglia quorumSecondaConvocazione,
    ModoVoto modoVoto,
    Maggioranza maggioranzaPiano,
    Maggioranza maggioranzaSchema,
    Astensioni astensioni,
    String fontePopolazione,
    int annoPopolazione) {

  /** Stands for every triennio or every ATS. */
  public static final String QUALSIASI = "*";

  /**
   * @throws DatoNonValido when the notice is negative or longer than 60 days
   */
  public RegolamentoAssemblea {
    if (giorniPreavviso < 0 || giorniPreavviso > 60) {
      throw new DatoNonValido("Giorni di preavviso", giorniPreavviso, "un numero da 0 a 60");
    }
    if (oreUrgenza < 0 || oreUrgenza > 240) {
      throw new DatoNonValido("Ore di urgenza", oreUrgenza, "un numero da 0 a 240");
    }
    Objects.requireNonNull(modoQuorum, "modoQuorum");
    Objects.requireNonNull(modoVoto, "modoVoto");
    Objects.requireNonNull(astensioni, "astensioni");
  }

  /** The rule as cited next to a term. */
  public String norma() {
    return segnaposto
        ? atto + ": valore provvisorio, da sostituire con il regolamento dell'Ambito"
        : atto;
  }

  /** The threshold of the first or of the second call. */
  public Soglia quorum(int convocazione) {
    return convocazione == 1 ? quorumPrimaConvocazione : quorumSecondaConvocazione;
  }

  Maggioranza maggioranza(Punto punto) {
    return punto == Punto.PIANO ? maggioranzaPiano : maggioranzaSchema;
  }
}
