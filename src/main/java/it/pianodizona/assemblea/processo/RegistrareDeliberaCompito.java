package it.pianodizona.assemblea.processo;

import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.APPROVAZIONE_ID;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.assemblea.Assemblea;
import it.pianodizona.assemblea.Votazione;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.piano.Piani;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office records number and date of the delibera, in front of the counted votes. */
@Component
class RegistrareDeliberaCompito implements Compito {

  private final Assemblea assemblea;
  private final Anagrafica anagrafica;
  private final Piani piani;

  RegistrareDeliberaCompito(Assemblea assemblea, Anagrafica anagrafica, Piani piani) {
    this.assemblea = assemblea;
    this.anagrafica = anagrafica;
    this.piani = piani;
  }

  @Override
  public String processo() {
    return ApprovazioneAssembleaProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return ApprovazioneAssembleaProcesso.REGISTRARE_DELIBERA;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var piano = piani.piano(contesto.leggi(VariabiliPiano.PIANO_ID));
    contesto.scadenza(ApprovazioneAssembleaProcesso.termine(contesto, piano));
    return Map.of(
        "oggetto", ApprovazioneAssembleaProcesso.deliberazione(contesto).titolo(piano.triennio()),
        "denominazioneAmbito", anagrafica.ambito(piano.codiceAmbito()).denominazione(),
        "votazioni",
            assemblea.votazioni(contesto.leggi(APPROVAZIONE_ID)).stream()
                .map(RegistrareDeliberaCompito::riga)
                .toList());
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    assemblea.registraDelibera(
        contesto.leggi(APPROVAZIONE_ID), dati.testo("numero"), dati.data("data"));
  }

  private static Map<String, String> riga(Votazione votazione) {
    var quorum = votazione.quorum();
    var scrutinio = votazione.scrutinio();
    return Map.of(
        "punto", votazione.punto().descrizione(),
        "convocazione", votazione.convocazione() == 1 ? "prima" : "seconda",
        "presenti",
            String.format(
                Locale.ITALY,
                "%d su %d (%,d abitanti su %,d)",
                quorum.comuniPresenti(),
                quorum.comuni(),
                quorum.popolazionePresente(),
                quorum.popolazione()),
        "favorevoli", numero(scrutinio.favorevoli()),
        "contrari", numero(scrutinio.contrari()),
        "astenuti", numero(scrutinio.astenuti()),
        "esito", votazione.esito());
  }

  private static String numero(long voti) {
    return String.format(Locale.ITALY, "%,d", voti);
  }
}
