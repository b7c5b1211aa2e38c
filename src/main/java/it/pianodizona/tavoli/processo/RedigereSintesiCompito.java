package it.pianodizona.tavoli.processo;

import static it.pianodizona.tavoli.processo.TavoloTematicoProcesso.TAVOLO_ID;

import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.tavoli.ContributoRaccolto;
import it.pianodizona.tavoli.Dissenso;
import it.pianodizona.tavoli.DocumentoDiSintesi;
import it.pianodizona.tavoli.Incontri;
import it.pianodizona.tavoli.Sintesi;
import it.pianodizona.tavoli.Tavoli;
import it.pianodizona.tavoli.TipoContributo;
import it.pianodizona.tavoli.Verbali;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The facilitatore turns the contributions of all meetings into the synthesis of the tavolo. */
@Component
class RedigereSintesiCompito implements Compito {

  private final Tavoli tavoli;
  private final Incontri incontri;
  private final Verbali verbali;
  private final SchedaDelTavolo scheda;

  RedigereSintesiCompito(
      Tavoli tavoli, Incontri incontri, Verbali verbali, SchedaDelTavolo scheda) {
    this.tavoli = tavoli;
    this.incontri = incontri;
    this.verbali = verbali;
    this.scheda = scheda;
  }

  @Override
  public String processo() {
    return TavoloTematicoProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return TavoloTematicoProcesso.REDIGERE_SINTESI;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    long tavoloId = contesto.leggi(TAVOLO_ID);
    var tavolo = tavoli.tavolo(tavoloId);
    var contributi = verbali.contributi(tavoloId);
    contesto.nome("Redigere sintesi – " + tavolo.area());
    var modulo = new HashMap<String, Object>(scheda.scritti(tavoloId));
    modulo.put("area", tavolo.area());
    modulo.put("incontriSvolti", incontriSvolti(tavoloId));
    modulo.put("verbali", documentiDeiVerbali(tavoloId));
    modulo.put("membri", SchedaDelTavolo.scelte(tavoli.anchePassati(tavoloId)));
    modulo.put("bisogni", Bozza.di(contributi, TipoContributo.BISOGNO));
    modulo.put("proposte", Bozza.di(contributi, TipoContributo.PROPOSTA));
    modulo.put("risorse", Bozza.di(contributi, TipoContributo.RISORSA));
    modulo.put("dissensi", dissensi(contributi));
    return modulo;
  }

  private String incontriSvolti(long tavoloId) {
    var presenze = verbali.presenze(tavoloId);
    return incontri.delTavolo(tavoloId).stream()
        .filter(i -> presenze.containsKey(i.id()))
        .map(i -> i.quando() + ": " + DocumentoDiSintesi.presenti(presenze.get(i.id())))
        .collect(Collectors.joining("; "));
  }

  private List<Map<String, String>> documentiDeiVerbali(long tavoloId) {
    return incontri.delTavolo(tavoloId).stream()
        .flatMap(
            i ->
                verbali.scheda(i.id()).stream()
                    .filter(v -> v.definitivoId() != null)
                    .map(
                        v ->
                            Map.of(
                                "titolo",
                                "Verbale dell'incontro n. " + i.numero(),
                                "indirizzo",
                                SchedaDelTavolo.documento(v.definitivoId()))))
        .toList();
  }

  private static List<Map<String, String>> dissensi(List<ContributoRaccolto> contributi) {
    return contributi.stream()
        .filter(c -> c.tipo() == TipoContributo.DISSENSO)
        .map(c -> Map.of("membro", String.valueOf(c.membroId()), "testo", c.testo()))
        .toList();
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    tavoli.redigiSintesi(
        contesto.leggi(TAVOLO_ID),
        new Sintesi(
            dati.testo("bisogni"),
            dati.testo("proposte"),
            dati.testo("risorse"),
            dati.righe("dissensi").stream()
                .map(r -> new Dissenso(Long.parseLong(r.testo("membro")), r.testo("testo")))
                .toList(),
            contesto.utente()));
  }
}
