package it.pianodizona.notifiche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** When each message leaves: the table in the documentation is the one in force. */
class ScopoTest {

  private static final Pattern RIGA = Pattern.compile("\\| `(\\w+)` \\| `(\\w+)` \\| [^|]+ \\|");

  @Test
  void laTabellaDellaDocumentazioneEQuellaInVigore() throws IOException {
    var tabella =
        Files.readAllLines(Path.of("src", "docs", "posta.md")).stream()
            .map(RIGA::matcher)
            .filter(riga -> riga.matches())
            .map(riga -> riga.group(1) + " " + riga.group(2))
            .toList();

    assertThat(tabella)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Scopo.values()).map(s -> s.name() + " " + s.invio()).toList());
  }

  @Test
  void cioCheHaEffettiParteSubitoENonSiPuoRinunciare() {
    assertThat(
            EnumSet.of(
                Scopo.RICEVUTA_DOMANDA,
                Scopo.RICHIESTA_INTEGRAZIONE,
                Scopo.PREAVVISO_RIGETTO,
                Scopo.ESITO_DOMANDA,
                Scopo.CONVOCAZIONE_TAVOLO,
                Scopo.CONVOCAZIONE_ASSEMBLEA))
        .allMatch(scopo -> scopo.invio() == Invio.SUBITO);
  }
}
