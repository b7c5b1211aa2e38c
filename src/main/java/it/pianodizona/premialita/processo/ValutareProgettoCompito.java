package it.pianodizona.premialita.processo;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.premialita.Criterio;
import it.pianodizona.premialita.Premialita;
import it.pianodizona.premialita.Progetti;
import it.pianodizona.premialita.Requisito;
import it.pianodizona.premialita.SchedaProgetto;
import it.pianodizona.premialita.Valutazione;
import it.pianodizona.premialita.Valutazioni;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The gruppo tecnico finds which requirements the project satisfies and gives its outcome. */
@Component
class ValutareProgettoCompito extends CompitoDelProgetto {

  private static final Set<Requisito> ECCEZIONI =
      EnumSet.of(Requisito.AMBITO_COINCIDENTE_CON_DISTRETTO, Requisito.AMBITO_FORMATO_DGR_7631);

  private final Progetti progetti;
  private final Valutazioni valutazioni;

  ValutareProgettoCompito(
      Premialita premialita, Progetti progetti, Valutazioni valutazioni, Anagrafica anagrafica) {
    super(premialita, anagrafica, PremialitaProgettoProcesso.VALUTARE_PROGETTO);
    this.progetti = progetti;
    this.valutazioni = valutazioni;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var progetto = progetto(contesto);
    var scheda = progetto.scheda();
    var valori = intestazione(contesto, progetto);
    valori.put("descrizioneProgetto", scheda.descrizione());
    valori.put("costo", scheda.budget().toString());
    valori.put(
        "areaOObiettivo",
        scheda.obiettivoStrategico() != null
            ? "Obiettivo strategico " + scheda.obiettivoStrategico().name().substring(2)
            : scheda.macroarea().etichetta());
    valori.putAll(AmbitiDelProgetto.di(progetto, progetti, anagrafica));
    valori.put(
        "continuitaDichiarata",
        switch (scheda.continuita()) {
          case NUOVO -> "progetto nuovo";
          case EVOLUZIONE -> "evoluzione di un progetto precedente";
          case RIPROPOSIZIONE -> "riproposizione di un progetto già presentato";
        });
    valori.put("spiegazione", scheda.spiegazioneContinuita());
    valori.put("soglia", valutazioni.sogliaDiValutazione(progetto.pianoId()));
    valori.put("requisiti", nomi(scheda, false));
    valori.put("eccezioni", nomi(scheda, true));
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var accertati =
        dati.elenco("requisiti").stream().map(Requisito::valueOf).collect(Collectors.toSet());
    dati.elenco("eccezioni").stream().map(Requisito::valueOf).forEach(accertati::add);
    var punteggi = new EnumMap<Criterio, Integer>(Criterio.class);
    for (var criterio : Criterio.values()) {
      var campo = campo(criterio);
      if (dati.presente(campo)) {
        punteggi.put(criterio, dati.intero(campo));
      }
    }
    valutazioni.valutaProposta(
        progettoId(contesto),
        accertati,
        Valutazione.dellaProposta(
            dati.testo("esito").equals("POSITIVO"),
            dati.testo("giudizio"),
            contesto.utente(),
            punteggi));
  }

  /** Name of the field of a criterion in the form. */
  static String campo(Criterio criterio) {
    var nome = criterio.campo();
    return "punti" + Character.toUpperCase(nome.charAt(0)) + nome.substring(1);
  }

  private static List<String> nomi(SchedaProgetto scheda, boolean eccezioni) {
    return scheda.requisiti().stream()
        .filter(requisito -> ECCEZIONI.contains(requisito) == eccezioni)
        .sorted()
        .map(Requisito::name)
        .toList();
  }
}
