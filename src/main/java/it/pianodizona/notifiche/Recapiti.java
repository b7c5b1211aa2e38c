package it.pianodizona.notifiche;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.piano.RiferimentoPiano;
import org.springframework.stereotype.Component;

/** The offices that follow a plan. Where no address is known, the e-mail is {@code null}. */
@Component
class Recapiti {

  private final Anagrafica anagrafica;
  private final RecapitiProperties proprieta;

  Recapiti(Anagrafica anagrafica, RecapitiProperties proprieta) {
    this.anagrafica = anagrafica;
    this.proprieta = proprieta;
  }

  Ambito ambito(RiferimentoPiano piano) {
    return anagrafica.ambito(piano.codiceAmbito());
  }

  Destinatario ufficioDiPiano(RiferimentoPiano piano) {
    var ambito = ambito(piano);
    return new Destinatario(
        "Ufficio di Piano dell'Ambito " + ambito.denominazione(), ambito.email());
  }

  Destinatario ats(RiferimentoPiano piano) {
    var ats = anagrafica.ats(ambito(piano).codiceAts());
    var nome = ats.denominazione();
    return new Destinatario(nome.startsWith("ATS") ? nome : "ATS " + nome, ats.email());
  }

  Destinatario regione() {
    return new Destinatario(proprieta.regione().nome(), proprieta.regione().email());
  }

  String avviso(String numero) {
    return proprieta.indirizzoPubblico() + "/avvisi/" + numero;
  }

  String partecipazione(String token) {
    return proprieta.indirizzoPubblico() + "/partecipazione/" + token;
  }

  String compiti() {
    return proprieta.indirizzoPubblico() + "/camunda/app/tasklist/";
  }
}
