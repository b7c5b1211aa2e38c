package it.pianodizona.motore.accesso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.incarichi.Incarichi;
import it.pianodizona.motore.incarichi.NuovoIncarico;
import it.pianodizona.motore.incarichi.TipoIncarico;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Roles with dates, delegations and substitutions, as people meet them. */
class IncarichiTest extends ProvaHttp {

  private static final LocalDate OGGI = LocalDate.of(2031, 3, 10);
  private static final String ATTO = "determina n. 12 del 01/03/2031";

  @Autowired private Incarichi incarichi;
  @Autowired private JdbcClient jdbc;
  private final List<String> creati = new ArrayList<>();

  @BeforeEach
  void fermaLOrologio() {
    eIl(OGGI);
  }

  @AfterEach
  void pulisci() {
    ClockUtil.reset();
    creati.forEach(u -> motore.getIdentityService().deleteUser(u));
    List.of("atto_per_conto", "incarico", "appartenenza_concessa")
        .forEach(t -> jdbc.sql("delete from " + t).update());
  }

  @Test
  void lIncaricoValeDalPrimoAllUltimoGiorno() {
    var anna = persona("anna");
    var compito = compito(istanza(MIO));
    incarichi.assegna(
        incarico(anna, "ufficio-di-piano", MIO, OGGI.plusDays(1), OGGI.plusDays(2)), "admin");

    assertThat(vede(anna, compito)).isFalse();
    eIl(OGGI.plusDays(1));
    assertThat(vede(anna, compito)).isTrue();
    eIl(OGGI.plusDays(2));
    incarichi.allineaTutti();
    assertThat(vede(anna, compito)).isTrue();
    eIl(OGGI.plusDays(3));
    incarichi.allineaTutti();
    assertThat(vede(anna, compito)).isFalse();
  }

  @Test
  void lIncaricoRevocatoFinisceSubito() {
    var anna = persona("anna");
    var compito = compito(istanza(MIO));
    long id = incarichi.assegna(incarico(anna, "ufficio-di-piano", MIO, OGGI, null), "admin");
    assertThat(vede(anna, compito)).isTrue();

    incarichi.revoca(id, "admin");

    assertThat(vede(anna, compito)).isFalse();
    assertThat(incarichi.elenco(anna)).hasSize(1);
  }

  @Test
  void ruoliDiversiInAmbitiDiversiNonSiMescolano() {
    var anna = persona("anna");
    incarichi.assegna(incarico(anna, "ufficio-di-piano", MIO, OGGI, null), "admin");

    assertThatThrownBy(() -> incarichi.assegna(incarico(anna, "rup", ALTRUI, OGGI, null), "admin"))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("usa un accesso per ciascuno");
    assertThatThrownBy(
            () -> incarichi.assegna(incarico(anna, "regione", null, OGGI, null), "admin"))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("in tutti gli Ambiti");
    // the same when the other role begins later
    assertThatThrownBy(
            () ->
                incarichi.assegna(incarico(anna, "rup", ALTRUI, OGGI.plusYears(1), null), "admin"))
        .isInstanceOf(DatoNonValido.class);
    // one role in two Ambiti, or two in one, do not mix
    incarichi.assegna(incarico(anna, "ufficio-di-piano", ALTRUI, OGGI, null), "admin");
    assertThat(incarichi.elenco(anna)).hasSize(2);
  }

  @Test
  void ruoliDiversiInTempiDiversiSonoAmmessi() {
    var anna = persona("anna");
    incarichi.assegna(incarico(anna, "ufficio-di-piano", MIO, OGGI, OGGI.plusDays(9)), "admin");
    incarichi.assegna(incarico(anna, "rup", ALTRUI, OGGI.plusDays(10), null), "admin");

    eIl(OGGI.plusDays(10));
    incarichi.allineaTutti();

    assertThat(gruppi(anna)).containsExactly("rup");
  }

  @Test
  void cioCheEDatoAManoRestaDoveSta() {
    var anna = persona("anna");
    motore.getIdentityService().createMembership(anna, "rup");
    motore.getIdentityService().createTenantUserMembership(MIO, anna);
    long id = incarichi.assegna(incarico(anna, "ufficio-di-piano", MIO, OGGI, null), "admin");

    incarichi.revoca(id, "admin");

    assertThat(gruppi(anna)).containsExactly("rup");
    assertThat(
            motore.getIdentityService().createTenantQuery().userMember(anna).singleResult().getId())
        .isEqualTo(MIO);
    assertThatThrownBy(
            () ->
                incarichi.assegna(incarico(anna, "ufficio-di-piano", ALTRUI, OGGI, null), "admin"))
        .hasMessageContaining("«rup» anche nell'Ambito 50001");
  }

  @Test
  void chiSostituisceVedeECompletaEOgniAttoPortaIDueNomi() {
    var anna = persona("anna");
    var bruno = persona("bruno");
    incarichi.assegna(incarico(anna, "ufficio-di-piano", MIO, OGGI, null), "admin");
    var preso = compito(istanza(MIO));
    var proprio = compito(istanza(MIO));
    assertThat(
            manda(anna, "POST", "/task/" + preso + "/claim", Map.of("userId", anna)).statusCode())
        .isEqualTo(204);
    assertThat(vede(bruno, preso)).isFalse();

    incarichi.assegna(supplenza(bruno, anna, OGGI, OGGI.plusDays(5)), "admin");

    // what the absent person had taken is back in the office
    assertThat(motore.getTaskService().createTaskQuery().taskId(preso).singleResult().getAssignee())
        .isNull();
    assertThat(vede(bruno, preso)).isTrue();
    assertThat(completa(bruno, preso)).isEqualTo(204);
    assertThat(completa(anna, proprio)).isEqualTo(204);
    assertThat(
            jdbc.sql("select chi, per_conto_di, titolo, ruolo, compito from atto_per_conto")
                .query()
                .listOfRows())
        .singleElement()
        .satisfies(
            riga -> {
              assertThat(riga.get("chi")).isEqualTo(bruno);
              assertThat(riga.get("per_conto_di")).isEqualTo(anna);
              assertThat(riga.get("titolo")).isEqualTo("SUPPLENZA");
              assertThat(riga.get("ruolo")).isEqualTo("ufficio-di-piano");
              assertThat(riga.get("compito")).isEqualTo(preso);
            });
    eIl(OGGI.plusDays(6));
    incarichi.allineaTutti();
    assertThat(gruppi(bruno)).isEmpty();
  }

  @Test
  void siDelegaSoloUnRuoloCheSiHaPerTuttoIlPeriodo() {
    var anna = persona("anna");
    var bruno = persona("bruno");
    incarichi.assegna(incarico(anna, "rup", MIO, OGGI, OGGI.plusDays(10)), "admin");

    assertThatThrownBy(
            () ->
                incarichi.assegna(
                    delega(bruno, anna, "ufficio-di-piano", OGGI, OGGI.plusDays(1)), "admin"))
        .hasMessageContaining("non può delegarlo");
    assertThatThrownBy(
            () -> incarichi.assegna(delega(bruno, anna, "rup", OGGI, OGGI.plusDays(11)), "admin"))
        .hasMessageContaining("per tutto il periodo");
    incarichi.assegna(delega(bruno, anna, "rup", OGGI, OGGI.plusDays(10)), "admin");

    assertThat(gruppi(bruno)).containsExactly("rup");
    // what one has for somebody else is not handed on
    var carla = persona("carla");
    assertThatThrownBy(
            () -> incarichi.assegna(delega(carla, bruno, "rup", OGGI, OGGI.plusDays(2)), "admin"))
        .hasMessageContaining("non può delegarlo");
  }

  @Test
  void dallaPaginaSiAssegnaSiImportaESiRevoca() {
    var anna = persona("anna");
    var browser = tasklist("admin");
    var pagina = browser.chiedi("/amministrazione/incarichi");
    assertThat(pagina.statusCode()).isEqualTo(200);

    var assegnata =
        browser.invia(
            "/amministrazione/incarichi",
            "application/x-www-form-urlencoded",
            gettone(pagina.body())
                + "&persona="
                + anna
                + "&tipo=INCARICO&ruolo=ufficio-di-piano&ambito=50084&dal=2031-03-10&atto=prova");
    assertThat(assegnata.statusCode()).isEqualTo(302);
    assertThat(gruppi(anna)).containsExactly("ufficio-di-piano");

    var errata =
        browser.invia(
            "/amministrazione/incarichi",
            "application/x-www-form-urlencoded",
            gettone(pagina.body()) + "&persona=nessuno&tipo=INCARICO&ruolo=rup&dal=x&atto=prova");
    assertThat(errata.statusCode()).isEqualTo(200);
    assertThat(errata.body()).contains("una data nella forma aaaa-mm-gg");

    var importata =
        browser.invia(
            "/amministrazione/incarichi/importa",
            "multipart/form-data; boundary=X",
            parte("_csrf", gettone(pagina.body()).substring("_csrf=".length()), "")
                + parte(
                    "file",
                    "persona;tipo;ruolo;ambito;per_conto_di;dal;al;atto\r\n"
                        + anna
                        + ";incarico;rup;50084;;2031-03-10;;=cmd|' /C calc'!A0\r\n",
                    "; filename=\"i.csv\"")
                + "--X--\r\n");
    assertThat(importata.statusCode()).isEqualTo(302);
    assertThat(gruppi(anna)).containsExactlyInAnyOrder("ufficio-di-piano", "rup");
    assertThat(browser.chiedi("/amministrazione/incarichi/elenco.csv").body()).contains(";'=cmd|");

    long id = incarichi.elenco(anna).get(0).id();
    assertThat(
            browser
                .invia(
                    "/amministrazione/incarichi/" + id + "/revoca",
                    "application/x-www-form-urlencoded",
                    gettone(pagina.body()))
                .statusCode())
        .isEqualTo(302);
    assertThat(gruppi(anna)).containsExactly("ufficio-di-piano");
  }

  @Test
  void unFileConUnErroreNonAssegnaNulla() {
    var anna = persona("anna");

    assertThatThrownBy(
            () ->
                incarichi.assegna(
                    List.of(
                        incarico(anna, "ufficio-di-piano", MIO, OGGI, null),
                        incarico(anna, "inventato", MIO, OGGI, null)),
                    "admin"))
        .hasMessageContaining("Riga 2");
    assertThat(incarichi.elenco(anna)).isEmpty();
    assertThat(gruppi(anna)).isEmpty();
  }

  private static String parte(String nome, String valore, String altro) {
    return "--X\r\nContent-Disposition: form-data; name=\""
        + nome
        + "\""
        + altro
        + "\r\n\r\n"
        + valore
        + "\r\n";
  }

  private static String gettone(String pagina) {
    var trovato = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(pagina);
    assertThat(trovato.find()).isTrue();
    return "_csrf=" + trovato.group(1);
  }

  private static NuovoIncarico incarico(
      String persona, String ruolo, String ambito, LocalDate dal, LocalDate al) {
    return new NuovoIncarico(persona, TipoIncarico.INCARICO, ruolo, ambito, null, dal, al, ATTO);
  }

  private static NuovoIncarico supplenza(
      String persona, String titolare, LocalDate dal, LocalDate al) {
    return new NuovoIncarico(persona, TipoIncarico.SUPPLENZA, null, null, titolare, dal, al, ATTO);
  }

  private static NuovoIncarico delega(
      String persona, String titolare, String ruolo, LocalDate dal, LocalDate al) {
    return new NuovoIncarico(persona, TipoIncarico.DELEGA, ruolo, MIO, titolare, dal, al, ATTO);
  }

  private int completa(String chi, String compito) {
    return manda(
            chi,
            "POST",
            "/task/" + compito + "/complete",
            Map.of("variables", Map.of("titolo", Map.of("value", "Prova"))))
        .statusCode();
  }

  private boolean vede(String chi, String compito) {
    return json(rest(chi, "/engine-rest/task")).findValuesAsText("id").contains(compito);
  }

  private List<String> gruppi(String persona) {
    return motore.getIdentityService().createGroupQuery().groupMember(persona).list().stream()
        .map(g -> g.getId())
        .toList();
  }

  private String persona(String nome) {
    var id = nome + UUID.randomUUID().toString().replace("-", "");
    var utente = motore.getIdentityService().newUser(id);
    utente.setPassword("demo");
    motore.getIdentityService().saveUser(utente);
    creati.add(id);
    return id;
  }

  private static void eIl(LocalDate giorno) {
    ClockUtil.setCurrentTime(Date.from(giorno.atTime(9, 0).atZone(Termini.ROMA).toInstant()));
  }
}
