package it.pianodizona.fascicolo;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.comune.Termini;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StampaTest {

  private static final Map<String, String> DATI =
      Map.of("titolo", "Prova di stampa", "testo", "Prima riga\nSeconda riga <b>&</b>");

  private final Stampa stampa =
      new Stampa(Clock.fixed(Instant.parse("2024-10-02T21:59:58Z"), Termini.ROMA));

  @Test
  void unDocumentoStampatoEPdfAValido() throws Exception {
    assertThat(Pdf.difetti(stampa.pdf("prova", DATI))).isEmpty();
  }

  @Test
  void siLeggonoTitoloTestiEPagine() throws Exception {
    assertThat(Pdf.testo(stampa.pdf("prova", DATI)))
        .contains("Prova di stampa", "Ambito di Seriate", "Voce 80: perché sì – «così» € ≥")
        .contains("Seconda riga <b>&</b>", "Pagina 2 di ");
  }

  @Test
  void leStesseParoleNelloStessoIstanteDannoGliStessiByte() {
    assertThat(stampa.pdf("prova", DATI)).isEqualTo(stampa.pdf("prova", DATI));
  }
}
