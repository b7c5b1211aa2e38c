package it.pianodizona.assemblea;

import it.pianodizona.comune.DatoNonValido;
import java.util.Locale;

/**
 * Who sits for a Comune. Until somebody is recorded it is the mayor, without a name.
 *
 * @param carica office of a delegate, for example assessore
 * @param atto the written delegation, or the decree that appointed the commissario
 */
public record Rappresentante(
    String codiceIstat, Qualita qualita, String nome, String carica, String atto) {

  /** In which quality somebody sits for a Comune. */
  public enum Qualita {
    SINDACO("sindaco o sindaca"),
    COMMISSARIO("commissario straordinario"),
    DELEGATO("per delega");

    private final String descrizione;

    Qualita(String descrizione) {
      this.descrizione = descrizione;
    }

    /** As people say it. */
    public String descrizione() {
      return descrizione;
    }
  }

  /**
   * @throws DatoNonValido when a part that the quality asks for is missing or too long
   */
  public Rappresentante {
    nome = testo("Nome di chi rappresenta il Comune", nome, true);
    carica = testo("Carica", carica, qualita == Qualita.DELEGATO);
    atto =
        testo(
            qualita == Qualita.COMMISSARIO ? "Decreto di nomina" : "Delega scritta",
            atto,
            qualita != Qualita.SINDACO);
  }

  /** As the register and the verbale name him or her. */
  public String descrizione() {
    return switch (qualita) {
      case SINDACO -> nome + ", " + (carica == null ? qualita.descrizione() : carica);
      case COMMISSARIO -> "%s, %s (%s)".formatted(nome, qualita.descrizione(), atto);
      case DELEGATO -> "%s, %s, %s (%s)".formatted(nome, carica, qualita.descrizione(), atto);
    };
  }

  boolean stessaPersona(Rappresentante altro) {
    return chiave().equals(altro.chiave());
  }

  private String chiave() {
    return nome.toLowerCase(Locale.ITALIAN).replaceAll("\\s+", " ");
  }

  private static String testo(String campo, String valore, boolean obbligatorio) {
    String pulito = valore == null || valore.isBlank() ? null : valore.strip();
    if (pulito == null && obbligatorio) {
      throw new DatoNonValido(campo, null, "un testo, perché è obbligatorio");
    }
    if (pulito != null && pulito.length() > 200) {
      throw new DatoNonValido(campo, pulito.substring(0, 30) + "…", "al massimo 200 caratteri");
    }
    return pulito;
  }
}
