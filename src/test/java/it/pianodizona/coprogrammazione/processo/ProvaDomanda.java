package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.DomandaFixture.domandaDellaCooperativa;
import static it.pianodizona.coprogrammazione.IstruttoriaFixture.controlliCategoriaNonAmmessa;
import static it.pianodizona.coprogrammazione.IstruttoriaFixture.controlliSenzaFirma;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.CHIAVE;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ISTRUIRE;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.VALUTARE;

import it.pianodizona.coprogrammazione.CoProgrammazioneProperties;
import it.pianodizona.coprogrammazione.Domanda;
import it.pianodizona.coprogrammazione.RicevutaDomanda;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** A notice on line since 12/09/2024 and what the tests do with the domande on it. */
abstract class ProvaDomanda extends ProvaCoProgrammazione {

  protected RiferimentoPiano piano;
  protected String avviso;

  @Autowired private CoProgrammazioneProperties parametri;
  @Autowired private PreavvisoDiRigetto preavviso;

  @BeforeEach
  void pubblicaLAvviso() {
    piano = piano();
    avviso = avvisoPubblicato(piano);
  }

  @AfterEach
  void rimettiIParametri() {
    conParametri(parametri);
  }

  /** From here on, until the end of the test, the Ambito sends no preavviso di rigetto. */
  protected void senzaPreavviso() {
    conParametri(
        new CoProgrammazioneProperties(
            parametri.procedimentoGiorni(),
            parametri.soccorsoGiorni(),
            parametri.sospensioneMassimaGiorni(),
            parametri.sospensioniMassime(),
            false,
            parametri.preavvisoGiorni(),
            parametri.ripresaDopoOsservazioniGiorni(),
            parametri.ripresaSenzaOsservazioniGiorni(),
            parametri.promemoriaGiorni()));
  }

  private void conParametri(CoProgrammazioneProperties questi) {
    ReflectionTestUtils.setField(preavviso, "parametri", questi);
    Object servizio = AopTestUtils.getTargetObject(domande);
    ReflectionTestUtils.setField(servizio, "parametri", questi);
  }

  protected RicevutaDomanda presenta() {
    var ricevuta = domande.presenta(domandaDellaCooperativa(avviso));
    esegui();
    return ricevuta;
  }

  protected Domanda domanda(RicevutaDomanda ricevuta) {
    return domande.perToken(ricevuta.token()).orElseThrow();
  }

  protected ProcessInstance istanza(RicevutaDomanda ricevuta) {
    return istanza(ricevuta.domandaId());
  }

  protected ProcessInstance istanza(long domandaId) {
    return motore
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(CHIAVE)
        .variableValueEquals("domandaId", domandaId)
        .singleResult();
  }

  /** The same body sends its domanda again, though it was told that it has one. */
  protected RicevutaDomanda presentaDiNuovo() {
    var ricevuta = domande.presentaDiNuovo(domandaDellaCooperativa(avviso), adesso());
    esegui();
    return ricevuta;
  }

  /** The checks find no signature, and the office asks for it. */
  protected void chiediLaFirma() {
    completa(ISTRUIRE, controlliSenzaFirma());
    completa(VALUTARE, Map.of("esito", "DA_INTEGRARE", "testo", "Manca la firma.", "giorni", 7));
  }

  /** The checks find a body that may not take part, and the office says so. */
  protected void contesta(String motivi) {
    completa(ISTRUIRE, controlliCategoriaNonAmmessa());
    completa(VALUTARE, Map.of("esito", "NEGATIVA", "testo", motivi));
  }
}
