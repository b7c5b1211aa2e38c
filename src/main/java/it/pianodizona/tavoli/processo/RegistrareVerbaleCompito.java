package it.pianodizona.tavoli.processo;

import static it.pianodizona.comune.DateItaliane.GIORNO;
import static it.pianodizona.tavoli.processo.IncontroTavoloProcesso.INCONTRO_ID;
import static it.pianodizona.tavoli.processo.IncontroTavoloProcesso.SCADENZA_VERBALE;

import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.tavoli.Contributo;
import it.pianodizona.tavoli.Incontri;
import it.pianodizona.tavoli.Incontro;
import it.pianodizona.tavoli.Membro;
import it.pianodizona.tavoli.Risposta;
import it.pianodizona.tavoli.Tavoli;
import it.pianodizona.tavoli.TipoContributo;
import it.pianodizona.tavoli.Verbale;
import it.pianodizona.tavoli.Verbali;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The facilitatore records who came to a meeting and what each brought. */
@Component
class RegistrareVerbaleCompito implements Compito {

  private final Tavoli tavoli;
  private final Incontri incontri;
  private final Verbali verbali;
  private final SchedaDelTavolo scheda;

  RegistrareVerbaleCompito(
      Tavoli tavoli, Incontri incontri, Verbali verbali, SchedaDelTavolo scheda) {
    this.tavoli = tavoli;
    this.incontri = incontri;
    this.verbali = verbali;
    this.scheda = scheda;
  }

  @Override
  public String processo() {
    return IncontroTavoloProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return IncontroTavoloProcesso.REGISTRARE_VERBALE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var incontro = incontri.incontro(contesto.leggi(INCONTRO_ID));
    var tavolo = tavoli.tavolo(incontro.tavoloId());
    var entro = ZonedDateTime.parse(contesto.leggi(SCADENZA_VERBALE));
    contesto.nome(
        "Registrare verbale – %s, incontro n. %d".formatted(tavolo.area(), incontro.numero()));
    contesto.scadenza(entro);
    var risposte = incontri.risposte(incontro.id());
    var membri = tavoli.membri(tavolo.id());
    var modulo = new HashMap<String, Object>(scheda.scritti(tavolo.id()));
    modulo.put("area", tavolo.area());
    modulo.put("numero", incontro.numero());
    modulo.put("quando", incontro.quando());
    modulo.put("luogo", incontro.luogo());
    modulo.put("entro", GIORNO.format(entro));
    modulo.put("foglioPresenze", SchedaDelTavolo.foglioPresenze(incontro.id()));
    modulo.put("membri", SchedaDelTavolo.scelte(membri));
    modulo.put("sostituti", sostituti(membri, risposte));
    modulo.put(
        "presenti",
        membri.stream()
            .filter(m -> risposte.containsKey(m.id()) && risposte.get(m.id()).presenza())
            .map(m -> String.valueOf(m.id()))
            .toList());
    modulo.put("verbale", traccia(incontro));
    return modulo;
  }

  /** Who comes instead of whom, in one line; {@code null} when nobody named a substitute. */
  private static String sostituti(List<Membro> membri, Map<Long, Risposta> risposte) {
    var nomi =
        membri.stream()
            .filter(m -> risposte.containsKey(m.id()) && risposte.get(m.id()).sostituto() != null)
            .map(
                m ->
                    "%s per %s"
                        .formatted(risposte.get(m.id()).sostituto().nome(), m.denominazione()))
            .collect(Collectors.joining("; "));
    return nomi.isEmpty() ? null : nomi;
  }

  private static String traccia(Incontro incontro) {
    return "Ordine del giorno\n%s\n\nSvolgimento\n".formatted(incontro.ordineDelGiorno());
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    verbali.registra(
        contesto.leggi(INCONTRO_ID),
        new Verbale(
            dati.elenco("presenti").stream().map(Long::valueOf).collect(Collectors.toSet()),
            dati.siNo("deserto"),
            dati.testo("verbale"),
            dati.righe("contributi").stream().map(RegistrareVerbaleCompito::contributo).toList(),
            contesto.utente()));
  }

  private static Contributo contributo(DatiModulo riga) {
    return new Contributo(
        Long.parseLong(riga.testo("membro")),
        TipoContributo.valueOf(riga.testo("tipo")),
        riga.testo("testo"));
  }
}
