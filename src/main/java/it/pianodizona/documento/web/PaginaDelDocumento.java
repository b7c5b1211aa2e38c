package it.pianodizona.documento.web;

import static it.pianodizona.comune.DateItaliane.GIORNO;
import static it.pianodizona.comune.DateItaliane.GIORNO_E_ORA;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.DocumentoDiPiano;
import it.pianodizona.documento.Parte;
import it.pianodizona.documento.Redazione;
import it.pianodizona.fascicolo.web.AccessoAiPiani;
import it.pianodizona.motore.accesso.Funzionario;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of the document have in common: who may do what, and what each shows. */
@Component
public class PaginaDelDocumento {

  private final AccessoAiPiani accesso;
  private final Documenti documenti;
  private final Redazione redazione;
  private final Anagrafica anagrafica;

  PaginaDelDocumento(
      AccessoAiPiani accesso, Documenti documenti, Redazione redazione, Anagrafica anagrafica) {
    this.accesso = accesso;
    this.documenti = documenti;
    this.redazione = redazione;
    this.anagrafica = anagrafica;
  }

  /** A plan with the latest version of its document, for who may read it. */
  record Aperto(RiferimentoPiano piano, DocumentoDiPiano documento) {}

  /** Opens the latest version to read it: 404 when there is none for who asks. */
  Aperto leggi(Funzionario chi, long pianoId, Model modello) {
    return seCominciato(chi, pianoId, modello).orElseThrow(AccessoAiPiani::inesistente);
  }

  /** The same where a document that is not begun is no error: 404 when the plan is not theirs. */
  Optional<Aperto> seCominciato(Funzionario chi, long pianoId, Model modello) {
    var piano = accesso.leggi(chi, pianoId);
    var documento = documenti.documentoCorrente(pianoId);
    if (modello != null) {
      modello.addAttribute("piano", piano);
      modello.addAttribute("ambito", anagrafica.ambito(piano.codiceAmbito()).denominazione());
      modello.addAttribute("documento", documento.orElse(null));
      modello.addAttribute("scrive", accesso.ufficio(chi, piano.codiceAmbito()));
      modello.addAttribute("pagina", this);
    }
    return documento.map(d -> new Aperto(piano, d));
  }

  /** Opens the latest version to write it: 403 when who asks may only read. */
  Aperto scrivi(Funzionario chi, long pianoId, Model modello) {
    var aperto = leggi(chi, pianoId, modello);
    if (!accesso.ufficio(chi, aperto.piano().codiceAmbito())) {
      throw AccessoAiPiani.vietato();
    }
    return aperto;
  }

  /** Whether the page should offer to change a part. */
  boolean modificabile(Funzionario chi, Aperto aperto, Parte parte) {
    return accesso.ufficio(chi, aperto.piano().codiceAmbito())
        && redazione.modificabile(aperto.documento().id(), parte);
  }

  /** A moment as the pages show it, Europe/Rome. */
  public String quando(ZonedDateTime momento) {
    return GIORNO_E_ORA.format(momento);
  }

  public String giorno(LocalDate giorno) {
    return GIORNO.format(giorno);
  }

  public String giorno(ZonedDateTime momento) {
    return GIORNO.format(momento);
  }
}
