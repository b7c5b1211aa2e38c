package it.pianodizona.dimostrazione.web;

import it.pianodizona.dimostrazione.Dimostrazione;
import it.pianodizona.dimostrazione.processo.MacchinaDelTempo;
import java.time.OffsetDateTime;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the working date to the pages that show it. */
@RestController
@Dimostrazione
class OrologioController {

  private final MacchinaDelTempo macchina;

  OrologioController(MacchinaDelTempo macchina) {
    this.macchina = macchina;
  }

  /**
   * @param adesso the working date, ISO with offset
   * @param avanzabile whether the demo page may move it
   */
  record Orologio(OffsetDateTime adesso, boolean avanzabile) {}

  @GetMapping("/api/demo/orologio")
  Orologio orologio() {
    return new Orologio(macchina.adesso().toOffsetDateTime(), true);
  }
}
