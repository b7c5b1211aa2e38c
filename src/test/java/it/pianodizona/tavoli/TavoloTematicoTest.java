package it.pianodizona.tavoli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import it.pianodizona.Copre;
import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Scadenze;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The tavolo "Minori e famiglia" of the real notice: meetings on 9 and 23 October 2024. */
@Copre("TavoloTematico")
class TavoloTematicoTest extends ProvaDiProcesso {

  private static final String LUOGO = "Sala Legrenzi, Palazzo Marinoni Barca, Clusone";

  @Autowired private Tavoli tavoli;
  @Autowired private Scadenze scadenze;
  @Autowired private Avvisi serviziAvvisi;
  @Autowired private Domande domande;
  @Autowired private Clock orologio;

  private AvvisoFixture avvisi;
  private RiferimentoPiano piano;
  private Avviso avviso;
  private long ponte;
  private long aurora;
  private long tavoloId;
  private ProcessInstance istanza;

  @BeforeEach
  void apreIlTavolo() {
    avvisi = new AvvisoFixture(serviziAvvisi, domande, orologio);
    piano = piano();
    avviso = avvisi.avvisoPubblicato(piano);
    ponte = avvisi.domanda(avviso, "Cooperativa Il Ponte", "ponte@example.org", "01234567897");
    aurora = avvisi.domanda(avviso, "Associazione Aurora", "aurora@example.org", "98765432103");
    avvisi.ammetti(ponte);
    avvisi.approvaElenco(avviso);
    adesso("2024-09-30T09:00");
    var id =
        avvia(
            "TavoloTematico",
            piano,
            Map.of("avvisoId", avviso.id(), "areaCodice", "minori-e-famiglia"));
    istanza =
        motore
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(id)
            .singleResult();
    tavoloId = (Long) motore.getRuntimeService().getVariable(id, "tavoloId");
    esegui();
  }

  @Test
  void gliIncontriSonoPropostiComeLiAnnunciaLAvviso() {
    var compito = compito("UserTask_ConvocareIncontri");

    assertThat(compito.getName()).isEqualTo("Convocare incontri – Minori e famiglia");
    assertThat(compito.getDueDate()).isEqualTo("2024-10-09T16:00:00");
    assertThat(modulo(compito))
        .containsEntry("area", "Minori e famiglia")
        .containsKey("senzaEmail");
    assertThat(modulo(compito).get("incontri").toString())
        .contains("\"data\":\"2024-10-09\"", "\"dalleOre\":\"16:00\"", "\"data\":\"2024-10-23\"");
    assertThat(modulo(compito).get("elencoMembri").toString())
        .contains(
            "Associazione Aurora (con riserva)",
            "Cooperativa Il Ponte",
            "ATS Bergamo",
            "ASST Bergamo Est");
  }

  @Test
  void ilTavoloArrivaAllaSintesiConPromemoriaEVerbali() {
    completa("UserTask_ConvocareIncontri", incontri(primo(), secondo()));

    assertThat(eventi(IncontroConvocato.class))
        .extracting(IncontroConvocato::numero, IncontroConvocato::sequenza)
        .containsExactly(tuple(1, 0), tuple(2, 0));
    assertThat(eventi(IncontroConvocato.class).get(0).destinatari())
        .extracting("email")
        .contains("aurora@example.org", "ponte@example.org");

    vaiA("2024-10-09T18:59");
    assertThat(aperti()).isEmpty();
    assertThat(promemoria(1)).containsExactly(7, 1);
    vaiA("2024-10-09T19:01");
    var verbale = compito("UserTask_RegistrareVerbale");
    assertThat(verbale.getName())
        .isEqualTo("Registrare verbale – Minori e famiglia, incontro n. 1");
    assertThat(verbale.getDueDate()).isEqualTo("2024-10-19T23:59:59");
    assertThat(modulo(verbale))
        .containsEntry("quando", "mercoledì 9 ottobre 2024, ore 16:00-19:00");
    completa(
        verbale,
        verbale(
            List.of("Cooperativa Il Ponte", "Associazione Aurora"),
            contributo("Cooperativa Il Ponte", "BISOGNO", "Più spazi per gli adolescenti"),
            contributo("Associazione Aurora", "DISSENSO", "Gli orari proposti non bastano")));

    vaiA("2024-10-23T20:00");
    assertThat(promemoria(2)).containsExactly(7, 1);
    completa(
        "UserTask_RegistrareVerbale",
        verbale(
            List.of("Cooperativa Il Ponte"),
            contributo("Cooperativa Il Ponte", "PROPOSTA", "Un centro aperto la sera"),
            contributo("Cooperativa Il Ponte", "RISORSA", "Una sala a Rovetta")));

    var sintesi = compito("UserTask_RedigereSintesi");
    assertThat(modulo(sintesi))
        .containsEntry("bisogni", "- Cooperativa Il Ponte: Più spazi per gli adolescenti")
        .containsEntry("proposte", "- Cooperativa Il Ponte: Un centro aperto la sera")
        .containsEntry(
            "incontriSvolti",
            "mercoledì 9 ottobre 2024, ore 16:00-19:00: 2 presenti; "
                + "mercoledì 23 ottobre 2024, ore 16:00-19:00: 1 presente");
    completa(
        sintesi,
        Map.of(
            "bisogni", "Spazi per gli adolescenti",
            "proposte", "Centro serale",
            "risorse", "Sala a Rovetta",
            "dissensi",
                List.of(
                    Map.of(
                        "membro",
                        membro("Associazione Aurora"),
                        "testo",
                        "Gli orari non bastano"))));

    assertThat(istanza).isEnded();
    assertThat(tavoli.sintesi(piano.pianoId()))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.area()).isEqualTo("Minori e famiglia");
              assertThat(s.dissensi())
                  .containsExactly("Associazione Aurora: Gli orari non bastano");
            });
    assertThat(tavoli.partecipazioni(piano.pianoId()))
        .extracting(Partecipazione::denominazione, Partecipazione::presenze)
        .containsExactly(tuple("Associazione Aurora", 1), tuple("Cooperativa Il Ponte", 2));
  }

  @Test
  void unPromemoriaIlCuiMomentoEPassatoNonParte() {
    adesso("2024-10-05T09:00");
    completa("UserTask_ConvocareIncontri", incontri(primo()));

    vaiA("2024-10-09T20:00");

    assertThat(promemoria(1)).containsExactly(1);
  }

  @Test
  void ilVerbaleInRitardoVieneSegnalatoMaNonFermaLIncontroSuccessivo() {
    completa("UserTask_ConvocareIncontri", incontri(primo(), secondo()));

    vaiA("2024-10-19T23:59:58");
    assertThat(eventi(VerbaleInRitardo.class)).isEmpty();
    vaiA("2024-10-20T00:01");
    assertThat(eventi(VerbaleInRitardo.class))
        .singleElement()
        .satisfies(ritardo -> assertThat(ritardo.numero()).isEqualTo(1));
    vaiA("2024-10-23T20:00");
    assertThat(promemoria(2)).containsExactly(7, 1);

    assertThat(compiti("UserTask_RegistrareVerbale")).hasSize(2);
    for (Task verbale : compiti("UserTask_RegistrareVerbale")) {
      completa(verbale, verbale(List.of("Cooperativa Il Ponte")));
    }
    assertThat(aperti()).containsExactly("UserTask_RedigereSintesi");
    assertThat(scadenze.elenco(piano.pianoId()))
        .filteredOn(scadenza -> scadenza.tipo().equals("VERBALE"))
        .hasSize(2)
        .first()
        .satisfies(
            scadenza ->
                assertThat(scadenza.motivazione())
                    .contains("10 giorni dal 09/10/2024", "Ufficio di Piano"));
  }

  @Test
  void unIncontroDesertoNonFermaIlTavolo() {
    completa("UserTask_ConvocareIncontri", incontri(primo()));
    vaiA("2024-10-09T20:00");

    completa(
        "UserTask_RegistrareVerbale",
        Map.of("deserto", true, "verbale", "Non si è presentato nessuno."));

    assertThat(modulo(compito("UserTask_RedigereSintesi")))
        .containsEntry("incontriSvolti", "mercoledì 9 ottobre 2024, ore 16:00-19:00: deserto")
        .containsEntry("bisogni", "Nessun contributo raccolto.");
  }

  @Test
  void senzaPresentiBisognaDichiarareCheLIncontroEDeserto() {
    completa("UserTask_ConvocareIncontri", incontri(primo()));
    vaiA("2024-10-09T20:00");
    var compito = compito("UserTask_RegistrareVerbale");

    assertThatThrownBy(() -> completa(compito, Map.of("verbale", "Non si è presentato nessuno.")))
        .hasMessageContaining("Presenti: nessuno risulta presente");
    assertThat(aperti()).containsExactly("UserTask_RegistrareVerbale");
  }

  @Test
  void nonSiConvocaUnIncontroGiaPassatoOCheFiniscePrimaDiCominciare() {
    var compito = compito("UserTask_ConvocareIncontri");

    assertThatThrownBy(() -> completa(compito, incontri(incontro("2024-09-29", "16:00", "19:00"))))
        .hasMessageContaining("domenica 29 settembre 2024, ore 16:00");
    assertThatThrownBy(() -> completa(compito, incontri(incontro("2024-10-09", "19:00", "16:00"))))
        .hasMessageContaining("deve finire dopo il suo inizio");
    assertThatThrownBy(
            () -> completa(compito, incontri(primo(), incontro("2024-10-09", "18:00", "20:00"))))
        .hasMessageContaining("comincia prima che finisca il precedente");
    assertThat(eventi(IncontroConvocato.class)).isEmpty();
  }

  @Test
  void convocareDiNuovoNonMandaDueVolteLaConvocazione() {
    completa("UserTask_ConvocareIncontri", incontri(primo()));

    tavoli.convoca(tavoloId);

    assertThat(eventi(IncontroConvocato.class)).hasSize(1);
  }

  @Test
  void chiVieneEsclusoLasciaIlTavolo() {
    completa("UserTask_ConvocareIncontri", incontri(primo()));

    avvisi.escludi(aurora);
    vaiA("2024-10-08T20:00");

    assertThat(eventi(IncontroRicordato.class).get(1).destinatari())
        .extracting("email")
        .contains("ponte@example.org")
        .doesNotContain("aurora@example.org");
  }

  @Test
  void chiVieneAmmessoDopoSiSiedeEVieneConvocatoAgliIncontriCheRestano() {
    completa("UserTask_ConvocareIncontri", incontri(primo(), secondo()));
    var tardi = avvisi.domanda(avviso, "Oratorio San Luigi", "luigi@example.org", "11223344554");

    vaiA("2024-10-10T09:00");
    avvisi.ammetti(tardi);

    assertThat(eventi(IncontroConvocato.class))
        .last()
        .satisfies(
            invito -> {
              assertThat(invito.numero()).isEqualTo(2);
              assertThat(invito.destinatari())
                  .extracting("email")
                  .containsExactly("luigi@example.org");
            });
    assertThat(tavoli.membri(tavoloId))
        .extracting(Membro::denominazione)
        .contains("Oratorio San Luigi");
  }

  @Test
  void laRiservaScioltaScompareDalTavolo() {
    avvisi.ammetti(aurora);

    assertThat(tavoli.membri(tavoloId))
        .extracting(Membro::etichetta)
        .contains("Associazione Aurora");
  }

  @Test
  void cioCheSiScriveNeiModuliNonDiventaVariabileDelProcesso() {
    completa("UserTask_ConvocareIncontri", incontri(primo()));

    assertThat(motore.getRuntimeService().getVariables(istanza.getId()))
        .containsOnlyKeys(
            "pianoId",
            "codiceAmbito",
            "triennio",
            "avvisoId",
            "areaCodice",
            "tavoloId",
            "incontri");
  }

  private List<Integer> promemoria(int incontro) {
    return eventi(IncontroRicordato.class).stream()
        .filter(ricordo -> ricordo.numero() == incontro)
        .map(IncontroRicordato::giorniPrima)
        .toList();
  }

  private static Map<String, String> primo() {
    return incontro("2024-10-09", "16:00", "19:00");
  }

  private static Map<String, String> secondo() {
    return incontro("2024-10-23", "16:00", "19:00");
  }

  private static Map<String, String> incontro(String data, String dalle, String alle) {
    return Map.of(
        "data", data,
        "dalleOre", dalle,
        "alleOre", alle,
        "luogo", LUOGO,
        "ordineDelGiorno", "Lettura dei bisogni");
  }

  @SafeVarargs
  private static Map<String, Object> incontri(Map<String, String>... righe) {
    return Map.of("incontri", List.of(righe));
  }

  @SafeVarargs
  private Map<String, Object> verbale(List<String> presenti, Map<String, String>... contributi) {
    return Map.of(
        "presenti",
        presenti.stream().map(this::membro).toList(),
        "verbale",
        "Discussione e proposte raccolte.",
        "contributi",
        List.of(contributi));
  }

  private Map<String, String> contributo(String chi, String tipo, String testo) {
    return Map.of("membro", membro(chi), "tipo", tipo, "testo", testo);
  }

  private String membro(String denominazione) {
    return tavoli.membri(tavoloId).stream()
        .filter(m -> m.denominazione().equals(denominazione))
        .map(m -> String.valueOf(m.id()))
        .findFirst()
        .orElseThrow();
  }
}
