package it.pianodizona.assemblea.processo;

import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.NUMERO_LEGALE;
import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.PIANO_APPROVATO;
import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.SEDUTA_ID;
import static it.pianodizona.comune.DateItaliane.GIORNO_E_ORA;

import it.pianodizona.assemblea.Quorum;
import it.pianodizona.assemblea.Sedute;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.compito.Compito;
import it.pianodizona.motore.compito.ContestoCompito;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The president keeps the register of the sitting on its own page; completing the task closes it.
 */
@Component
class RegistrareAppelloEVotiCompito implements Compito {

  private final Sedute sedute;

  RegistrareAppelloEVotiCompito(Sedute sedute) {
    this.sedute = sedute;
  }

  @Override
  public String processo() {
    return ApprovazioneAssembleaProcesso.CHIAVE;
  }

  @Override
  public String compito() {
    return ApprovazioneAssembleaProcesso.REGISTRARE_APPELLO_E_VOTI;
  }

  @Override
  public Map<String, Object> prepara(ContestoCompito contesto) {
    var quadro = sedute.quadro(contesto.leggi(SEDUTA_ID));
    var seduta = quadro.seduta();
    var regolamento = quadro.regolamento();
    contesto.nome("Registrare appello e voti – %s convocazione".formatted(seduta.ordinale()));
    contesto.scadenza(Termini.fineGiorno(seduta.giorno()));
    return Map.of(
        "convocazione", seduta.ordinale(),
        "quando", GIORNO_E_ORA.format(seduta.inizio()),
        "dove", seduta.luogo(),
        "numeroLegaleRichiesto", numeroLegale(quadro.quorum()),
        "regole",
            "%s. Popolazione: %s, anno %d."
                .formatted(
                    regolamento.norma(),
                    regolamento.fontePopolazione(),
                    regolamento.annoPopolazione()),
        "residuo", quadro.deliberazione().residuo(quadro.decisi()),
        "registro", "/assemblea/%d?compito=%s".formatted(seduta.id(), contesto.compito().getId()));
  }

  @Override
  public void completa(ContestoCompito contesto, DatiModulo dati) {
    var esito =
        sedute.chiudi(
            contesto.leggi(SEDUTA_ID),
            dati.testo("presidente"),
            dati.testo("segretario"),
            dati.cercaTesto("note").orElse(null),
            contesto.utente());
    contesto.imposta(NUMERO_LEGALE, esito.deciso());
    contesto.imposta(PIANO_APPROVATO, esito.approvato());
  }

  private static String numeroLegale(Quorum quorum) {
    var teste = "%d Comuni su %d".formatted(quorum.comuniRichiesti(), quorum.comuni());
    var abitanti =
        String.format(
            Locale.ITALY,
            "Comuni con %,d abitanti su %,d",
            quorum.popolazioneRichiesta(),
            quorum.popolazione());
    return switch (quorum.modo()) {
      case TESTE -> teste;
      case POPOLAZIONE -> abitanti;
      case ENTRAMBI -> teste + " e insieme " + abitanti;
    };
  }
}
