package it.pianodizona.documento.processo;

import static it.pianodizona.documento.processo.RedazioneDocumentoProcesso.DOCUMENTO_ID;

import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.documento.SchedaObiettivo;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office writes part 5: one row per objective, with the fields of Tabella 3. */
@Component
class DefinireObiettiviCompito implements Compito {

  private final Documenti documenti;
  private final SchedaDelDocumento scheda;

  DefinireObiettiviCompito(Documenti documenti, SchedaDelDocumento scheda) {
    this.documenti = documenti;
    this.scheda = scheda;
  }

  @Override
  public String processo() {
    return RedazioneDocumentoProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return RedazioneDocumentoProcesso.DEFINIRE_OBIETTIVI;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var documento = scheda.documento(contesto);
    var modulo = scheda.perScrivere(contesto, documento);
    var obiettivi =
        documenti.obiettiviDelDocumento(documento.id()).stream()
            .map(o -> riga(o.scheda()))
            .toList();
    modulo.put("obiettivi", obiettivi.isEmpty() ? List.of(Map.of()) : obiettivi);
    modulo.put("sintesi", scheda.sintesi(documento));
    return modulo;
  }

  private static Map<String, Object> riga(SchedaObiettivo obiettivo) {
    var riga = new HashMap<String, Object>();
    riga.put("titolo", obiettivo.titolo());
    riga.put("macroarea", obiettivo.macroarea().name());
    riga.put("descrizione", obiettivo.descrizione());
    riga.put("target", obiettivo.target());
    riga.put("risorse", obiettivo.risorseEconomiche().importo());
    riga.put("personale", obiettivo.personale());
    riga.put("trasversale", obiettivo.trasversale());
    riga.put("areeTrasversali", obiettivo.areeTrasversali());
    riga.put("sociosanitaria", obiettivo.integrazioneSociosanitaria());
    riga.put("continuita", obiettivo.continuita());
    riga.put("coprogettato", obiettivo.coProgettato());
    riga.put("coprogettatoCon", obiettivo.coProgettatoCon());
    riga.put("bisogni", obiettivo.bisogni());
    riga.put("modalita", obiettivo.modalita());
    riga.put("risultati", obiettivo.risultati());
    riga.put("impatto", obiettivo.impatto());
    riga.put("premialita", obiettivo.candidatoPremialita());
    return riga;
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    documenti.definisciObiettivi(
        contesto.leggi(DOCUMENTO_ID),
        dati.righe("obiettivi").stream().map(DefinireObiettiviCompito::obiettivo).toList());
  }

  private static SchedaObiettivo obiettivo(DatiModulo riga) {
    return new SchedaObiettivo(
        riga.testo("titolo"),
        Macroarea.valueOf(riga.testo("macroarea")),
        riga.testo("descrizione"),
        riga.testo("target"),
        Denaro.euro(riga.importo("risorse")),
        riga.testo("personale"),
        riga.siNo("trasversale"),
        riga.cercaTesto("areeTrasversali").orElse(null),
        riga.siNo("sociosanitaria"),
        riga.siNo("continuita"),
        riga.siNo("coprogettato"),
        riga.cercaTesto("coprogettatoCon").orElse(null),
        riga.testo("bisogni"),
        riga.testo("modalita"),
        riga.testo("risultati"),
        riga.testo("impatto"),
        riga.siNo("premialita"));
  }
}
