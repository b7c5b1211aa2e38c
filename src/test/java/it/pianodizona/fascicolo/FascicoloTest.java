package it.pianodizona.fascicolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.ProvaDiProcesso;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

class FascicoloTest extends ProvaDiProcesso {

  @Autowired private Fascicolo fascicolo;
  @Autowired private TransactionTemplate transazione;
  @Autowired private JdbcClient jdbc;

  @Test
  void unDocumentoConservatoSiRitrovaConLaSuaImpronta() {
    long pianoId = piano().pianoId();
    byte[] contenuto = new byte[3_000_000];
    contenuto[2_999_999] = 7;
    var documento = conserva(pianoId, "domanda:1", contenuto);
    conserva(pianoId, "domanda:2", contenuto);

    assertThat(documento.sha256()).isEqualTo(Impronta.sha256(contenuto));
    assertThat(documento.dimensione()).isEqualTo(3_000_000);
    assertThat(fascicolo.documento(documento.id())).contains(documento);
    assertThat(fascicolo.di(pianoId, "domanda:1")).containsExactly(documento);
    assertThat(fascicolo.delPiano(pianoId)).hasSize(2);
    assertThat(fascicolo.contenuto(documento.id())).isEqualTo(contenuto);
  }

  @Test
  void unDocumentoAlteratoNonEPiuConsegnato() {
    var documento = conserva(piano().pianoId(), "domanda:1", bytes("originale"));
    jdbc.sql("update contenuto_fascicolo set contenuto = ? where documento_id = ?")
        .params(bytes("falso"), documento.id())
        .update();

    assertThatThrownBy(() -> fascicolo.contenuto(documento.id()))
        .isInstanceOf(DocumentoAlterato.class)
        .hasMessageContaining(String.valueOf(documento.id()));
  }

  @Test
  void unDocumentoSiConservaSoloInsiemeAlSuoAtto() {
    long pianoId = piano().pianoId();
    var nuovo = nuovo(pianoId, "domanda:1", bytes("testo"));
    assertThatThrownBy(() -> fascicolo.conserva(nuovo))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  private Documento conserva(long pianoId, String riferimento, byte[] contenuto) {
    return transazione.execute(stato -> fascicolo.conserva(nuovo(pianoId, riferimento, contenuto)));
  }

  private static NuovoDocumento nuovo(long pianoId, String riferimento, byte[] contenuto) {
    return NuovoDocumento.pdf(
        pianoId, riferimento, TipoDocumento.RICEVUTA, "Ricevuta", "ricevuta.pdf", contenuto, null);
  }

  private static byte[] bytes(String testo) {
    return testo.getBytes(StandardCharsets.UTF_8);
  }
}
