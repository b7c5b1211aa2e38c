package it.pianodizona.assemblea;

import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.comune.Termini;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sitting of 24 Comuni convened for 30/10/2024 at 18:00, with the clock at 18:30. */
abstract class ProvaDiSeduta extends ProvaDiProcesso {

  static final String CHI = "presidente";

  @Autowired Sedute sedute;
  @Autowired Assemblea assemblea;
  @Autowired Regolamenti regolamenti;
  @Autowired JdbcClient jdbc;
  @Autowired private Anagrafica anagrafica;

  RiferimentoPiano piano;
  List<String> comuni;
  long seduta;

  @BeforeEach
  void unaSedutaAperta() {
    adesso("2024-10-21T09:00");
    piano = piano();
    comuni =
        anagrafica.comuniDi(AMBITO, LocalDate.of(2024, 10, 30)).stream()
            .map(Comune::codiceIstat)
            .toList();
    regole();
    seduta =
        assemblea
            .convoca(
                assemblea.apriApprovazione(piano.pianoId()),
                new Convocazione(
                    alle("2024-10-30T18:00"),
                    null,
                    "Sede della Comunità Montana, Clusone",
                    "1. Piano di Zona. 2. Schema.",
                    false,
                    null))
            .id();
    adesso("2024-10-30T18:30");
  }

  /** Adopts the rules a test needs, before the sitting is convened. */
  void regole() {}

  void entrano(Collection<String> quali) {
    sedute.registra(seduta, Movimento.Tipo.ENTRATA, quali, null, CHI);
  }

  void escono(Collection<String> quali) {
    sedute.registra(seduta, Movimento.Tipo.USCITA, quali, null, CHI);
  }

  Votazione vota(Punto punto) {
    return sedute.vota(seduta, punto, null, tutti(Voto.FAVOREVOLE), CHI);
  }

  /** Everybody in the room votes the same. */
  Map<String, Voto> tutti(Voto voto) {
    var voti = new HashMap<String, Voto>();
    sedute.quadro(seduta).presenti().forEach(c -> voti.put(c, voto));
    return voti;
  }

  static ZonedDateTime alle(String quando) {
    return LocalDateTime.parse(quando).atZone(Termini.ROMA);
  }
}
