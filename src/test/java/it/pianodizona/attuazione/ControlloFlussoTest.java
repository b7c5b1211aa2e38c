package it.pianodizona.attuazione;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.fascicolo.CellaErrata;
import it.pianodizona.fascicolo.FoglioDiCalcolo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlloFlussoTest {

  private static final Set<String> COMUNI = Set.of("016012", "016077");

  private final Flusso spesa = new Flussi().flusso("SPESA_SOCIALE");

  @Test
  void unFileGiustoNonHaErroriInQualunqueOrdineDiColonne() {
    assertThat(
            errori("codice_istat;area;utenti;spesa;gestione", "016012;ANZIANI;12;1500,50;SINGOLA"))
        .isEmpty();
    assertThat(errori("SPESA;utenti;gestione;area;codice_istat", "0;0;ASSOCIATA;DISABILI;016077"))
        .isEmpty();
  }

  @Test
  void ogniCellaSbagliataEIndicataConQuelloCheEAmmesso() {
    assertThat(
            errori(
                "codice_istat;area;utenti;spesa;gestione",
                "016012;ANZIANI;12;1500.50;ASSOCIATA",
                "016999;GIOVANI;-1;1.500,00;SINGOLA",
                ";ANZIANI;;10,123;SINGOLA"))
        .extracting(CellaErrata::toString)
        .containsExactly(
            "A3 (codice_istat): trovato «016999»; ammesso: il codice ISTAT a sei cifre di un Comune"
                + " dell'Ambito",
            "B3 (area): trovato «GIOVANI»; ammesso: uno tra ANZIANI, DISABILI, MINORI_FAMIGLIA,"
                + " IMMIGRAZIONE, DIPENDENZE, EMARGINAZIONE, SALUTE_MENTALE, COMPARTECIPAZIONE,"
                + " SERVIZIO_SOCIALE",
            "C3 (utenti): trovato «-1»; ammesso: un numero intero da 0 a 1000000",
            "D3 (spesa): trovato «1.500,00»; ammesso: un importo in euro da 0 a 1000000000, con al massimo"
                + " due decimali",
            "A4 (codice_istat): manca il valore; ammesso: il codice ISTAT a sei cifre di un Comune"
                + " dell'Ambito",
            "C4 (utenti): manca il valore; ammesso: un numero intero da 0 a 1000000",
            "D4 (spesa): trovato «10,123»; ammesso: un importo in euro da 0 a 1000000000, con al massimo"
                + " due decimali");
  }

  @Test
  void oltreDuecentoErroriNonSiContaPiu() {
    var righe = new String[500];
    Arrays.fill(righe, "016012;ANZIANI;x;1;SINGOLA");
    assertThat(errori("codice_istat;area;utenti;spesa;gestione", righe)).hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "codice_istat;area;utenti",
        "codice_istat;area;utenti;spesa;note",
        "a;b;c;d",
      })
  void unFileConColonneDiverseERifiutatoConIlLoroElenco(String intestazioni) {
    assertThatThrownBy(() -> errori(intestazioni, "016012;ANZIANI;1;1"))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("codice_istat, area, utenti, spesa");
  }

  @Test
  void unFileSenzaRigheERifiutato() {
    assertThatThrownBy(() -> errori("codice_istat;area;utenti;spesa;gestione"))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("almeno una riga");
  }

  private List<CellaErrata> errori(String intestazioni, String... righe) {
    var colonne = Arrays.asList(intestazioni.split(";", -1));
    var lette = new ArrayList<FoglioDiCalcolo.Riga>();
    for (int i = 0; i < righe.length; i++) {
      var celle = new ArrayList<>(Arrays.asList(righe[i].split(";", -1)));
      while (celle.size() < colonne.size()) {
        celle.add("");
      }
      lette.add(new FoglioDiCalcolo.Riga(i + 2, celle));
    }
    return ControlloFlusso.errori(spesa, new FoglioDiCalcolo(colonne, lette), COMUNI);
  }
}
