package it.pianodizona.attuazione.monitoraggio;

import it.pianodizona.attuazione.monitoraggio.MonitoraggioAnnuale.Stato;
import it.pianodizona.documento.EsitiDelCiclo;
import it.pianodizona.documento.EsitoPrecedente;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Piano;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Triennio;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Starts Tabella 2 of a new plan from the last monitoring of the plan before it: degree and
 * resources, problems, continuity. What is a judgement – the change produced, whether the objective
 * is proposed again – stays to be written.
 */
@Component
class EsitiDalMonitoraggio implements EsitiDelCiclo {

  private static final int CRITICITA_MASSIMA = 2000;

  /** An old plan runs on until the new one is signed, as in 2024 between two trienni. */
  private static final int ANNI_DI_PROROGA = 1;

  private final Piani piani;
  private final Monitoraggi monitoraggi;

  EsitiDalMonitoraggio(Piani piani, Monitoraggi monitoraggi) {
    this.piani = piani;
    this.monitoraggi = monitoraggi;
  }

  @Override
  public Optional<Precedenti> prima(RiferimentoPiano piano) {
    var inizio = piani.triennio(piano.triennio()).inizio();
    return piani.trienni().stream()
        .filter(triennio -> triennio.fine().isBefore(inizio))
        .filter(triennio -> !triennio.fine().isBefore(inizio.minusYears(ANNI_DI_PROROGA + 1)))
        .sorted(Comparator.comparing(Triennio::fine).reversed())
        .flatMap(triennio -> piani.elenco(triennio.codice()).stream())
        .filter(prima -> prima.codiceAmbito().equals(piano.codiceAmbito()))
        .findFirst()
        .flatMap(this::ultimo)
        .map(this::esiti);
  }

  /** The last year that was approved; where none was, the last that somebody began to fill. */
  private Optional<MonitoraggioAnnuale> ultimo(Piano piano) {
    var anni = monitoraggi.delPiano(piano.id());
    return anni.stream()
        .filter(anno -> anno.stato() == Stato.APPROVATO)
        .reduce((prima, dopo) -> dopo)
        .or(
            () ->
                anni.stream()
                    .filter(
                        anno -> monitoraggi.schede(anno).stream().anyMatch(SchedaAnnuale::scritta))
                    .reduce((prima, dopo) -> dopo));
  }

  private Precedenti esiti(MonitoraggioAnnuale monitoraggio) {
    var provenienza =
        "Schede precompilate dal monitoraggio dell'anno %d del Piano di Zona %s (%s)."
            .formatted(
                monitoraggio.anno(),
                monitoraggio.piano().triennio(),
                monitoraggio.delibera() == null
                    ? monitoraggio.stato().descrizione()
                    : "delibera " + monitoraggio.delibera());
    return new Precedenti(
        provenienza, monitoraggi.schede(monitoraggio).stream().map(this::esito).toList());
  }

  private EsitoPrecedente esito(SchedaAnnuale scheda) {
    return new EsitoPrecedente(
        scheda.obiettivo().scheda().titolo(),
        scheda.grado() == null ? 0 : scheda.grado(),
        null,
        scheda.risorse() == null ? 0 : scheda.risorse(),
        criticita(scheda),
        false,
        "",
        scheda.obiettivo().scheda().continuita(),
        false,
        "");
  }

  private static String criticita(SchedaAnnuale scheda) {
    var testo =
        scheda.grado() == null
            ? "Grado di raggiungimento non rilevato nel monitoraggio: da indicare. "
                + (scheda.criticita() == null ? "" : scheda.criticita())
            : scheda.criticita();
    return testo == null || testo.length() <= CRITICITA_MASSIMA
        ? testo
        : testo.substring(0, CRITICITA_MASSIMA);
  }
}
