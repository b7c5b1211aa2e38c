package it.pianodizona.portale.web;

import it.pianodizona.coprogrammazione.AvvisoInArrivo;
import it.pianodizona.coprogrammazione.IncontroPrevisto;
import it.pianodizona.portale.web.VistaAvviso.Situazione;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * The notices as open data. Instants carry their offset, Europe/Rome. Fields may be added; those
 * that are here keep their names and meanings.
 *
 * @param versione of this format
 */
record DatiAperti(
    String versione, String licenza, List<AvvisoAperto> avvisi, List<AvvisoFuturo> inArrivo) {

  private static final String VERSIONE = "1";
  private static final String LICENZA = "https://creativecommons.org/licenses/by/4.0/";

  /** A notice that is or was on line. */
  record AvvisoAperto(
      String numero,
      String titolo,
      String codiceAmbito,
      String ambito,
      String triennio,
      String capofila,
      String attoRegionale,
      Situazione situazione,
      OffsetDateTime pubblicato,
      OffsetDateTime scadenzaDomande,
      String indirizzo,
      String pdf,
      String calendario,
      List<AreaAperta> aree) {}

  record AreaAperta(
      String codice, String denominazione, String temi, List<IncontroAperto> incontri) {}

  record IncontroAperto(int numero, LocalDate giorno, String dalle, String alle, String luogo) {}

  /** A notice that is approved and not yet on line. */
  record AvvisoFuturo(
      String titolo, String codiceAmbito, String ambito, LocalDate pubblicazionePrevista) {}

  static DatiAperti di(
      List<VistaAvviso> viste, List<AvvisoInArrivo> inArrivo, Map<String, String> nomi) {
    return new DatiAperti(
        VERSIONE,
        LICENZA,
        viste.stream().map(DatiAperti::avviso).toList(),
        inArrivo.stream()
            .map(
                a ->
                    new AvvisoFuturo(
                        a.titolo(),
                        a.codiceAmbito(),
                        nomi.get(a.codiceAmbito()),
                        a.pubblicazione()))
            .toList());
  }

  private static AvvisoAperto avviso(VistaAvviso vista) {
    var avviso = vista.avviso();
    var contenuto = avviso.contenuto();
    var indirizzo = "/avvisi/" + avviso.numero();
    return new AvvisoAperto(
        avviso.numero(),
        contenuto.titolo(),
        avviso.piano().codiceAmbito(),
        vista.ambito(),
        avviso.piano().triennio(),
        contenuto.capofila(),
        contenuto.attoRegionale(),
        vista.situazione(),
        avviso.pubblicato().toOffsetDateTime(),
        avviso.scadenzaDomande().toOffsetDateTime(),
        indirizzo,
        indirizzo + "/avviso.pdf",
        indirizzo + "/calendario.ics",
        contenuto.aree().stream()
            .map(
                area ->
                    new AreaAperta(
                        area.codice(),
                        area.denominazione(),
                        area.temi(),
                        contenuto.incontriDi(area.codice()).stream()
                            .map(DatiAperti::incontro)
                            .toList()))
            .toList());
  }

  private static IncontroAperto incontro(IncontroPrevisto incontro) {
    return new IncontroAperto(
        incontro.numero(),
        incontro.giorno(),
        incontro.dalle().toString(),
        incontro.alle().toString(),
        incontro.luogo());
  }
}
