package it.pianodizona.tavoli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import it.pianodizona.Copre;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.piano.Scadenze;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A tavolo from its composition to its synthesis, and what may happen on the way. */
@Copre({"TavoloTematico", "IncontroTavolo"})
class TavoloTematicoTest extends ProvaDiTavolo {

  @Autowired private Scadenze scadenze;
  @Autowired private Fascicolo fascicolo;

  @Test
  void gliIncontriSonoPropostiComeLiAnnunciaLAvvisoEIMembriSonoQuelliDellAvviso() {
    var compito = compito("UserTask_ConvocareIncontri");

    assertThat(compito.getName()).isEqualTo("Convocare incontri – Minori e famiglia");
    assertThat(compito.getDueDate()).isEqualTo("2024-10-09T16:00:00");
    assertThat(modulo(compito))
        .containsEntry("area", "Minori e famiglia")
        .containsKey("senzaEmail");
    assertThat(modulo(compito).get("incontri").toString())
        .contains("\"data\":\"2024-10-09\"", "\"dalleOre\":\"16:00\"", "\"data\":\"2024-10-23\"");
    assertThat(tavoli.membri(tavoloId))
        .extracting(Membro::etichetta)
        .contains(AURORA + " (con riserva)", PONTE, "ATS Bergamo", "ASST Bergamo Est")
        .filteredOn(nome -> nome.startsWith("Comune di "))
        .hasSize(24);
  }

  @Test
  void chiHaPresentatoDomandaTardiSiedeComeConsultivoEIlSindacatoComeTale() {
    vaiA("2024-10-03T09:00");
    var tardi = avvisi.domanda(avviso, "Oratorio San Luigi", "luigi@example.org", "11223344554");
    avvisi.ammetti(tardi);

    assertThat(tavoli.membri(tavoloId))
        .extracting(Membro::etichetta)
        .contains("Oratorio San Luigi (consultivo)");
  }

  @Test
  void ilTavoloArrivaAllaSintesiConPromemoriaVerbaliEOsservazioni() {
    convocaEntrambi();

    assertThat(eventi(IncontroConvocato.class))
        .extracting(e -> e.incontro().numero(), e -> e.incontro().sequenza())
        .containsExactly(tuple(1, 0), tuple(2, 0));
    assertThat(eventi(IncontroConvocato.class).get(0).invitati())
        .extracting(Invitato::email)
        .contains("aurora@example.org", "ponte@example.org");

    vaiA("2024-10-09T18:59");
    assertThat(aperti()).containsExactly("UserTask_AggiornareTavolo");
    assertThat(promemoria(1)).containsExactly(7, 1);
    vaiA("2024-10-09T19:01");
    var verbale = compito("UserTask_RegistrareVerbale");
    assertThat(verbale.getName())
        .isEqualTo("Registrare verbale – Minori e famiglia, incontro n. 1");
    assertThat(verbale.getDueDate()).isEqualTo("2024-10-19T23:59:59");
    assertThat(modulo(verbale))
        .containsEntry("quando", "mercoledì 9 ottobre 2024, ore 16:00-19:00")
        .containsEntry("verbale", "Ordine del giorno\nLettura dei bisogni\n\nSvolgimento\n");
    completa(
        verbale,
        verbale(
            List.of(PONTE, AURORA),
            contributo(PONTE, "BISOGNO", "Più spazi per gli adolescenti"),
            contributo(AURORA, "DISSENSO", "Gli orari proposti non bastano")));
    assertThat(eventi(VerbaleInviato.class))
        .singleElement()
        .satisfies(
            e ->
                assertThat(e.termineOsservazioni())
                    .hasToString("2024-10-14T23:59:59+02:00[Europe/Rome]"));
    vaiA("2024-10-15T00:00:01");
    completa("UserTask_ApprovareVerbale", Map.of());
    assertThat(eventi(VerbaleApprovato.class)).hasSize(1);
    assertThat(fascicolo.di(piano.pianoId(), "incontro:" + incontro(1).id()))
        .extracting(Documento::titolo)
        .containsExactly(
            "Bozza del verbale – Minori e famiglia, incontro n. 1",
            "Verbale – Minori e famiglia, incontro n. 1");

    vaiA("2024-10-23T20:00");
    assertThat(promemoria(2)).containsExactly(7, 1);
    verbalizzaEApprova(
        verbale(
            List.of(PONTE),
            contributo(PONTE, "PROPOSTA", "Un centro aperto la sera"),
            contributo(PONTE, "RISORSA", "Una sala a Rovetta")),
        "2024-10-29T09:00");

    var sintesi = compito("UserTask_RedigereSintesi");
    assertThat(aperti()).containsExactly("UserTask_RedigereSintesi");
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
            "dissensi", List.of(Map.of("membro", membro(AURORA), "testo", "Orari scomodi"))));

    assertThat(istanza).isEnded();
    assertThat(tavoli.sintesi(piano.pianoId()))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.area()).isEqualTo("Minori e famiglia");
              assertThat(s.dissensi()).containsExactly("Associazione Aurora: Orari scomodi");
            });
    assertThat(tavoli.partecipazioni(piano.pianoId()))
        .extracting(Partecipazione::denominazione, Partecipazione::presenze)
        .containsExactly(tuple(AURORA, 1), tuple(PONTE, 2));
  }

  @Test
  void iPromemoriaVannoSoloAChiNonHaRisposto() {
    convoca(List.of(primo()));
    vaiA("2024-10-02T15:00");
    posti.rispondi(gettone(PONTE), incontro(1).id(), EsitoRisposta.ASSENTE, "", "");

    vaiA("2024-10-02T17:00");
    assertThat(eventi(IncontroRicordato.class).get(0).invitati())
        .extracting(Invitato::email)
        .contains("aurora@example.org")
        .doesNotContain("ponte@example.org");
    posti.rispondi(gettone(AURORA), incontro(1).id(), EsitoRisposta.PRESENTE, "", "");
    vaiA("2024-10-08T17:00");
    assertThat(eventi(IncontroRicordato.class).get(1).invitati())
        .extracting(Invitato::email)
        .doesNotContain("aurora@example.org", "ponte@example.org");
  }

  @Test
  void ilVerbaleParteDalleRisposte() {
    convoca(List.of(primo()));
    posti.rispondi(gettone(PONTE), incontro(1).id(), EsitoRisposta.PRESENTE, "", "");
    posti.rispondi(
        gettone(AURORA),
        incontro(1).id(),
        EsitoRisposta.SOSTITUTO,
        "Carla Neri",
        "carla@example.org");
    assertThat(modulo(compito("UserTask_AggiornareTavolo")).get("elencoIncontri").toString())
        .contains("1 presente, 1 sostituto, ", " senza risposta");

    vaiA("2024-10-09T20:00");

    var modulo = modulo(compito("UserTask_RegistrareVerbale"));
    assertThat(modulo.get("presenti").toString()).contains(membro(PONTE), membro(AURORA));
    assertThat(modulo).containsEntry("sostituti", "Carla Neri per Associazione Aurora");
  }

  @Test
  void unPromemoriaIlCuiMomentoEPassatoNonParte() {
    adesso("2024-10-05T09:00");
    convoca(List.of(primo()));

    vaiA("2024-10-09T20:00");

    assertThat(promemoria(1)).containsExactly(1);
  }

  @Test
  void ilVerbaleInRitardoVieneRicordatoOgniSettimanaMaNonFermaLIncontroSuccessivo() {
    convocaEntrambi();

    vaiA("2024-10-19T23:59:58");
    assertThat(eventi(VerbaleInRitardo.class)).isEmpty();
    vaiA("2024-10-20T00:01");
    assertThat(eventi(VerbaleInRitardo.class))
        .singleElement()
        .satisfies(ritardo -> assertThat(ritardo.incontro().numero()).isEqualTo(1));
    vaiA("2024-10-23T20:00");
    assertThat(promemoria(2)).containsExactly(7, 1);
    vaiA("2024-11-01T12:00");
    assertThat(eventi(VerbaleInRitardo.class))
        .extracting(e -> e.segnalato().toString())
        .containsExactly("2024-10-20", "2024-10-27");

    assertThat(compiti("UserTask_RegistrareVerbale")).hasSize(2);
    for (Task verbale : compiti("UserTask_RegistrareVerbale")) {
      completa(verbale, verbale(List.of(PONTE)));
    }
    vaiA("2024-11-30T12:00");
    assertThat(eventi(VerbaleInRitardo.class)).hasSize(2);
    assertThat(compiti("UserTask_ApprovareVerbale")).hasSize(2);
    for (Task verbale : compiti("UserTask_ApprovareVerbale")) {
      completa(verbale, Map.of());
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
  void unIncontroDesertoNonFermaIlTavoloESiPuoRipetere() {
    convoca(List.of(primo()));
    vaiA("2024-10-09T20:00");
    completa(
        "UserTask_RegistrareVerbale",
        Map.of("deserto", true, "verbale", "Non si è presentato nessuno."));

    aggiorna(
        "azione", "AGGIUNGI",
        "data", "2024-10-30",
        "dalleOre", "17:00",
        "alleOre", "19:00",
        "luogo", LUOGO,
        "ordineDelGiorno", "Lettura dei bisogni, di nuovo");
    vaiA("2024-10-15T09:00");
    var approvare = compito("UserTask_ApprovareVerbale");
    assertThat(modulo(approvare)).containsEntry("deserto", true).containsEntry("ultimo", false);
    completa(approvare, Map.of());
    assertThat(aperti()).containsExactly("UserTask_AggiornareTavolo");

    vaiA("2024-10-30T20:00");
    assertThat(promemoria(2)).containsExactly(7, 1);
    verbalizzaEApprova(verbale(List.of(PONTE)), "2024-11-05T09:00");
    assertThat(modulo(compito("UserTask_RedigereSintesi")))
        .containsEntry(
            "incontriSvolti",
            "mercoledì 9 ottobre 2024, ore 16:00-19:00: deserto; "
                + "mercoledì 30 ottobre 2024, ore 17:00-19:00: 1 presente")
        .containsEntry("bisogni", "Nessun contributo raccolto.");
  }

  @Test
  void senzaPresentiBisognaDichiarareCheLIncontroEDeserto() {
    convoca(List.of(primo()));
    vaiA("2024-10-09T20:00");
    var compito = compito("UserTask_RegistrareVerbale");

    assertThatThrownBy(() -> completa(compito, Map.of("verbale", "Non si è presentato nessuno.")))
        .hasMessageContaining("Presenti: nessuno risulta presente");
    assertThat(aperti()).contains("UserTask_RegistrareVerbale");
  }

  @Test
  void nonSiConvocaUnIncontroGiaPassatoOCheFiniscePrimaDiCominciare() {
    var compito = compito("UserTask_ConvocareIncontri");

    assertThatThrownBy(() -> convoca(List.of(riga("2024-09-29", "16:00", "19:00"))))
        .hasMessageContaining("domenica 29 settembre 2024, ore 16:00");
    assertThatThrownBy(() -> convoca(List.of(riga("2024-10-09", "19:00", "16:00"))))
        .hasMessageContaining("deve finire dopo il suo inizio");
    assertThatThrownBy(() -> convoca(List.of(primo(), riga("2024-10-09", "18:00", "20:00"))))
        .hasMessageContaining("comincia prima che finisca il precedente");
    assertThatThrownBy(() -> convoca(List.of(piuAvanti(primo()))))
        .hasMessageContaining("almeno un incontro da convocare subito");
    assertThat(eventi(IncontroConvocato.class)).isEmpty();
    assertThat(compito("UserTask_ConvocareIncontri").getId()).isEqualTo(compito.getId());
  }

  @Test
  void gliIncontriSiPossonoConvocareUnoAllaVolta() {
    convoca(List.of(primo(), piuAvanti(secondo())));
    assertThat(eventi(IncontroConvocato.class)).hasSize(1);
    vaiA("2024-10-09T20:00");
    verbalizzaEApprova(verbale(List.of(PONTE)), "2024-10-15T09:00");
    assertThat(aperti()).containsExactly("UserTask_AggiornareTavolo");

    aggiorna("azione", "CONVOCA", "incontroPrevisto", String.valueOf(incontro(2).id()));

    assertThat(eventi(IncontroConvocato.class))
        .extracting(e -> e.incontro().numero())
        .containsExactly(1, 2);
    vaiA("2024-10-23T20:00");
    verbalizzaEApprova(verbale(List.of(PONTE)), "2024-10-29T09:00");
    assertThat(aperti()).containsExactly("UserTask_RedigereSintesi");
  }

  @Test
  void unIncontroSpostatoAggiornaLoStessoImpegnoERicalcolaITempi() {
    convocaEntrambi();
    posti.rispondi(gettone(PONTE), incontro(1).id(), EsitoRisposta.PRESENTE, "", "");
    vaiA("2024-10-02T17:00");
    assertThat(promemoria(1)).containsExactly(7);

    sposta(1, "2024-10-16", "17:00", "20:00");

    assertThat(eventi(IncontroConvocato.class))
        .last()
        .satisfies(
            e -> {
              assertThat(e.incontro().sequenza()).isEqualTo(1);
              assertThat(e.motivo()).isEqualTo("La sala non è disponibile.");
              assertThat(e.incontro().luogo()).isEqualTo(LUOGO);
            });
    var inviti = inviti("ponte@example.org");
    assertThat(voce(inviti.get(inviti.size() - 1), "UID")).isEqualTo(voce(inviti.get(0), "UID"));
    assertThat(voce(inviti.get(inviti.size() - 1), "SEQUENCE")).isEqualTo("1");
    assertThat(voce(inviti.get(inviti.size() - 1), "DTSTART")).isEqualTo("20241016T170000");
    assertThat(incontri.risposte(incontro(1).id())).isEmpty();
    vaiA("2024-10-09T20:00");
    assertThat(daTenere()).isEmpty();
    assertThat(promemoria(1)).containsExactly(7, 7);
    vaiA("2024-10-15T18:00");
    assertThat(eventi(IncontroRicordato.class))
        .last()
        .satisfies(
            e ->
                assertThat(e.invitati()).extracting(Invitato::email).contains("ponte@example.org"));
    vaiA("2024-10-16T20:01");
    assertThat(compito("UserTask_RegistrareVerbale").getDueDate()).isEqualTo("2024-10-26T23:59:59");
  }

  @Test
  void cambiareSoloIlLuogoNonFaCadereLeRisposte() {
    convoca(List.of(primo()));
    posti.rispondi(gettone(PONTE), incontro(1).id(), EsitoRisposta.PRESENTE, "", "");

    aggiorna(
        "azione", "SPOSTA",
        "incontro", String.valueOf(incontro(1).id()),
        "data", "2024-10-09",
        "dalleOre", "16:00",
        "alleOre", "19:00",
        "luogo", "Biblioteca di Clusone",
        "motivo", "Sala più grande.");

    assertThat(incontro(1).luogo()).isEqualTo("Biblioteca di Clusone");
    assertThat(incontro(1).sequenza()).isEqualTo(1);
    assertThat(incontri.risposte(incontro(1).id())).hasSize(1);
    assertThatThrownBy(() -> sposta(1, "2024-10-09", "16:00", "19:00"))
        .hasMessageContaining("sono quelli già convocati");
    assertThatThrownBy(() -> sposta(1, "2024-09-01", "16:00", "19:00"))
        .hasMessageContaining("un momento non ancora passato");
  }

  @Test
  void ancheDopoLOraConvocataSiPuoSpostareFinoAlVerbale() {
    convoca(List.of(primo()));
    vaiA("2024-10-09T20:00");
    assertThat(daTenere()).hasSize(1);

    sposta(1, "2024-10-16", "17:00", "20:00");

    assertThat(daTenere()).isEmpty();
    vaiA("2024-10-16T20:01");
    completa("UserTask_RegistrareVerbale", verbale(List.of(PONTE)));
    assertThatThrownBy(() -> incontri.sposta(incontro(1).id(), null, "tardi", "udp"))
        .hasMessageContaining("svolto");
  }

  @Test
  void unIncontroAnnullatoEsceDaiCalendariEIlTavoloProsegueConGliAltri() {
    convocaEntrambi();
    assertThatThrownBy(
            () -> {
              incontri.annulla(incontro(2).id(), "Neve.", "udp");
              incontri.annulla(incontro(1).id(), "Neve.", "udp");
            })
        .hasMessageContaining("unico incontro del tavolo");
  }

  @Test
  void annullareUnIncontroMandaLaDisdettaEChiudeIlSuoProcesso() {
    convocaEntrambi();

    aggiorna(
        "azione", "ANNULLA",
        "incontro", String.valueOf(incontro(1).id()),
        "motivo", "Allerta neve.");

    var inviti = inviti("ponte@example.org");
    var disdetta = inviti.get(inviti.size() - 1);
    assertThat(voce(disdetta, "METHOD")).isEqualTo("CANCEL");
    assertThat(voce(disdetta, "STATUS")).isEqualTo("CANCELLED");
    assertThat(voce(disdetta, "SEQUENCE")).isEqualTo("1");
    assertThat(voce(disdetta, "UID")).isEqualTo(voce(inviti.get(0), "UID"));
    vaiA("2024-10-10T09:00");
    assertThat(promemoria(1)).isEmpty();
    assertThat(daTenere()).isEmpty();
    vaiA("2024-10-23T20:00");
    verbalizzaEApprova(verbale(List.of(PONTE)), "2024-10-29T09:00");
    assertThat(aperti()).containsExactly("UserTask_RedigereSintesi");
  }

  @Test
  void convocareDiNuovoNonMandaDueVolteLaConvocazione() {
    convoca(List.of(primo()));

    incontri.convoca(tavoloId);

    assertThat(eventi(IncontroConvocato.class)).hasSize(1);
  }

  @Test
  void chiVieneEsclusoDopoIlPrimoIncontroLasciaIlTavoloMaNonLaSuaStoria() {
    convocaEntrambi();
    vaiA("2024-10-09T20:00");
    completa(
        "UserTask_RegistrareVerbale",
        verbale(List.of(PONTE, AURORA), contributo(AURORA, "BISOGNO", "Trasporti la sera")));

    avvisi.escludi(aurora);

    assertThat(tavoli.membri(tavoloId)).extracting(Membro::denominazione).doesNotContain(AURORA);
    var inviti = inviti("aurora@example.org");
    assertThat(voce(inviti.get(inviti.size() - 1), "METHOD")).isEqualTo("CANCEL");
    assertThat(voce(inviti.get(inviti.size() - 1), "SUMMARY")).contains("n. 2");
    vaiA("2024-10-22T17:00");
    assertThat(eventi(IncontroRicordato.class))
        .last()
        .satisfies(
            e ->
                assertThat(e.invitati())
                    .extracting(Invitato::email)
                    .contains("ponte@example.org")
                    .doesNotContain("aurora@example.org"));
    var pagina = posti.posto(gettone(AURORA)).orElseThrow().seggi().get(0);
    assertThat(pagina.uscito()).isTrue();
    assertThat(pagina.appuntamenti())
        .extracting(a -> a.incontro().numero(), Posto.Appuntamento::osservabile)
        .containsExactly(tuple(1, false));
    assertThatThrownBy(
            () ->
                posti.contribuisci(
                    gettone(AURORA), tavoloId, TipoContributo.PROPOSTA, "Ancora", List.of()))
        .hasMessageContaining("non risulta un posto");
    assertThat(verbali.contributi(tavoloId))
        .extracting(ContributoRaccolto::ente, ContributoRaccolto::testo)
        .containsExactly(tuple(AURORA, "Trasporti la sera"));
    assertThat(tavoli.partecipazioni(piano.pianoId()))
        .extracting(Partecipazione::denominazione)
        .contains(AURORA);
  }

  @Test
  void chiVieneAmmessoDopoSiSiedeEVieneConvocatoAgliIncontriCheRestano() {
    convocaEntrambi();
    var tardi = avvisi.domanda(avviso, "Oratorio San Luigi", "luigi@example.org", "11223344554");

    vaiA("2024-10-10T09:00");
    avvisi.ammetti(tardi);

    assertThat(eventi(IncontroConvocato.class))
        .last()
        .satisfies(
            invito -> {
              assertThat(invito.incontro().numero()).isEqualTo(2);
              assertThat(invito.invitati())
                  .extracting(Invitato::email)
                  .containsExactly("luigi@example.org");
            });
    assertThat(tavoli.membri(tavoloId))
        .extracting(Membro::denominazione)
        .contains("Oratorio San Luigi");
  }

  @Test
  void laRiservaScioltaScompareDalTavolo() {
    avvisi.ammetti(aurora);

    assertThat(tavoli.membri(tavoloId)).extracting(Membro::etichetta).contains(AURORA);
  }

  @Test
  void lUfficioFaEntrareEUscireUnMembroConIlMotivo() {
    convocaEntrambi();

    aggiorna(
        "azione", "ENTRA",
        "tipoMembro", "SINDACATO",
        "denominazione", "Unione Lavoratori della Valle",
        "email", "segreteria@unione.example",
        "motivo", "Organizzazione più rappresentativa.");

    assertThat(inviti("segreteria@unione.example")).hasSize(2);
    assertThatThrownBy(
            () ->
                aggiorna(
                    "azione", "ENTRA",
                    "tipoMembro", "SINDACATO",
                    "denominazione", "Unione Lavoratori della Valle",
                    "motivo", "Di nuovo."))
        .hasMessageContaining("fa già parte del tavolo");
    aggiorna(
        "azione", "ESCE",
        "membro", membro("Unione Lavoratori della Valle"),
        "motivo", "Ha chiesto di non partecipare.");

    assertThat(inviti("segreteria@unione.example")).hasSize(4);
    assertThat(voce(inviti("segreteria@unione.example").get(3), "METHOD")).isEqualTo("CANCEL");
    assertThat(
            jdbc.sql(
                    """
                    select s.fatto || ': ' || s.motivo from storia_membro s
                    where s.membro_id = ? order by s.id""")
                .param(Long.valueOf(membro("Unione Lavoratori della Valle")))
                .query(String.class)
                .list())
        .containsExactly(
            "ENTRATO: Organizzazione più rappresentativa.",
            "USCITO: Ha chiesto di non partecipare.");
  }

  @Test
  void unCollegamentoRinnovatoNonApreConIlVecchioIndirizzo() {
    convoca(List.of(primo()));
    var vecchio = gettone(PONTE);

    aggiorna(
        "azione", "NUOVO_COLLEGAMENTO",
        "membro", membro(PONTE),
        "email", "nuova@ponte.example");

    assertThat(posti.posto(vecchio)).isEmpty();
    assertThat(posti.posto(gettone(PONTE))).isPresent();
    assertThat(eventi(CollegamentoRinnovato.class))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.invitato().email()).isEqualTo("nuova@ponte.example");
              assertThat(e.invitato().token()).isEqualTo(gettone(PONTE)).isNotEqualTo(vecchio);
            });
    assertThatThrownBy(
            () -> aggiorna("azione", "NUOVO_COLLEGAMENTO", "membro", membro("ASST Bergamo Est")))
        .hasMessageContaining("non è noto alcun indirizzo");
  }

  @Test
  void leOsservazioniSiDecidonoUnaPerUnaEDopoIlTermineNonSiAccettano() {
    convoca(List.of(primo()));
    vaiA("2024-10-09T20:00");
    completa("UserTask_RegistrareVerbale", verbale(List.of(PONTE, AURORA)));
    var id = incontro(1).id();
    posti.osserva(gettone(PONTE), id, "Manca la proposta del doposcuola.");
    vaiA("2024-10-14T23:59:59");
    posti.osserva(gettone(AURORA), id, "Eravamo in tre.");

    vaiA("2024-10-15T00:00:01");
    assertThatThrownBy(() -> posti.osserva(gettone(PONTE), id, "Ancora una."))
        .hasMessageContaining("termine per le osservazioni");
    var compito = compito("UserTask_ApprovareVerbale");
    var osservazioni = verbali.scheda(id).orElseThrow().osservazioni();
    assertThat(osservazioni)
        .extracting(Osservazione::ente, Osservazione::testo)
        .containsExactly(
            tuple(PONTE, "Manca la proposta del doposcuola."), tuple(AURORA, "Eravamo in tre."));
    assertThatThrownBy(
            () ->
                completa(
                    compito, Map.of("osservazioni", List.of(decisa(osservazioni.get(0), "SI")))))
        .hasMessageContaining(
            "«Osservazioni dei membri» ha un numero di righe che non si può cambiare");

    completa(
        compito,
        Map.of(
            "osservazioni",
            List.of(decisa(osservazioni.get(0), "SI"), decisa(osservazioni.get(1), "NO")),
            "verbale",
            "Discussione e proposte raccolte, anche il doposcuola."));

    assertThat(verbali.scheda(id).orElseThrow())
        .satisfies(
            v -> {
              assertThat(v.testo()).endsWith("anche il doposcuola.");
              assertThat(v.definitivoId()).isNotNull();
              assertThat(v.osservazioni())
                  .extracting(Osservazione::esito, Osservazione::motivo)
                  .containsExactly(
                      tuple("accolta", "Visto il foglio presenze."),
                      tuple("non accolta", "Visto il foglio presenze."));
            });
  }

  private static Map<String, String> decisa(Osservazione osservazione, String accolta) {
    return Map.of(
        "osservazione", String.valueOf(osservazione.id()),
        "ente", osservazione.ente(),
        "testo", osservazione.testo(),
        "accolta", accolta,
        "motivo", "Visto il foglio presenze.");
  }

  @Test
  void cioCheSiScriveNeiModuliNonDiventaVariabileDelProcesso() {
    convoca(List.of(primo()));

    assertThat(motore.getRuntimeService().getVariables(istanza.getId()))
        .containsOnlyKeys(
            "pianoId",
            "codiceAmbito",
            "triennio",
            "avvisoId",
            "areaCodice",
            "tavoloId",
            "incontriConvocati");
  }

  private static Map<String, Object> piuAvanti(Map<String, Object> riga) {
    var rimandata = new HashMap<>(riga);
    rimandata.put("piuAvanti", true);
    return rimandata;
  }

  @Test
  void ilCalendarioPubblicoDellAvvisoSegueGliIncontriSpostatiEAnnullati() {
    completa("UserTask_ConvocareIncontri", Map.of());
    var primo = incontri.delTavolo(tavoloId).get(0);
    incontri.annulla(primo.id(), "Sala non disponibile", "udp");

    assertThat(incontri.dellAvviso(avviso.id()))
        .containsOnlyKeys("minori-e-famiglia")
        .extractingByKey("minori-e-famiglia")
        .satisfies(
            tenuti -> {
              assertThat(tenuti).hasSize(2);
              assertThat(tenuti.get(0).stato()).isEqualTo(StatoIncontro.ANNULLATO);
            });
  }
}
