package it.pianodizona.notifiche;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImpaginazioneTest {

  private static final String PAGINA = "https://piano.example/comunicazioni/a?b=1&c=2";

  private final Impaginazione.Circolare circolare =
      new Impaginazione()
          .circolare(
              Lettera.su("Prova").fatto("È successo.").daFare("Niente.").fine(),
              "Ufficio di Piano",
              "2025-2027",
              true);

  @Test
  void ogniCopiaSalutaIlSuoDestinatarioETaceDegliAltri() {
    var prima = circolare.per("Cooperativa Ponte", null);
    var seconda = circolare.per("Fondazione Riva", null);

    assertThat(prima.testo()).contains("Alla cortese attenzione di Cooperativa Ponte,\n");
    assertThat(prima.html())
        .contains("<p style=\"margin:0 0 16px\">Alla cortese attenzione di Coop");
    assertThat(seconda.testo())
        .isEqualTo(prima.testo().replace("Cooperativa Ponte", "Fondazione Riva"));
    assertThat(seconda.html())
        .isEqualTo(prima.html().replace("Cooperativa Ponte", "Fondazione Riva"));
  }

  @Test
  void nellaPaginaIlNomeNonEMaiMarcatura() {
    var copia = circolare.per("«Ponte» & <b>figli</b> \"l'altra\" $1 \\", null);

    assertThat(copia.testo()).contains("di «Ponte» & <b>figli</b> \"l'altra\" $1 \\,");
    assertThat(copia.html())
        .contains("di «Ponte» &amp; &lt;b&gt;figli&lt;/b&gt; &quot;l&#39;altra&quot; $1 \\,</p>");
  }

  @Test
  void soloChiPuoScegliereHaLaPaginaDelleSueScelte() {
    var dovuta = circolare.per("Ponte", null);
    var facoltativa = circolare.per("Ponte", PAGINA);

    assertThat(dovuta.testo() + dovuta.html()).doesNotContain("facoltativo");
    assertThat(facoltativa.testo()).contains("altri di questo tipo:\n" + PAGINA + "\n");
    assertThat(facoltativa.html()).contains("href=\"" + PAGINA.replace("&", "&amp;") + "\"");
  }
}
