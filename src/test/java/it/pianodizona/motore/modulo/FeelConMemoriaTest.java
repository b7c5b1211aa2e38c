package it.pianodizona.motore.modulo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeelConMemoriaTest {

  private static final String SE_RIFIUTATA = "esito = \"RIFIUTATA\"";

  private final List<String> valutate = new ArrayList<>();
  private final Feel feel =
      new FeelConMemoria(
          (espressione, valori) -> {
            valutate.add(espressione);
            return "RIFIUTATA".equals(valori.get("esito"));
          });

  @Test
  void contanoSoloIValoriCheLaCondizioneNomina() {
    assertThat(feel.vera(SE_RIFIUTATA, Map.of("esito", "RIFIUTATA", "note", "prima"))).isTrue();
    assertThat(feel.vera(SE_RIFIUTATA, Map.of("esito", "RIFIUTATA", "note", "altra"))).isTrue();
    assertThat(valutate).hasSize(1);

    assertThat(feel.vera(SE_RIFIUTATA, Map.of("esito", "FIRMATA"))).isFalse();
    assertThat(valutate).hasSize(2);
  }

  @Test
  void unValoreAssenteEUnoNulloSonoLoStesso() {
    var nullo = new HashMap<String, Object>();
    nullo.put("esito", null);

    assertThat(feel.vera(SE_RIFIUTATA, Map.of())).isFalse();
    assertThat(feel.vera(SE_RIFIUTATA, nullo)).isFalse();
    assertThat(valutate).hasSize(1);
  }

  @Test
  void cioCheCambiaColTempoSiValutaOgniVolta() {
    var condizione = "giorno < today()";

    feel.valuta(condizione, Map.of("giorno", "2025-01-01"));
    feel.valuta(condizione, Map.of("giorno", "2025-01-01"));
    assertThat(valutate).hasSize(2);
  }

  @Test
  void diElenchiETestiLunghiNonSiTieneMemoria() {
    for (var valore : List.of(List.of(1, 2), "x".repeat(FeelConMemoria.TESTO_LUNGO + 1))) {
      valutate.clear();
      feel.valuta("count(esito) = 0", Map.of("esito", valore));
      feel.valuta("count(esito) = 0", Map.of("esito", valore));
      assertThat(valutate).hasSize(2);
    }
  }

  @Test
  void siRicordanoLeRispostePiuRecenti() {
    for (int n = 0; n <= FeelConMemoria.MASSIMO; n++) {
      feel.valuta("numero > 3", Map.of("numero", n));
    }
    valutate.clear();

    feel.valuta("numero > 3", Map.of("numero", FeelConMemoria.MASSIMO));
    assertThat(valutate).isEmpty();
    feel.valuta("numero > 3", Map.of("numero", 0));
    assertThat(valutate).hasSize(1);
  }
}
