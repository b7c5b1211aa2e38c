package it.pianodizona.motore.modulo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeelTest {

  private final List<String> valutate = new ArrayList<>();
  private final Feel memoria =
      ((Feel)
              (espressione, valori) -> {
                valutate.add(espressione);
                return valori.get(espressione);
              })
          .perUnControllo();

  @Test
  void laStessaDomandaSugliStessiValoriSiValutaUnaVoltaSola() {
    var valori = Map.of("firmata", true);

    assertThat(memoria.vera("firmata", valori)).isTrue();
    assertThat(memoria.vera("firmata", new HashMap<>(valori))).isTrue();
    assertThat(valutate).containsExactly("firmata");
  }

  @Test
  void ancheUnaDomandaSenzaRispostaNonSiRipete() {
    assertThat(memoria.valuta("firmata", Map.of())).isNull();
    assertThat(memoria.valuta("firmata", Map.of())).isNull();
    assertThat(valutate).containsExactly("firmata");
  }

  @Test
  void conAltriValoriSiValutaDiNuovo() {
    assertThat(memoria.vera("firmata", Map.of("firmata", true))).isTrue();
    assertThat(memoria.vera("firmata", Map.of("firmata", false))).isFalse();
    assertThat(memoria.vera("rifiutata", Map.of("firmata", true))).isFalse();
    assertThat(valutate).containsExactly("firmata", "firmata", "rifiutata");
  }
}
