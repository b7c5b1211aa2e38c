package it.pianodizona.documento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import it.pianodizona.documento.Confronto.Cambiamento;
import it.pianodizona.documento.Confronto.Pezzo;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ConfrontoTest {

  @Test
  void siVedonoLeParoleCambiateENonLeAltre() {
    assertThat(pezzi("Due assistenti sociali in valle", "Tre assistenti sociali in valle"))
        .containsExactly(
            tuple(Cambiamento.TOLTO, "Due"),
            tuple(Cambiamento.AGGIUNTO, "Tre"),
            tuple(Cambiamento.UGUALE, " assistenti sociali in valle"));
  }

  @Test
  void unTestoNuovoETuttoAggiuntoEUnoToltoETuttoTolto() {
    assertThat(pezzi(null, "Nuovo")).containsExactly(tuple(Cambiamento.AGGIUNTO, "Nuovo"));
    assertThat(pezzi("Vecchio", "")).containsExactly(tuple(Cambiamento.TOLTO, "Vecchio"));
  }

  @Test
  void cioCheSembraUnTagRestaTesto() {
    assertThat(pezzi("a <b>x</b> & c", "a <b>x</b> & c"))
        .containsExactly(tuple(Cambiamento.UGUALE, "a <b>x</b> & c"));
  }

  private static List<Tuple> pezzi(String prima, String dopo) {
    return Confronto.testi(prima, dopo).stream()
        .flatMap(riga -> riga.pezzi().stream())
        .map((Pezzo pezzo) -> tuple(pezzo.cambiamento(), pezzo.testo()))
        .toList();
  }
}
