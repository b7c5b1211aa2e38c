package it.pianodizona.fascicolo.comando;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Catene;
import it.pianodizona.fascicolo.RegistroDiProve;
import it.pianodizona.fascicolo.VerificaIntegrita;
import it.pianodizona.fascicolo.VerificaIntegrita.Esito;
import it.pianodizona.motore.comando.SoloDatabase;
import java.io.PrintStream;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;

/**
 * {@code verifica-integrita}: reads all the evidence again and names the rows that are no longer as
 * they were recorded. It opens the database of the application and nothing else: no web server, no
 * process engine, no migration; nothing is written.
 */
public final class VerificaIntegritaComando {

  public static final String NOME = "verifica-integrita";
  public static final String DESCRIZIONE =
      "controlla che voti, presenze, firme, documenti e scritture siano come furono registrati";

  private static final int INTATTO = 0;
  private static final int ALTERATO = 1;
  private static final int NON_ESEGUITO = 2;

  private VerificaIntegritaComando() {}

  /** Not a stereotype: the application itself must never find it. */
  @ComponentScan(
      basePackages = "it.pianodizona",
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(
              type = FilterType.ASSIGNABLE_TYPE,
              classes = {Catene.class, RegistroDiProve.class, VerificaIntegrita.class}))
  @Import(SoloDatabase.class)
  static class Contesto {}

  /**
   * @param opzioni Spring properties, such as {@code --spring.datasource.url=…}
   * @return 0 intact, 1 altered, 2 the check could not be done
   */
  public static int esegui(List<String> opzioni, PrintStream uscita, PrintStream errori) {
    try (var contesto = SoloDatabase.apri(Contesto.class, opzioni)) {
      return riferisci(contesto.getBean(VerificaIntegrita.class).verifica(), uscita);
    } catch (RuntimeException impossibile) {
      errori.println(
          "La verifica non è stata eseguita: "
              + NestedExceptionUtils.getMostSpecificCause(impossibile).getMessage());
      return NON_ESEGUITO;
    }
  }

  static int riferisci(List<Esito> esiti, PrintStream uscita) {
    uscita.println(
        "Verifica di integrità del " + DateItaliane.italiana(ZonedDateTime.now(Termini.ROMA)));
    int alterazioni = 0;
    for (Esito esito : esiti) {
      alterazioni += esito.alterazioni().size();
      uscita.printf(
          "%n%s: %s in %s, %s%n",
          esito.descrizione(),
          quante(esito.righe(), "riga", "righe"),
          quante(esito.catene(), "catena", "catene"),
          esito.alterazioni().isEmpty() ? "intatte" : "ALTERATE");
      esito.alterazioni().forEach(a -> uscita.printf("  - %s: %s%n", a.riga(), a.motivo()));
    }
    uscita.printf(
        "%nEsito: %s%n",
        alterazioni == 0
            ? "tutto è come fu registrato."
            : quante(alterazioni, "alterazione trovata.", "alterazioni trovate."));
    return alterazioni == 0 ? INTATTO : ALTERATO;
  }

  private static String quante(int numero, String una, String molte) {
    return numero + " " + (numero == 1 ? una : molte);
  }
}
