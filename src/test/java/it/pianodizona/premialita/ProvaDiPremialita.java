package it.pianodizona.premialita;

import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.accordo.Accordi;
import it.pianodizona.accordo.AttoDiFirma;
import it.pianodizona.accordo.TestiAccordo;
import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.documento.SchedaObiettivo;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan with its Documento and its Accordo, up to where the premialità begins. */
abstract class ProvaDiPremialita extends ProvaDiProcesso {

  static final String ALBINO = "50020";
  static final Set<Requisito> TUTTI =
      Set.of(
          Requisito.COPROGETTATO_CON_ASST,
          Requisito.COPROGETTATO_CON_ATTORI,
          Requisito.COORDINAMENTO_ATS,
          Requisito.INNOVATIVO,
          Requisito.TRASVERSALE,
          Requisito.VALUTAZIONE_EX_POST);

  /** Points above every minimum of 2021-2023, and below them. */
  static final Map<Criterio, Integer> OTTIMI =
      Map.of(
          Criterio.CO_PROGETTAZIONE, 18,
          Criterio.BISOGNO, 12,
          Criterio.RICADUTE, 16,
          Criterio.INNOVAZIONE, 17,
          Criterio.TRASVERSALITA, 11,
          Criterio.VALUTAZIONE_EX_POST, 8);

  static final Map<Criterio, Integer> SCARSI =
      Map.of(
          Criterio.CO_PROGETTAZIONE, 18,
          Criterio.BISOGNO, 12,
          Criterio.RICADUTE, 11,
          Criterio.INNOVAZIONE, 17,
          Criterio.TRASVERSALITA, 11,
          Criterio.VALUTAZIONE_EX_POST, 8);

  @Autowired protected Premialita premialita;
  @Autowired protected Documenti documenti;
  @Autowired protected Accordi accordi;
  @Autowired private TestiAccordo testi;

  /** Writes a Documento with this many candidate objectives and one that is not. */
  protected List<Long> progetti(RiferimentoPiano piano, int quanti) {
    var schede = new ArrayList<SchedaObiettivo>();
    for (int i = 1; i <= quanti; i++) {
      schede.add(obiettivo("Progetto " + i, true));
    }
    schede.add(obiettivo("Obiettivo non candidato", false));
    documenti.definisciObiettivi(documenti.apriBozza(piano.pianoId()).id(), schede);
    return premialita.individuaProgetti(piano.pianoId());
  }

  /** The outcome that the points of 2021-2023 give; without points where there are no criteria. */
  protected Valutazione valutazione(long progettoId, boolean positiva) {
    var criteri = premialita.criteri(premialita.progetto(progettoId).pianoId());
    return Valutazione.dellaProposta(
        positiva,
        "Motivazione del gruppo",
        "gruppo.tecnico",
        criteri.isEmpty() ? Map.of() : positiva ? OTTIMI : SCARSI);
  }

  static SchedaObiettivo obiettivo(String titolo, boolean candidato) {
    return new SchedaObiettivo(
        titolo,
        Macroarea.E,
        "Sostegno alla domiciliarità degli anziani nelle valli",
        "Anziani soli",
        Denaro.euro("60000.50"),
        "Due assistenti sociali",
        true,
        "Digitalizzazione",
        true,
        false,
        true,
        "ASST Bergamo Est",
        "Isolamento",
        "Équipe mobile",
        "Cento anziani seguiti",
        "Meno ricoveri impropri",
        candidato);
  }

  /** Everybody signs today, the Accordo is approved and the ATS sends it to the Region. */
  protected void trasmetteAccordo(RiferimentoPiano piano) {
    var oggi = adesso().toLocalDate();
    var accordo =
        accordi.apri(
            piano.pianoId(),
            testi.componi(piano.pianoId(), testi.proposta(piano.pianoId()), "prova"),
            adesso().plusDays(30));
    for (var ente : accordi.firmatari(accordo.id())) {
      accordi.firma(
          ente.firmaId(),
          new AttoDiFirma("Ada Rota", "Rappresentante", "12/2024", oggi, oggi, "Firma su carta"));
    }
    accordi.approva(accordo.id(), "Decreto 5", oggi, null);
    accordi.trasmetti(accordo.id(), oggi, "PG 77");
  }
}
