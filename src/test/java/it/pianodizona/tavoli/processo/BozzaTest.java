package it.pianodizona.tavoli.processo;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.tavoli.ContributoRaccolto;
import it.pianodizona.tavoli.TipoContributo;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BozzaTest {

  @Test
  void riunisceSoloIContributiDelSuoTipo() {
    var contributi =
        List.of(
            contributo(TipoContributo.BISOGNO, "spazi"),
            contributo(TipoContributo.PROPOSTA, "un centro"),
            contributo(TipoContributo.BISOGNO, "trasporti"));

    assertThat(Bozza.di(contributi, TipoContributo.BISOGNO))
        .isEqualTo("- Aurora: spazi\n- Aurora: trasporti");
    assertThat(Bozza.di(contributi, TipoContributo.RISORSA))
        .isEqualTo("Nessun contributo raccolto.");
  }

  @Test
  void staSempreNelCampoDelModulo() {
    var tanti = Collections.nCopies(20, contributo(TipoContributo.BISOGNO, "x".repeat(1990)));

    assertThat(Bozza.di(tanti, TipoContributo.BISOGNO))
        .hasSizeLessThanOrEqualTo(Bozza.LUNGHEZZA_MASSIMA)
        .endsWith("(gli altri contributi sono nei verbali)");
  }

  private static ContributoRaccolto contributo(TipoContributo tipo, String testo) {
    return new ContributoRaccolto("incontro n. 1", 1, "Aurora", tipo, testo);
  }
}
