package it.pianodizona.accordo.processo;

import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.ACCORDO_ID;
import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.accordo.Firma;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The president approves the signed Accordo with a formal act and has it published. */
@Component
class AdottareAttoApprovazioneCompito implements Compito {

  private final Accordi accordi;

  AdottareAttoApprovazioneCompito(Accordi accordi) {
    this.accordi = accordi;
  }

  @Override
  public String processo() {
    return AccordoDiProgrammaProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return AccordoDiProgrammaProcesso.ADOTTARE_ATTO_APPROVAZIONE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var accordo = accordi.accordo(contesto.leggi(ACCORDO_ID));
    var firme = accordi.firme(accordo.id());
    contesto.scadenza(accordo.entro());
    return Map.of(
        "codiceTriennio", contesto.leggi(VariabiliPiano.TRIENNIO),
        "entro", GIORNO.format(accordo.entro()),
        "numeroFirme", firme.size(),
        "pagina", PaginaAccordo.di(accordo.pianoId()),
        "firme", firme.stream().map(AdottareAttoApprovazioneCompito::riga).toList());
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    accordi.approva(
        contesto.leggi(ACCORDO_ID),
        dati.testo("atto"),
        dati.data("data"),
        dati.cercaTesto("burl").orElse(null));
  }

  private static Map<String, String> riga(Firma firma) {
    return Map.of(
        "ente", firma.ente(),
        "persona", firma.persona() + ", " + firma.ruolo(),
        "atto", "%s del %s".formatted(firma.atto(), GIORNO.format(firma.dataAtto())),
        "data", GIORNO.format(firma.data()),
        "prova", firma.prova());
  }
}
