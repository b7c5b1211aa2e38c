package it.pianodizona.premialita.processo;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.motore.Processi;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.modulo.ValoriModulo;
import it.pianodizona.premialita.AmbitoReceduto;
import it.pianodizona.premialita.Premialita;
import it.pianodizona.premialita.PremialitaRideterminata;
import it.pianodizona.premialita.Progetti;
import it.pianodizona.premialita.Progetto;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What an Ambito that leaves means for the instances of the projects: the open forms show the new
 * state, a project that is not recognised any more ends, one that is recognised only now begins its
 * payments.
 */
@Component
class SeguireRideterminazione {

  private final Premialita premialita;
  private final Progetti progetti;
  private final Anagrafica anagrafica;
  private final Processi processi;
  private final RuntimeService istanze;
  private final ModuliDelProgetto moduli;

  SeguireRideterminazione(
      Premialita premialita,
      Progetti progetti,
      Anagrafica anagrafica,
      Processi processi,
      RuntimeService istanze,
      ModuliDelProgetto moduli) {
    this.premialita = premialita;
    this.progetti = progetti;
    this.anagrafica = anagrafica;
    this.processi = processi;
    this.istanze = istanze;
    this.moduli = moduli;
  }

  @EventListener
  void receduto(AmbitoReceduto evento) {
    var progetto = premialita.progetto(evento.progettoId());
    processi.daApplicazione(
        () -> {
          moduli.mostra(
              progetto,
              AmbitiDelProgetto.di(progetto, progetti, anagrafica),
              PremialitaProgettoProcesso.VALUTARE_PROGETTO);
          return null;
        });
  }

  @EventListener
  void rideterminata(PremialitaRideterminata evento) {
    var progetto = premialita.progetto(evento.progettoId());
    if (progetto.finale() != null) {
      return;
    }
    processi.daApplicazione(
        () -> {
          segui(progetto, evento);
          return null;
        });
  }

  private void segui(Progetto progetto, PremialitaRideterminata evento) {
    if (!progetto.determinazione().riconosciuta()) {
      processi.consegna(
          PremialitaProgettoProcesso.PREMIALITA_REVOCATA,
          PremialitaProgettoProcesso.PROGETTO_ID.nome(),
          progetto.id(),
          Map.of(PremialitaProgettoProcesso.DA_RECUPERARE.nome(), progetto.residua().negativo()));
      return;
    }
    if (istanzeDel(progetto) == 0) {
      var piano = evento.piano();
      istanze
          .createMessageCorrelation(PremialitaProgettoProcesso.PREMIALITA_RICONOSCIUTA_POI)
          .processInstanceBusinessKey(piano.chiave())
          .setVariables(
              ValoriModulo.versoIlMotore(
                  Map.of(
                      VariabiliPiano.PIANO_ID.nome(),
                      piano.pianoId(),
                      VariabiliPiano.CODICE_AMBITO.nome(),
                      piano.codiceAmbito(),
                      VariabiliPiano.TRIENNIO.nome(),
                      piano.triennio(),
                      PremialitaProgettoProcesso.PROGETTO_ID.nome(),
                      progetto.id())))
          .correlateStartMessage();
      return;
    }
    moduli.mostra(progetto, Importi.di(progetto), PremialitaProgettoProcesso.LIQUIDARE_ACCONTO);
    moduli.mostraResidui(progetto);
  }

  private long istanzeDel(Progetto progetto) {
    return istanze
        .createProcessInstanceQuery()
        .processDefinitionKey(PremialitaProgettoProcesso.CHIAVE)
        .variableValueEquals(PremialitaProgettoProcesso.PROGETTO_ID.nome(), progetto.id())
        .count();
  }
}
