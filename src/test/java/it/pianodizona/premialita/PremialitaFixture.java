package it.pianodizona.premialita;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.accordo.AttoDiFirma;
import it.pianodizona.accordo.TestiAccordo;
import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.documento.SchedaObiettivo;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;
import java.util.ArrayList;

/** What a plan has when its premialità begins: a Documento with objectives, an Accordo. */
public final class PremialitaFixture {

  private PremialitaFixture() {}

  /**
   * A Documento with this many candidate objectives, «Progetto 1» and so on, and one that is not.
   */
  public static void documento(Documenti documenti, RiferimentoPiano piano, int quanti) {
    var schede = new ArrayList<SchedaObiettivo>();
    for (int i = 1; i <= quanti; i++) {
      schede.add(obiettivo("Progetto " + i, true));
    }
    schede.add(obiettivo("Obiettivo non candidato", false));
    documenti.definisciObiettivi(documenti.apriBozza(piano.pianoId()).id(), schede);
  }

  /** Everybody signs now, the Accordo is approved and the ATS sends it to the Region. */
  public static void accordoTrasmesso(
      Accordi accordi, TestiAccordo testi, RiferimentoPiano piano, ZonedDateTime adesso) {
    var oggi = adesso.toLocalDate();
    var accordo =
        accordi.apri(
            piano.pianoId(),
            testi.componi(piano.pianoId(), testi.proposta(piano.pianoId()), "prova"),
            adesso.plusDays(30));
    for (var ente : accordi.firmatari(accordo.id())) {
      accordi.firma(
          ente.firmaId(),
          new AttoDiFirma("Ada Rota", "Rappresentante", "12/2024", oggi, oggi, "Firma su carta"));
    }
    accordi.approva(accordo.id(), "Decreto 5", oggi, null);
    accordi.trasmetti(accordo.id(), oggi, "PG 77");
  }

  private static SchedaObiettivo obiettivo(String titolo, boolean candidato) {
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
}
