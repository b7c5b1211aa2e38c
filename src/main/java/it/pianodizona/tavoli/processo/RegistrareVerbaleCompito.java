package it.pianodizona.tavoli.processo;

import static it.pianodizona.comune.DateItaliane.GIORNO;
import static it.pianodizona.tavoli.processo.TavoloTematicoProcesso.INCONTRO_ID;
import static it.pianodizona.tavoli.processo.TavoloTematicoProcesso.SCADENZA_VERBALE;

import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.tavoli.Contributo;
import it.pianodizona.tavoli.Membro;
import it.pianodizona.tavoli.Tavoli;
import it.pianodizona.tavoli.TipoContributo;
import it.pianodizona.tavoli.Verbale;
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

  RegistrareVerbaleCompito(Tavoli tavoli) {
    this.tavoli = tavoli;
  }

  @Override
  public String processo() {
    return TavoloTematicoProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return TavoloTematicoProcesso.REGISTRARE_VERBALE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var incontro = tavoli.incontro(contesto.leggi(INCONTRO_ID));
    var tavolo = tavoli.tavolo(incontro.tavoloId());
    var entro = ZonedDateTime.parse(contesto.leggi(SCADENZA_VERBALE));
    contesto.nome(
        "Registrare verbale – %s, incontro n. %d".formatted(tavolo.area(), incontro.numero()));
    contesto.scadenza(entro);
    var modulo = new HashMap<String, Object>();
    modulo.put("area", tavolo.area());
    modulo.put("numero", incontro.numero());
    modulo.put("quando", incontro.quando());
    modulo.put("luogo", incontro.luogo());
    modulo.put("ordineDelGiorno", incontro.ordineDelGiorno());
    modulo.put("entro", GIORNO.format(entro));
    modulo.put("membri", scelte(tavoli.membri(tavolo.id())));
    return modulo;
  }

  /** The members as options of a choice. */
  static List<Map<String, String>> scelte(List<Membro> membri) {
    return membri.stream()
        .map(m -> Map.of("label", m.etichetta(), "value", String.valueOf(m.id())))
        .toList();
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var deserto = dati.siNo("deserto");
    tavoli.registraVerbale(
        contesto.leggi(INCONTRO_ID),
        new Verbale(
            dati.elenco("presenti").stream().map(Long::valueOf).collect(Collectors.toSet()),
            deserto,
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
