package it.pianodizona.attuazione.processo;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.attuazione.DebitoInformativo;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.motore.compito.Avvio;
import it.pianodizona.motore.compito.ContestoProcesso;
import it.pianodizona.motore.compito.DatiModulo;
import it.pianodizona.motore.modulo.ValoriModulo;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Piano;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The Region reopens a flow, or opens a call, for some or all Ambiti of a triennio. */
@Component
class RiaprireFlussoAvvio implements Avvio {

  private final DebitiInformativi debiti;
  private final Piani piani;

  RiaprireFlussoAvvio(DebitiInformativi debiti, Piani piani) {
    this.debiti = debiti;
    this.piani = piani;
  }

  @Override
  public String processo() {
    return RiaperturaFlussoProcesso.CHIAVE;
  }

  @Override
  public void avvia(ContestoProcesso contesto, DatiModulo dati) {
    var triennio = dati.testo("codiceTriennio");
    piani.triennio(triennio);
    var atto =
        "%s del %s".formatted(dati.testo("numeroAtto"), GIORNO.format(dati.data("dataAtto")));
    var riaperti =
        scelti(triennio, dati.cercaTesto("ambiti").orElse("")).stream()
            .map(
                piano ->
                    debiti.riapri(
                        piano.id(),
                        dati.testo("flusso"),
                        dati.testo("periodo"),
                        dati.data("nuovoTermine"),
                        atto))
            .map(DebitoInformativo::id)
            .toList();
    contesto.imposta(RiaperturaFlussoProcesso.DEBITI, ValoriModulo.json(riaperti));
  }

  private List<Piano> scelti(String triennio, String ambiti) {
    var tutti = piani.elenco(triennio);
    if (ambiti.isBlank()) {
      return tutti;
    }
    Set<String> codici =
        Arrays.stream(ambiti.strip().split("[\\s,;]+")).collect(Collectors.toSet());
    var scelti = tutti.stream().filter(p -> codici.contains(p.codiceAmbito())).toList();
    if (scelti.size() != codici.size()) {
      codici.removeAll(scelti.stream().map(Piano::codiceAmbito).toList());
      throw new DatoNonValido(
          "Ambiti", String.join(", ", codici), "un Ambito con un Piano del triennio " + triennio);
    }
    return scelti;
  }
}
