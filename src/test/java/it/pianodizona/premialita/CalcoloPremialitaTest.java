package it.pianodizona.premialita;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.premialita.SchemaPremialita.Quota;
import it.pianodizona.premialita.processo.TabellePremialitaTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the premialità of an Ambito is divided among its projects, with the shipped tables. */
class CalcoloPremialitaTest {

  private static final Quota NESSUNA = new Quota(Denaro.ZERO, "");
  private static final Quota PIENA = new Quota(Denaro.euro(30000), "");

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 40000", "3, 90000", "4, 90000", "9, 90000"})
  void nel2021IlTotaleDellAmbitoEEsatto(int validi, long totale) {
    assertThat(totale(calcola(LetturaPremialita.ADDITIVA, sovrazonali(validi))))
        .isEqualTo(Denaro.euro(totale));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 40000", "3, 50000", "5, 50000"})
  void conLaLetturaSoloUnicaDalTerzoObiettivoSpettaSoloQuella(int validi, long totale) {
    assertThat(totale(calcola(LetturaPremialita.SOLO_UNICA, sovrazonali(validi))))
        .isEqualTo(Denaro.euro(totale));
  }

  @Test
  void lOrdineDiValutazioneDecideChiPortaLaPremialitaUnica() {
    // the project created first is evaluated last
    var progetti =
        List.of(
            progetto(1, 40, true, null),
            progetto(2, 10, true, null),
            progetto(3, 30, true, null),
            progetto(4, 20, true, null));

    var esiti = calcola(LetturaPremialita.ADDITIVA, progetti);

    assertThat(esiti.get(2L).importo()).isEqualTo(Denaro.euro(20000));
    assertThat(esiti.get(4L).importo()).isEqualTo(Denaro.euro(20000));
    assertThat(esiti.get(3L).importo()).isEqualTo(Denaro.euro(50000));
    assertThat(esiti.get(3L).ripartizione().acconto()).isEqualTo(Denaro.euro(10000));
    assertThat(esiti.get(3L).ripartizione().saldo()).isEqualTo(Denaro.euro(40000));
    assertThat(esiti.get(1L).importo()).isEqualTo(Denaro.ZERO);
    assertThat(esiti.get(1L).motivo()).contains("già attribuita al terzo");
  }

  @Test
  void ilProgettoValutatoNegativamenteNonContaENeConosceIlPerche() {
    var progetti =
        List.of(
            progetto(1, 10, true, null), progetto(2, 20, false, null), progetto(3, 30, true, null));

    var esiti = calcola(LetturaPremialita.ADDITIVA, progetti);

    assertThat(totale(esiti)).isEqualTo(Denaro.euro(40000));
    assertThat(esiti.get(2L).riconosciuta()).isFalse();
    assertThat(esiti.get(2L).motivo()).contains("Giudizio del progetto 2");
  }

  @Test
  void unSoloObiettivoValidoNonDaPremialita() {
    var esiti = calcola(LetturaPremialita.ADDITIVA, sovrazonali(1));

    assertThat(esiti.get(1L).riconosciuta()).isFalse();
    assertThat(esiti.get(1L).motivo()).contains("ne servono almeno due");
  }

  @Test
  void nel2018OgniObiettivoStrategicoPremiaIlPrimoProgettoValutato() {
    var progetti =
        List.of(
            progetto(1, 30, true, ObiettivoStrategico.OS1),
            progetto(2, 10, true, ObiettivoStrategico.OS1),
            progetto(3, 20, true, ObiettivoStrategico.OS2),
            progetto(4, 40, true, ObiettivoStrategico.OS3),
            progetto(5, 50, false, ObiettivoStrategico.OS3));

    var esiti =
        new CalcoloPremialita(TabellePremialitaTest.schema(), LetturaPremialita.ADDITIVA)
            .ripartisci("2018-2020", progetti, PIENA, Optional.empty(), Map.of());

    assertThat(esiti.get(2L).importo()).isEqualTo(Denaro.euro(15000));
    assertThat(esiti.get(1L).importo()).isEqualTo(Denaro.ZERO);
    assertThat(totale(esiti)).isEqualTo(Denaro.euro(30000));
  }

  @Test
  void nel2018SenzaPrimoLivelloNonCEIlSecondo() {
    var esiti =
        new CalcoloPremialita(TabellePremialitaTest.schema(), LetturaPremialita.ADDITIVA)
            .ripartisci(
                "2018-2020",
                List.of(progetto(1, 1, true, ObiettivoStrategico.OS1)),
                NESSUNA,
                Optional.empty(),
                Map.of());

    assertThat(esiti.get(1L).riconosciuta()).isFalse();
    assertThat(esiti.get(1L).motivo()).contains("primo livello");
  }

  @Test
  void nel2025GliImportiMancanoFinoAllAttoRegionale() {
    var progetti = List.of(progetto(1, 1, true, null), progetto(2, 2, false, null));
    var calcolo = new CalcoloPremialita(TabellePremialitaTest.schema(), LetturaPremialita.ADDITIVA);

    var prima = calcolo.ripartisci("2025-2027", progetti, NESSUNA, Optional.empty(), Map.of());
    assertThat(prima.get(1L).daCompletare()).isTrue();
    assertThat(prima.get(1L).riconosciuta()).isTrue();
    assertThat(prima.get(2L).riconosciuta()).isFalse();

    var atto =
        new AttoRegionale(
            "2025-2027", "D.d.s. 9876", LocalDate.of(2025, 3, 1), Denaro.euro("33333.33"), 33);
    var dopo = calcolo.ripartisci("2025-2027", progetti, NESSUNA, Optional.of(atto), Map.of());
    assertThat(dopo.get(1L).importo()).isEqualTo(Denaro.euro("33333.33"));
    assertThat(dopo.get(1L).ripartizione().acconto()).isEqualTo(Denaro.euro("11000.00"));
    assertThat(dopo.get(1L).ripartizione().saldo()).isEqualTo(Denaro.euro("22333.33"));
    assertThat(dopo.get(1L).ripartizione().totale()).isEqualTo(dopo.get(1L).importo());
  }

  private static Map<Long, Determinazione> calcola(
      LetturaPremialita lettura, List<Progetto> progetti) {
    return new CalcoloPremialita(TabellePremialitaTest.schema(), lettura)
        .ripartisci("2021-2023", progetti, NESSUNA, Optional.empty(), Map.of());
  }

  private static Denaro totale(Map<Long, Determinazione> esiti) {
    return Denaro.somma(esiti.values().stream().map(Determinazione::importo).toList());
  }

  private static List<Progetto> sovrazonali(int quanti) {
    var progetti = new ArrayList<Progetto>();
    for (int i = 1; i <= quanti; i++) {
      progetti.add(progetto(i, i, true, null));
    }
    return progetti;
  }

  private static Progetto progetto(
      long id, long ordine, boolean positiva, ObiettivoStrategico obiettivo) {
    var scheda =
        new SchedaProgetto(
            Macroarea.A,
            obiettivo,
            "Un progetto",
            List.of(),
            Set.of(),
            Continuita.NUOVO,
            null,
            Denaro.euro(80000));
    var valutazione = new Valutazione(positiva, "Giudizio del progetto " + id, "gruppo.tecnico");
    return new Progetto(
        id,
        1,
        "50084",
        id,
        "Progetto " + id,
        Macroarea.A,
        scheda,
        Set.of(),
        valutazione,
        Set.of(),
        ordine,
        true,
        null,
        null,
        null,
        null,
        null,
        Denaro.ZERO);
  }
}
