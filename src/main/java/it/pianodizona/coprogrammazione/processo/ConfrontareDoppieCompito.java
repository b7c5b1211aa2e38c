package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_TENUTA;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ESITO_DOMANDA;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.DomandeDoppie;
import it.pianodizona.coprogrammazione.EsitoDomanda;
import it.pianodizona.coprogrammazione.SceltaFraDoppie;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office keeps one of two domande that the same body sent. */
@Component
class ConfrontareDoppieCompito implements Compito {

  private static final String NUOVA = "NUOVA";

  private final Domande domande;
  private final DomandeDoppie doppie;
  private final Avvisi avvisi;
  private final SchedaDomanda scheda;

  ConfrontareDoppieCompito(
      Domande domande, DomandeDoppie doppie, Avvisi avvisi, SchedaDomanda scheda) {
    this.domande = domande;
    this.doppie = doppie;
    this.avvisi = avvisi;
    this.scheda = scheda;
  }

  @Override
  public String processo() {
    return DomandaPartecipazioneProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return DomandaPartecipazioneProcesso.CONFRONTARE_DOPPIE;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var nuova = domande.domanda(contesto.leggi(DOMANDA_ID));
    var precedente = doppie.precedente(nuova.id());
    var valori = new HashMap<>(scheda.prepara(contesto, "Confrontare domande doppie"));
    valori.put("precedenteId", precedente.id());
    valori.put("protocolloPrecedente", precedente.protocollo());
    valori.put("confronto", confronto(precedente, nuova));
    return valori;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    boolean tenuta =
        doppie.scegli(
            contesto.leggi(DOMANDA_ID),
            ((Number) contesto.compito().getVariableLocal("precedenteId")).longValue(),
            new SceltaFraDoppie(
                dati.testo("resta").equals(NUOVA), dati.siNo("unisci"), dati.testo("motivi")),
            contesto.utente());
    contesto.imposta(DOMANDA_TENUTA, tenuta);
    if (!tenuta) {
      contesto.imposta(ESITO_DOMANDA, EsitoDomanda.ASSORBITA.name());
    }
  }

  private List<Map<String, Object>> confronto(Domanda precedente, Domanda nuova) {
    var avviso = avvisi.avviso(nuova.avvisoId());
    var righe = new ArrayList<Map<String, Object>>();
    var a = precedente.dati();
    var b = nuova.dati();
    riga(righe, "Protocollo", precedente.protocollo(), nuova.protocollo());
    riga(
        righe,
        "Arrivo",
        DateItaliane.italiana(precedente.ricevuta()),
        DateItaliane.italiana(nuova.ricevuta()));
    riga(
        righe,
        "Tempestività",
        SchedaDomanda.tempestivita(precedente, avviso),
        SchedaDomanda.tempestivita(nuova, avviso));
    riga(righe, "Canale", precedente.canale().descrizione(), nuova.canale().descrizione());
    riga(righe, "Situazione", precedente.situazione(), nuova.situazione());
    riga(righe, "Denominazione", a.denominazione(), b.denominazione());
    riga(righe, "Forma giuridica", a.formaGiuridica(), b.formaGiuridica());
    riga(righe, "Sede", a.sede(), b.sede());
    riga(righe, "PEC", a.pec(), b.pec());
    riga(righe, "E-mail", a.email(), b.email());
    riga(righe, "Legale rappresentante", a.rappresentanteLegale(), b.rappresentanteLegale());
    riga(righe, "Categoria", a.categoria().descrizione(), b.categoria().descrizione());
    riga(righe, "RUNTS", SchedaDomanda.runts(a), SchedaDomanda.runts(b));
    riga(righe, "Aree", SchedaDomanda.aree(precedente, avviso), SchedaDomanda.aree(nuova, avviso));
    riga(righe, "Referente", a.referente(), b.referente());
    riga(righe, "Sostituto", a.sostituto(), b.sostituto());
    riga(righe, "Dati offerti", a.datiOfferti(), b.datiOfferti());
    riga(righe, "Risorse offerte", a.risorseOfferte(), b.risorseOfferte());
    riga(righe, "Allegati", scheda.nomiAllegati(precedente), scheda.nomiAllegati(nuova));
    return righe;
  }

  private static void riga(
      List<Map<String, Object>> righe, String voce, String precedente, String nuova) {
    var prima = precedente == null || precedente.isEmpty() ? "–" : precedente;
    var dopo = nuova == null || nuova.isEmpty() ? "–" : nuova;
    righe.add(
        Map.of(
            "voce", voce,
            "precedente", prima,
            "nuova", dopo,
            "diversa", prima.equals(dopo) ? "" : "diversa"));
  }
}
