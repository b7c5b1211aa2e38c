package it.pianodizona.attuazione.economia;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import java.util.List;

/**
 * A line of the economic plan.
 *
 * @param daiComuni true for the line that the quotas of the Comuni pay
 */
public record Voce(Parte parte, String denominazione, Denaro importo, boolean daiComuni) {

  /** Lines of one plan, at most. */
  public static final int MASSIME = 40;

  /** Which side of the plan. */
  public enum Parte {
    ENTRATA("Entrate"),
    USCITA("Uscite");

    private final String descrizione;

    Parte(String descrizione) {
      this.descrizione = descrizione;
    }

    public String descrizione() {
      return descrizione;
    }
  }

  /** The lines an office starts from: the macro voci of Seriate 2018-20, chapter 9, all at zero. */
  static final List<Voce> CONSUETE =
      List.of(
          new Voce(
              Parte.ENTRATA,
              "Finanziamento dai Comuni per la gestione associata",
              Denaro.ZERO,
              true),
          entrata("Finanziamento dallo Stato (fondi indistinti)"),
          entrata("Finanziamento dallo Stato (fondi specifici)"),
          entrata("Finanziamenti dalla Regione"),
          entrata("Altri finanziamenti"),
          uscita("Gestione associata e Ufficio di Piano"),
          uscita("Servizio Tutela minori e Affidi"),
          uscita("Servizi per il Lavoro"),
          uscita("Titoli sociali (buoni e voucher)"),
          uscita("Progetti e servizi di Ambito"),
          uscita("Riparto Fondo Sociale Regionale"),
          uscita("Trasferimenti da fondi statali/regionali ai Comuni"));

  /**
   * @throws DatoNonValido without a name, below zero, or when the Comuni pay on the wrong side
   */
  public Voce {
    if (denominazione == null || denominazione.isBlank() || denominazione.strip().length() > 200) {
      throw new DatoNonValido("Voce", denominazione, "un nome da 1 a 200 caratteri");
    }
    denominazione = denominazione.strip();
    if (importo.negativo()) {
      throw new DatoNonValido(
          "Importo di «%s»".formatted(denominazione), importo, "un importo non negativo");
    }
    if (daiComuni && parte != Parte.ENTRATA) {
      throw DatoNonValido.regola(denominazione, "solo un'entrata viene dai Comuni.");
    }
  }

  private static Voce entrata(String denominazione) {
    return new Voce(Parte.ENTRATA, denominazione, Denaro.ZERO, false);
  }

  private static Voce uscita(String denominazione) {
    return new Voce(Parte.USCITA, denominazione, Denaro.ZERO, false);
  }
}
