package it.pianodizona.premialita;

import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.accordo.Accordi;
import it.pianodizona.accordo.TestiAccordo;
import it.pianodizona.documento.Documenti;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan with its Documento and its Accordo, up to where the premialità begins. */
public abstract class ProvaDiPremialita extends ProvaDiProcesso {

  protected static final String ALBINO = "50020";
  protected static final Set<Requisito> TUTTI =
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
  @Autowired protected Progetti progetti;
  @Autowired protected Valutazioni valutazioni;
  @Autowired protected Determinazioni determinazioni;
  @Autowired protected Recessi recessi;
  @Autowired protected Pagamenti pagamenti;
  @Autowired protected Documenti documenti;
  @Autowired protected Accordi accordi;
  @Autowired private TestiAccordo testi;

  /** Writes a Documento with this many candidate objectives and one that is not. */
  protected List<Long> progetti(RiferimentoPiano piano, int quanti) {
    PremialitaFixture.documento(documenti, piano, quanti);
    return progetti.individua(piano.pianoId());
  }

  /** The outcome that the points of 2021-2023 give; without points where there are no criteria. */
  protected Valutazione valutazione(long progettoId, boolean positiva) {
    var criteri = valutazioni.criteri(premialita.progetto(progettoId).pianoId());
    return Valutazione.dellaProposta(
        positiva,
        "Motivazione del gruppo",
        "gruppo.tecnico",
        criteri.isEmpty() ? Map.of() : positiva ? OTTIMI : SCARSI);
  }

  /** Everybody signs today, the Accordo is approved and the ATS sends it to the Region. */
  protected void trasmetteAccordo(RiferimentoPiano piano) {
    PremialitaFixture.accordoTrasmesso(accordi, testi, piano, adesso());
  }
}
