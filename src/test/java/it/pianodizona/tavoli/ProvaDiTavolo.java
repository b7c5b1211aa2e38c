package it.pianodizona.tavoli;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.Istruttorie;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tavolo "Minori e famiglia" of the real notice, meetings on 9 and 23 October 2024: Il Ponte is
 * admitted, Aurora with reserve.
 */
abstract class ProvaDiTavolo extends ProvaDiProcesso {

  static final String LUOGO = "Sala Legrenzi, Palazzo Marinoni Barca, Clusone";
  static final String MINORI = "minori-e-famiglia";
  static final String PONTE = "Cooperativa Il Ponte";
  static final String AURORA = "Associazione Aurora";

  @Autowired Tavoli tavoli;
  @Autowired Incontri incontri;
  @Autowired Verbali verbali;
  @Autowired Contributi contributi;
  @Autowired PostiAlTavolo posti;
  @Autowired JdbcClient jdbc;
  @Autowired private Avvisi serviziAvvisi;
  @Autowired Domande domande;
  @Autowired private Istruttorie istruttorie;
  @Autowired private Clock orologio;

  AvvisoFixture avvisi;
  RiferimentoPiano piano;
  Avviso avviso;
  long ponte;
  long aurora;
  long tavoloId;
  ProcessInstance istanza;

  @BeforeEach
  void apreIlTavolo() {
    avvisi = new AvvisoFixture(serviziAvvisi, domande, istruttorie, orologio);
    piano = piano();
    avviso = avvisi.avvisoPubblicato(piano);
    ponte = avvisi.domanda(avviso, PONTE, "ponte@example.org", "01234567897");
    aurora = avvisi.domanda(avviso, AURORA, "aurora@example.org", "98765432103");
    avvisi.ammetti(ponte);
    avvisi.approvaElenco(avviso);
    adesso("2024-09-30T09:00");
    istanza = avviaTavolo(MINORI);
    tavoloId = (Long) motore.getRuntimeService().getVariable(istanza.getId(), "tavoloId");
  }

  ProcessInstance avviaTavolo(String area) {
    var id = avvia("TavoloTematico", piano, Map.of("avvisoId", avviso.id(), "areaCodice", area));
    esegui();
    return motore
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(id)
        .singleResult();
  }

  void convoca(List<Map<String, Object>> righe) {
    completa("UserTask_ConvocareIncontri", Map.of("incontri", righe));
  }

  /** The two announced meetings, convened together. */
  void convocaEntrambi() {
    convoca(List.of(primo(), secondo()));
  }

  static Map<String, Object> primo() {
    return riga("2024-10-09", "16:00", "19:00");
  }

  static Map<String, Object> secondo() {
    return riga("2024-10-23", "16:00", "19:00");
  }

  static Map<String, Object> riga(String data, String dalle, String alle) {
    return Map.of(
        "data", data,
        "dalleOre", dalle,
        "alleOre", alle,
        "luogo", LUOGO,
        "ordineDelGiorno", "Lettura dei bisogni");
  }

  Incontro incontro(int numero) {
    return incontri.delTavolo(tavoloId).stream()
        .filter(i -> i.numero() == numero)
        .findFirst()
        .orElseThrow();
  }

  void aggiorna(Object... campi) {
    var dati = new HashMap<String, Object>();
    for (int i = 0; i < campi.length; i += 2) {
      dati.put((String) campi[i], campi[i + 1]);
    }
    completa("UserTask_AggiornareTavolo", dati);
  }

  void sposta(int numero, String data, String dalle, String alle) {
    aggiorna(
        "azione",
        "SPOSTA",
        "incontro",
        String.valueOf(incontro(numero).id()),
        "data",
        data,
        "dalleOre",
        dalle,
        "alleOre",
        alle,
        "motivo",
        "La sala non è disponibile.");
  }

  @SafeVarargs
  final Map<String, Object> verbale(List<String> presenti, Map<String, String>... contributi) {
    return Map.of(
        "presenti",
        presenti.stream().map(this::membro).toList(),
        "verbale",
        "Discussione e proposte raccolte.",
        "contributi",
        List.of(contributi));
  }

  Map<String, String> contributo(String chi, String tipo, String testo) {
    return Map.of("membro", membro(chi), "tipo", tipo, "testo", testo);
  }

  String membro(String denominazione) {
    return tavoli.anchePassati(tavoloId).stream()
        .filter(m -> m.denominazione().equals(denominazione))
        .map(m -> String.valueOf(m.id()))
        .findFirst()
        .orElseThrow();
  }

  /** The verbale of the one meeting that waits for it, from the draft to the approval. */
  void verbalizzaEApprova(Map<String, ?> verbale, String dopoIlTermine) {
    completa("UserTask_RegistrareVerbale", verbale);
    vaiA(dopoIlTermine);
    completa("UserTask_ApprovareVerbale", Map.of());
  }

  /** The secret of the page of a body, as its last letter carries it. */
  String gettone(String denominazione) {
    return gettoni(denominazione).get(0);
  }

  private List<String> gettoni(String denominazione) {
    var gettoni =
        jdbc.sql(
                """
                select c.token from collegamento_tavoli c
                join soggetto_tavoli s on s.id = c.soggetto_id
                where s.denominazione = ? and s.avviso_id = ? and c.revocato is null""")
            .params(denominazione, avviso.id())
            .query(String.class)
            .list();
    assertThat(gettoni).hasSize(1);
    return gettoni;
  }

  /** Calendar files sent to an address about this notice's plan, in order. */
  List<String> inviti(String email) {
    return jdbc.sql(
            """
            select ics from messaggio
            where destinatario_email = ? and triennio = ? and ics is not null order by id""")
        .params(email, piano.triennio())
        .query(String.class)
        .list();
  }

  /** The last value of a property: those of the time zone come first. */
  static String voce(String ics, String nome) {
    return ics.replace("\r\n ", "")
        .lines()
        .filter(riga -> riga.startsWith(nome + ":") || riga.startsWith(nome + ";"))
        .map(riga -> riga.substring(riga.indexOf(':') + 1))
        .reduce((prima, ultima) -> ultima)
        .orElseThrow();
  }

  List<Integer> promemoria(int incontro) {
    return eventi(IncontroRicordato.class).stream()
        .filter(ricordo -> ricordo.incontro().numero() == incontro)
        .map(IncontroRicordato::giorniPrima)
        .toList();
  }

  List<String> daTenere() {
    return compiti("UserTask_RegistrareVerbale").stream().map(Task::getName).toList();
  }
}
