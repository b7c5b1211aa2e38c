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
 * @param codiceAmbito {@link #QUALSIASI} when it applies to every Ambito of the ATS
 * @param versione 0 before it is recorded
 * @param atto the act that adopted it
 * @param dataAtto day of the act; {@code null} for the placeholder
 * @param segnaposto true for invented defaults that wait for the real rules; screens say so
 * @param giorniPreavviso days between the notice and the sitting, the day of the sitting excluded
 * @param giorniLiberi true when the day of the notice is excluded too
 * @param oreUrgenza hours between an urgent notice and the sitting
 * @param maggioranzaPiano majority for the Piano di Zona
 * @param maggioranzaSchema majority for the schema of the Accordo di Programma
 * @param maggioranzaAttuazione majority for the yearly monitoring and the economic plan
 * @param fontePopolazione who counted the inhabitants
 * @param annoPopolazione the year they were counted, the same for every Comune
 * @param adottatoDa who recorded it; {@code null} for the placeholder
 */
public record RegolamentoAssemblea(
    long id,
    String triennio,
    String codiceAts,
    String codiceAmbito,
    int versione,
    LocalDate validoDal,
    String atto,
    LocalDate dataAtto,
    boolean segnaposto,
    int giorniPreavviso,
    boolean giorniLiberi,
    int oreUrgenza,
    ModoQuorum modoQuorum,
    Soglia quorumPrimaConvocazione,
    Soglia quorumSecondaConvocazione,
    ModoVoto modoVoto,
    Maggioranza maggioranzaPiano,
    Maggioranza maggioranzaSchema,
    Maggioranza maggioranzaAttuazione,
    Astensioni astensioni,
    Deleghe deleghe,
    String fontePopolazione,
    int annoPopolazione,
    String adottatoDa) {

  /** Stands for every triennio, every ATS or every Ambito. */
  public static final String QUALSIASI = "*";

  /**
   * Who may sit by written delegation.
   *
   * @param massime most Comuni represented by delegates in one sitting; {@code null} for no limit
   * @param comuniPerDelegato most Comuni that one person may represent
   */
  public record Deleghe(boolean ammesse, Integer massime, int comuniPerDelegato) {

    /**
     * @throws DatoNonValido when a limit is below one
     */
    public Deleghe {
      if (massime != null && massime < 1) {
        throw new DatoNonValido("Deleghe in una seduta", massime, "almeno 1, o nessun limite");
      }
      if (comuniPerDelegato < 1) {
        throw new DatoNonValido("Comuni per delegato", comuniPerDelegato, "almeno 1");
      }
    }

    /** As people say it. */
    public String descrizione() {
      if (!ammesse) {
        return "non ammesse";
      }
      return "ammesse per iscritto, %s, %s"
          .formatted(
              comuniPerDelegato == 1
                  ? "un Comune per delegato"
                  : "al massimo %d Comuni per delegato".formatted(comuniPerDelegato),
              massime == null
                  ? "senza limite per seduta"
                  : "al massimo %d per seduta".formatted(massime));
    }
  }

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
    if (annoPopolazione < 1861 || annoPopolazione > 2100) {
      throw new DatoNonValido("Anno della popolazione", annoPopolazione, "un anno");
    }
    Objects.requireNonNull(deleghe, "deleghe");
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

  /** Whether some rule counts inhabitants, so that every Comune must have their number. */
  public boolean contaLaPopolazione() {
    return modoQuorum != ModoQuorum.TESTE || modoVoto == ModoVoto.PONDERATO;
  }

  /** The notice as people say it. */
  public String preavviso() {
    return "%d giorni%s".formatted(giorniPreavviso, giorniLiberi ? " liberi" : "");
  }

  /** The majority that approves a point. */
  public Maggioranza maggioranza(Punto punto) {
    return switch (punto) {
      case PIANO -> maggioranzaPiano;
      case SCHEMA_ACCORDO -> maggioranzaSchema;
      case MONITORAGGIO, PIANO_ECONOMICO -> maggioranzaAttuazione;
    };
  }
}
