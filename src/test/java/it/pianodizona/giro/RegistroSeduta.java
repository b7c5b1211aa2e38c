package it.pianodizona.giro;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The register of a sitting, in the president's window. */
final class RegistroSeduta {

  private final Finestra finestra;
  private final Page pagina;

  RegistroSeduta(Finestra finestra) {
    this.finestra = finestra;
    this.pagina = finestra.pagina();
  }

  /** Follows the link of the open task. */
  RegistroSeduta apri() {
    finestra.vai(pagina.locator("a[href^='/assemblea/']").first().getAttribute("href"));
    pagina.locator("h1").waitFor();
    finestra.guarda("registro della seduta");
    return this;
  }

  /** The first Comuni of the roll answer it. */
  RegistroSeduta rispondono(int quanti, String ora) {
    var caselle = pagina.locator("#modulo-presenze input[name=comuni]");
    for (int i = 0; i < quanti; i++) {
      caselle.nth(i).check();
    }
    assertThat(pagina.locator("#selezione").innerText())
        .contains("Selezionati " + quanti, "il numero legale c'è");
    pagina.locator("#ora-presenze").fill(ora);
    finestra.guarda("appello");
    premi("Entrano", "Presenze registrate.");
    return this;
  }

  /** Everybody is in favour but one. */
  RegistroSeduta votano(String punto, String contrario) {
    if (contrario != null) {
      pagina
          .getByLabel(contrario + ": contrario", new Page.GetByLabelOptions().setExact(true))
          .check();
    }
    finestra.guarda("voto " + punto);
    premi("Registra il voto su: " + punto, "Voto registrato.");
    return this;
  }

  private void premi(String bottone, String esito) {
    pagina
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(bottone).setExact(true))
        .click();
    pagina.locator(".pdz-avviso-fatto").waitFor();
    assertThat(pagina.locator(".pdz-avviso-fatto").innerText()).contains(esito);
    finestra.guarda(esito);
  }
}
