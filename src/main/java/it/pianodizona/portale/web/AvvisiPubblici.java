package it.pianodizona.portale.web;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Avviso;
import it.pianodizona.coprogrammazione.AvvisoInArrivo;
import it.pianodizona.coprogrammazione.Bacheca;
import it.pianodizona.coprogrammazione.RicercaAvvisi;
import it.pianodizona.portale.web.FiltroAvvisi.Stato;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Published notices with the names that the register gives. */
@Component
class AvvisiPubblici {

  private static final int PER_PAGINA = 10;

  private final Avvisi avvisi;
  private final Bacheca bacheca;
  private final Anagrafica anagrafica;
  private final Clock orologio;

  AvvisiPubblici(Avvisi avvisi, Bacheca bacheca, Anagrafica anagrafica, Clock orologio) {
    this.avvisi = avvisi;
    this.bacheca = bacheca;
    this.anagrafica = anagrafica;
    this.orologio = orologio;
  }

  List<VistaAvviso> tutti() {
    return viste(avvisi.pubblicati());
  }

  /** The page of one of the three lists that a filter asks for. */
  EsitoRicerca cerca(FiltroAvvisi filtro, int numero) {
    var nomi = nomi();
    var parole =
        filtro.parole().stream().map(p -> new RicercaAvvisi.Parola(p, nomiCon(nomi, p))).toList();
    var aperti = new RicercaAvvisi(true, parole, filtro.ambito(), filtro.area());
    var chiusi = new RicercaAvvisi(false, parole, filtro.ambito(), filtro.area());
    var inArrivo =
        filtro.area() != null
            ? List.<AvvisoInArrivo>of()
            : bacheca.inArrivo().stream().filter(a -> corrisponde(a, filtro, parole)).toList();
    var quanti =
        Map.of(
            Stato.APERTI, bacheca.conta(aperti),
            Stato.CHIUSI, bacheca.conta(chiusi),
            Stato.IN_ARRIVO, inArrivo.size());
    if (filtro.stato() == Stato.IN_ARRIVO) {
      return new EsitoRicerca(quanti, List.of(), inArrivo, 1, 1);
    }
    var pagina =
        bacheca.cerca(filtro.stato() == Stato.APERTI ? aperti : chiusi, numero, PER_PAGINA);
    return new EsitoRicerca(
        quanti, viste(pagina.avvisi()), List.of(), pagina.numero(), pagina.ultima());
  }

  private static List<String> nomiCon(Map<String, String> nomi, String parola) {
    return nomi.entrySet().stream()
        .filter(e -> e.getValue().toLowerCase(Locale.ITALIAN).contains(parola))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean corrisponde(
      AvvisoInArrivo avviso, FiltroAvvisi filtro, List<RicercaAvvisi.Parola> parole) {
    return (filtro.ambito() == null || filtro.ambito().equals(avviso.codiceAmbito()))
        && parole.stream()
            .allMatch(
                p ->
                    avviso.titolo().toLowerCase(Locale.ITALIAN).contains(p.testo())
                        || p.ambiti().contains(avviso.codiceAmbito()));
  }

  /** Names of the Ambiti that have published notices, by codice, in alphabetical order. */
  Map<String, String> ambitiConAvvisi() {
    var nomi = nomi();
    var ordinati = new LinkedHashMap<String, String>();
    bacheca.ambiti().stream()
        .sorted(Comparator.comparing(nomi::get))
        .forEach(codice -> ordinati.put(codice, nomi.get(codice)));
    return ordinati;
  }

  /** Some notices, in the order given. */
  List<VistaAvviso> viste(List<Avviso> trovati) {
    var nomi = nomi();
    var adesso = ZonedDateTime.now(orologio);
    return trovati.stream()
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
