package it.pianodizona.portale.web;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.coprogrammazione.Avvisi;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Published notices with the names that the register gives. */
@Component
class AvvisiPubblici {

  private final Avvisi avvisi;
  private final Anagrafica anagrafica;
  private final Clock orologio;

  AvvisiPubblici(Avvisi avvisi, Anagrafica anagrafica, Clock orologio) {
    this.avvisi = avvisi;
    this.anagrafica = anagrafica;
    this.orologio = orologio;
  }

  List<VistaAvviso> tutti() {
    var nomi = nomi();
    var adesso = ZonedDateTime.now(orologio);
    return avvisi.pubblicati().stream()
        .map(a -> VistaAvviso.di(a, nomi.get(a.piano().codiceAmbito()), adesso))
        .toList();
  }

  /**
   * @throws PaginaInesistente when no published notice has that number
   */
  VistaAvviso conNumero(String numero) {
    return avvisi
        .perNumero(numero)
        .map(
            a ->
                VistaAvviso.di(
                    a,
                    anagrafica.ambito(a.piano().codiceAmbito()).denominazione(),
                    ZonedDateTime.now(orologio)))
        .orElseThrow(PaginaInesistente::new);
  }

  /** Names of the Ambiti by codice. */
  Map<String, String> nomi() {
    return anagrafica.ambiti().stream()
        .collect(Collectors.toMap(Ambito::codice, Ambito::denominazione));
  }
}
