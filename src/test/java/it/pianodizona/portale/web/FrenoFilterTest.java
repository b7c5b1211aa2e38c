package it.pianodizona.portale.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who is slowed down, and who is not. */
class FrenoFilterTest {

  private final FrenoFilter freno = new FrenoFilter(new PortaleProperties(2, 1, 100));

  @Test
  void alTerzoInvioDiSeguitoLoStessoIndirizzoAspetta() throws Exception {
    assertThat(esito("POST", "/avvisi/1/domanda", "192.0.2.1", null)).isEqualTo(200);
    assertThat(esito("POST", "/partecipazione/x/ritiro", "192.0.2.1", null)).isEqualTo(200);
    assertThat(esito("POST", "/avvisi/1/domanda", "192.0.2.1", null)).isEqualTo(429);
    assertThat(esito("POST", "/avvisi/1/domanda", "192.0.2.2", null)).isEqualTo(200);
  }

  @Test
  void leggereNonContaELePagineDegliUfficiNemmeno() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(esito("GET", "/avvisi/1/domanda", "192.0.2.1", null)).isEqualTo(200);
      assertThat(esito("POST", "/ufficio/domande/1/indirizzo", "192.0.2.1", null)).isEqualTo(200);
    }
  }

  @Test
  void unIndirizzoScrittoDaChiChiamaNonServeASfuggire() throws Exception {
    for (int i = 0; i < 2; i++) {
      esito("POST", "/avvisi/1/domanda", "192.0.2.1", "198.51.100." + i);
    }
    assertThat(esito("POST", "/avvisi/1/domanda", "192.0.2.1", "198.51.100.99")).isEqualTo(429);
  }

  @Test
  void gliIndirizziDiUnaReteIpv6SonoUnoSolo() {
    assertThat(FrenoFilter.chi("2001:db8:1:2:aaaa:0:0:1"))
        .isEqualTo(FrenoFilter.chi("2001:db8:1:2::ffff"))
        .isNotEqualTo(FrenoFilter.chi("2001:db8:1:3::1"));
    assertThat(FrenoFilter.chi("192.0.2.1")).isEqualTo("192.0.2.1");
  }

  private int esito(String metodo, String percorso, String da, String inoltrato) throws Exception {
    var richiesta = new MockHttpServletRequest(metodo, percorso);
    richiesta.setRemoteAddr(da);
    if (inoltrato != null) {
      richiesta.addHeader("X-Forwarded-For", inoltrato);
    }
    var risposta = new MockHttpServletResponse();
    freno.doFilter(richiesta, risposta, new MockFilterChain());
    return risposta.getStatus();
  }
}
