package it.pianodizona.tavoli;

import static java.util.stream.Collectors.toMap;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.fascicolo.Stampa;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The printed papers of a tavolo, as PDF/A. */
@Component
class StampeDeiTavoli {

  private final Stampa stampa;
  private final Anagrafica anagrafica;
  private final Composizione composizione;
  private final Incontri incontri;

  StampeDeiTavoli(
      Stampa stampa, Anagrafica anagrafica, Composizione composizione, Incontri incontri) {
    this.stampa = stampa;
    this.anagrafica = anagrafica;
    this.composizione = composizione;
    this.incontri = incontri;
  }

  /**
   * A line of the attendance list.
   *
   * @param nota reservations on the seat; {@code null} when there are none
   * @param risposta what was answered to the convocation
   * @param persona who is expected or came instead of the member; {@code null} when nobody was
   *     named
   */
  public record Riga(String tipo, String nome, String nota, String risposta, String persona) {}

  byte[] foglioPresenze(Incontro incontro) {
    var dati = dati(incontro);
    dati.put("righe", righe(incontro, composizione.membri(incontro.tavoloId())));
    return stampa.pdf("foglio-presenze", dati);
  }

  byte[] verbale(
      Incontro incontro,
      SchedaVerbale verbale,
      List<ContributoRaccolto> contributi,
      List<ContributoScritto> scritti) {
    var presenti = new ArrayList<Membro>();
    var assenti = new ArrayList<Membro>();
    Map<Long, Membro> seduti =
        composizione.membri(incontro.tavoloId()).stream()
            .collect(toMap(Membro::id, Function.identity()));
    for (var membro : composizione.anchePassati(incontro.tavoloId())) {
      if (verbale.presenti().contains(membro.id())) {
        presenti.add(membro);
      } else if (seduti.containsKey(membro.id())) {
        assenti.add(membro);
      }
    }
    var dati = dati(incontro);
    dati.put("verbale", verbale);
    dati.put("presenti", righe(incontro, presenti));
    dati.put("assenti", assenti.stream().map(Membro::etichetta).toList());
    dati.put("contributi", contributi);
    dati.put("scritti", scritti);
    return stampa.pdf("verbale-tavolo", dati);
  }

  private Map<String, Object> dati(Incontro incontro) {
    var tavolo = composizione.tavolo(incontro.tavoloId());
    var piano = composizione.piano(tavolo);
    var dati = new HashMap<String, Object>();
    dati.put("ente", "Ambito " + anagrafica.ambito(piano.codiceAmbito()).denominazione());
    dati.put("triennio", piano.triennio());
    dati.put("area", tavolo.area());
    dati.put("incontro", incontro);
    return dati;
  }

  private List<Riga> righe(Incontro incontro, List<Membro> membri) {
    var risposte = incontri.risposte(incontro.id());
    return membri.stream()
        .map(
            m -> {
              var risposta = risposte.get(m.id());
              return new Riga(
                  m.tipo().etichetta(),
                  m.denominazione(),
                  m.note(),
                  risposta == null ? "non ha risposto" : risposta.esito().descrizione(),
                  risposta == null || risposta.sostituto() == null
                      ? null
                      : risposta.sostituto().nome());
            })
        .toList();
  }
}
