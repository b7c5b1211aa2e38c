package it.pianodizona.notifiche;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The offices that follow a plan. Where no address is known, the e-mail is {@code null}. */
@Component
class Recapiti {

  private static final String RINUNCIA = "/rinuncia-immediata";

  private final Anagrafica anagrafica;
  private final RecapitiProperties proprieta;
  private final Clock orologio;

  Recapiti(Anagrafica anagrafica, RecapitiProperties proprieta, Clock orologio) {
    this.anagrafica = anagrafica;
    this.proprieta = proprieta;
    this.orologio = orologio;
  }

  Ambito ambito(RiferimentoPiano piano) {
    return anagrafica.ambito(piano.codiceAmbito());
  }

  Destinatario ufficioDiPiano(RiferimentoPiano piano) {
    return ufficioDiPiano(piano.codiceAmbito());
  }

  Destinatario ufficioDiPiano(String codiceAmbito) {
    var ambito = anagrafica.ambito(codiceAmbito);
    return new Destinatario(
        "Ufficio di Piano dell'Ambito " + ambito.denominazione(), ambito.email());
  }

  /** Reached at the address of the Ambito: the office hands it on. */
  Destinatario presidente(RiferimentoPiano piano) {
    var ambito = ambito(piano);
    return new Destinatario(
        "Presidente dell'Assemblea dei Sindaci dell'Ambito " + ambito.denominazione(),
        ambito.email());
  }

  String accordo(RiferimentoPiano piano) {
    return proprieta.indirizzoPubblico() + "/accordo/" + piano.pianoId();
  }

  String adesione(String token) {
    return partecipazione(token) + "/adesione";
  }

  Destinatario ats(RiferimentoPiano piano) {
    var ats = anagrafica.ats(ambito(piano).codiceAts());
    var nome = ats.denominazione();
    return new Destinatario(nome.startsWith("ATS") ? nome : "ATS " + nome, ats.email());
  }

  Destinatario asst(String codice) {
    var asst = anagrafica.asst(codice);
    var nome = asst.denominazione();
    return new Destinatario(nome.startsWith("ASST") ? nome : "ASST " + nome, asst.email());
  }

  Destinatario regione() {
    return new Destinatario(proprieta.regione().nome(), proprieta.regione().email());
  }

  String avviso(String numero) {
    return proprieta.indirizzoPubblico() + "/avvisi/" + numero;
  }

  String bozza(String numeroAvviso, String segreto) {
    return avviso(numeroAvviso) + "/domanda/bozza/" + segreto;
  }

  String ricevuta(String token) {
    return partecipazione(token) + "/ricevuta.pdf";
  }

  String partecipazione(String token) {
    return proprieta.indirizzoPubblico() + "/partecipazione/" + token;
  }

  String postoAlTavolo(String token) {
    return proprieta.indirizzoPubblico() + "/posto/" + token;
  }

  /** A document that the page of a notice offers to everybody. */
  String documentoPubblico(String numeroAvviso, long documentoId) {
    return avviso(numeroAvviso) + "/conclusione/" + documentoId;
  }

  /** Page where the owner of an address chooses which messages to get. */
  String comunicazioni(String gettone) {
    return proprieta.indirizzoPubblico() + "/comunicazioni/" + gettone;
  }

  /** Where a mail program opts out with one request (RFC 8058). */
  String disiscrizione(String gettone) {
    return comunicazioni(gettone) + RINUNCIA;
  }

  /** The page of choices that goes with an address of {@link #disiscrizione}. */
  String comunicazioniDa(String disiscrizione) {
    return disiscrizione.substring(0, disiscrizione.length() - RINUNCIA.length());
  }

  /** E.g. {@code Ambito Valle Seriana Superiore e Valle di Scalve}. */
  String nomeAmbito(String codiceAmbito) {
    return "Ambito " + anagrafica.ambito(codiceAmbito).denominazione();
  }

  String flusso(long debitoId) {
    return proprieta.indirizzoPubblico() + "/flussi/" + debitoId;
  }

  /** The Comuni of the Ambito today. */
  List<Destinatario> comuni(RiferimentoPiano piano) {
    return anagrafica.comuniDi(piano.codiceAmbito(), LocalDate.now(orologio)).stream()
        .map(c -> new Destinatario("Comune di " + c.denominazione(), c.email()))
        .toList();
  }

  /** The page of a year of a plan. */
  String attuazione(RiferimentoPiano piano, int anno) {
    return "%s/attuazione/%d/%d".formatted(proprieta.indirizzoPubblico(), piano.pianoId(), anno);
  }

  String compiti() {
    return proprieta.indirizzoPubblico() + "/camunda/app/tasklist/";
  }
}
