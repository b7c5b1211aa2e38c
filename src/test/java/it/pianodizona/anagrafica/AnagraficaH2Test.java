package it.pianodizona.anagrafica;

import org.junit.jupiter.api.BeforeAll;

class AnagraficaH2Test extends AnagraficaContratto {

  private static AnagraficaFixture lombardia;

  @BeforeAll
  static void importa() {
    lombardia = AnagraficaFixture.lombardia();
  }

  @Override
  AnagraficaFixture lombardia() {
    return lombardia;
  }
}
