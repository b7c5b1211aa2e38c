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
  private final String ente;
  private final String recapitoAccessibilita;
  private final int mesiContatti;
  private final int mesiPosta;

  Cornice(
      Clock orologio,
      Environment ambiente,
      @Value("${pianodizona.indirizzo-pubblico:http://localhost:8080}") String indirizzoPubblico,
      @Value("${pianodizona.ente.nome:}") String ente,
      @Value("${pianodizona.ente.email-accessibilita:}") String recapitoAccessibilita,
      @Value("${pianodizona.privacy.mesi-contatti:12}") int mesiContatti,
      @Value("${pianodizona.privacy.mesi-posta:24}") int mesiPosta) {
    this.orologio = orologio;
    this.indirizzoPubblico = indirizzoPubblico.replaceAll("/+$", "");
    this.ente = ente.isBlank() ? null : ente;
    this.recapitoAccessibilita = recapitoAccessibilita.isBlank() ? null : recapitoAccessibilita;
    this.mesiContatti = mesiContatti;
    this.mesiPosta = mesiPosta;
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

  /** Who runs the site, for its declarations; null when nobody has said it. */
  public String ente() {
    return ente;
  }

  /** Where to write about accessibility; null when nobody has said it. */
  public String recapitoAccessibilita() {
    return recapitoAccessibilita;
  }

  /** Months after the triennio when the contacts of the bodies are made anonymous. */
  public int mesiContatti() {
    return mesiContatti;
  }

  /** Months after which the mails are made anonymous. */
  public int mesiPosta() {
    return mesiPosta;
  }

  /** The date the application works on, e.g. {@code giovedì 12 settembre 2024, ore 09:00}. */
  public String dataDiLavoro() {
    return PER_ESTESO.format(ZonedDateTime.now(orologio).withZoneSameInstant(Termini.ROMA));
  }
}
