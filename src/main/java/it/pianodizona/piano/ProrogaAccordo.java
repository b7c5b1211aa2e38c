package it.pianodizona.piano;

import it.pianodizona.comune.DateItaliane;
import java.time.LocalDate;

/**
 * The act by which an Ambito extends its previous Accordo di Programma instead of being without
 * one: it stays ambito territoriale, and the premialità of the new Accordo waits.
 *
 * @param finoAl last day of the extended Accordo
 */
public record ProrogaAccordo(
    long id, Organo organo, String atto, LocalDate dataAtto, LocalDate finoAl, String motivo) {

  /** Who may extend the previous Accordo. */
  public enum Organo {
    ASSEMBLEA("Assemblea dei Sindaci"),
    CAPOFILA("Ente capofila");

    private final String nome;

    Organo(String nome) {
      this.nome = nome;
    }

    public String nome() {
      return nome;
    }
  }

  /** In one Italian sentence, as it is shown next to the plan. */
  public String descrizione() {
    return "Accordo precedente prorogato fino al %s (%s, %s del %s): l'Ambito resta ambito territoriale; la premialità del nuovo Accordo resta in attesa della firma."
        .formatted(
            DateItaliane.italiana(finoAl), organo.nome(), atto, DateItaliane.italiana(dataAtto));
  }
}
