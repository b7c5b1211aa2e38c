package it.pianodizona.giro;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;

/** The officials' page of a plan's document, in the window of who is logged in to Tasklist. */
final class PaginaDocumento {

  private final Finestra finestra;
  private final Page pagina;
  private final String radice;

  PaginaDocumento(Finestra finestra, long pianoId) {
    this.finestra = finestra;
    this.pagina = finestra.pagina();
    this.radice = "/documento/" + pianoId;
  }

  /** Writes the text of a part, empty where the cards say it all, and marks it ready. */
  PaginaDocumento scriviParte(int numero, String testo) {
    finestra.vai(radice + "/parti/" + numero);
    pagina.locator("#testo").fill(testo);
    pagina.locator("#responsabile").fill("Marta Zanetti");
    pagina.locator("#stato").selectOption("PRONTA");
    salva("Salva", "documento parte " + numero);
    return this;
  }

  PaginaDocumento aggiungiEsito(Map<String, String> campi) {
    finestra.vai(radice + "/esiti/nuovo");
    compila(campi);
    salva("Salva", "documento esito");
    return this;
  }

  /**
   * Writes an objective with one indicator; checkboxes are ticked where the value is {@code sì}.
   */
  PaginaDocumento aggiungiObiettivo(Map<String, String> campi) {
    finestra.vai(radice + "/obiettivi/nuovo");
    compila(campi);
    salva("Salva l'obiettivo", "documento obiettivo");
    return this;
  }

  /** The overview says that nothing is missing. */
  void nonMancaNulla() {
    finestra.vai(radice);
    pagina.getByText("Non manca nulla").waitFor();
    finestra.guarda("documento completo");
  }

  private void compila(Map<String, String> campi) {
    campi.forEach(
        (campo, valore) -> {
          var dove = pagina.locator("[id='" + campo + "']");
          if (valore.equals("sì")) {
            dove.check();
          } else if (dove.evaluate("e => e.tagName").equals("SELECT")) {
            dove.selectOption(valore);
          } else {
            dove.fill(valore);
          }
        });
  }

  private void salva(String bottone, String nome) {
    finestra.guarda(nome);
    pagina
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(bottone).setExact(true))
        .click();
    pagina.locator(".pdz-fatto").waitFor();
    finestra.controlla(nome + " salvato");
  }
}
