package it.pianodizona.portale.web;

import static it.pianodizona.comune.DateItaliane.PER_ESTESO;

import it.pianodizona.comune.Termini;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** What the layout of every page asks for, as {@code @cornice} in the templates. */
@Component("cornice")
public class Cornice {

  private final Clock orologio;
  private final boolean dimostrazione;
  private final String indirizzoPubblico;

  Cornice(
      Clock orologio,
      Environment ambiente,
      @Value("${pianodizona.indirizzo-pubblico:http://localhost:8080}") String indirizzoPubblico) {
    this.orologio = orologio;
    this.indirizzoPubblico = indirizzoPubblico.replaceAll("/+$", "");
    this.dimostrazione = !ambiente.acceptsProfiles(Profiles.of("prod"));
  }

  /** Whether this is the local demonstration: its clock and its users are shown. */
  public boolean dimostrazione() {
    return dimostrazione;
  }

  /** Where the public reaches the application, without a slash at the end. */
  public String indirizzoPubblico() {
    return indirizzoPubblico;
  }

  /** The date the application works on, e.g. {@code giovedì 12 settembre 2024, ore 09:00}. */
  public String dataDiLavoro() {
    return PER_ESTESO.format(ZonedDateTime.now(orologio).withZoneSameInstant(Termini.ROMA));
  }
}
