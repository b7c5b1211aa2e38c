package it.pianodizona.documento;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.ProvaDiProcesso;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Not run by the build, which has nothing to say about time: {@code src/bench/stampa.sh} runs it
 * and judges the times.
 */
class StampaMisurata extends ProvaDiProcesso {

  @Autowired private Documenti documenti;
  @Autowired private Redazione redazione;
  @Autowired private StampeDelDocumento stampe;

  @Test
  void sessantaObiettivi() throws Exception {
    long id = documenti.apriBozza(piano().pianoId()).id();
    DocumentoFixture.scriviComeSeriate(redazione, id);
    var tempi = new ArrayList<String>();
    int giri = Integer.getInteger("pianodizona.giri", 7);
    byte[] pdf = stampe.pdf(stampe.contenuto(id));
    for (int i = 0; i < giri; i++) {
      long prima = System.nanoTime();
      pdf = stampe.pdf(stampe.contenuto(id));
      tempi.add(String.valueOf((System.nanoTime() - prima) / 1_000_000));
    }
    assertThat(pdf).isNotEmpty();
    var file = Path.of(System.getProperty("pianodizona.tempi", "target/stampe/tempi.txt"));
    Files.createDirectories(file.getParent());
    Files.write(file, tempi);
    Files.write(file.resolveSibling("seriate.pdf"), pdf);
  }
}
