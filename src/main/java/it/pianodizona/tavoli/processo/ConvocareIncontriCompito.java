package it.pianodizona.tavoli.processo;

import static it.pianodizona.tavoli.processo.TavoloTematicoProcesso.INCONTRI;
import static it.pianodizona.tavoli.processo.TavoloTematicoProcesso.TAVOLO_ID;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.motore.modulo.ValoriModulo;
import it.pianodizona.tavoli.Incontro;
import it.pianodizona.tavoli.IncontroDaConvocare;
import it.pianodizona.tavoli.Membro;
import it.pianodizona.tavoli.Tavoli;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The office confirms or corrects the announced meetings before they are convened. */
@Component
class ConvocareIncontriCompito implements Compito {

  private final Tavoli tavoli;

  ConvocareIncontriCompito(Tavoli tavoli) {
    this.tavoli = tavoli;
  }

  @Override
  public String processo() {
    return TavoloTematicoProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return TavoloTematicoProcesso.CONVOCARE_INCONTRI;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    long tavoloId = contesto.leggi(TAVOLO_ID);
    var tavolo = tavoli.tavolo(tavoloId);
    var membri = tavoli.membri(tavoloId);
    var incontri = tavoli.incontri(tavoloId);
    contesto.nome("Convocare incontri – " + tavolo.area());
    incontri.stream().findFirst().map(Incontro::inizio).ifPresent(contesto::scadenza);
    var modulo = new HashMap<String, Object>();
    modulo.put("area", tavolo.area());
    modulo.put("elencoMembri", membri.stream().map(Membro::etichetta).toList());
    modulo.put("senzaEmail", senzaEmail(membri));
    modulo.put("incontri", incontri.stream().map(ConvocareIncontriCompito::riga).toList());
    return modulo;
  }

  private static String senzaEmail(List<Membro> membri) {
    var nomi =
        membri.stream()
            .filter(m -> !m.raggiungibile())
            .map(Membro::denominazione)
            .collect(Collectors.joining(", "));
    return nomi.isEmpty() ? null : nomi;
  }

  private static Map<String, Object> riga(Incontro incontro) {
    return Map.of(
        "data", incontro.inizio().toLocalDate().toString(),
        "dalleOre", incontro.inizio().toLocalTime().toString(),
        "alleOre", incontro.fine().toLocalTime().toString(),
        "luogo", incontro.luogo(),
        "ordineDelGiorno", incontro.ordineDelGiorno());
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var previsti = dati.righe("incontri").stream().map(ConvocareIncontriCompito::previsto).toList();
    var incontri =
        tavoli.fissaIncontri(contesto.leggi(TAVOLO_ID), previsti).stream()
            .map(this::conLeSueDate)
            .toList();
    contesto.imposta(INCONTRI, ValoriModulo.json(incontri));
  }

  private static IncontroDaConvocare previsto(DatiModulo riga) {
    return new IncontroDaConvocare(
        momento(riga, "dalleOre", "Dalle ore"),
        momento(riga, "alleOre", "Alle ore"),
        riga.testo("luogo"),
        riga.testo("ordineDelGiorno"));
  }

  private static ZonedDateTime momento(DatiModulo riga, String campo, String etichetta) {
    var ora = riga.testo(campo);
    try {
      return riga.data("data").atTime(LocalTime.parse(ora)).atZone(Termini.ROMA);
    } catch (DateTimeParseException e) {
      throw new DatoNonValido(etichetta, ora, "un'ora, per esempio 16:00");
    }
  }

  private Map<String, Object> conLeSueDate(Incontro incontro) {
    return Map.of(
        "id", incontro.id(),
        "fine", iso(incontro.fine()),
        "scadenzaVerbale", iso(tavoli.fissaTermineVerbale(incontro)),
        "promemoria",
            tavoli.promemoria(incontro).stream()
                .map(p -> Map.of("giorni", p.giorniPrima(), "quando", iso(p.quando())))
                .toList());
  }

  private static String iso(ZonedDateTime momento) {
    return momento.toOffsetDateTime().toString();
  }
}
