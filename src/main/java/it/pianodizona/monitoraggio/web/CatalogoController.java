package it.pianodizona.monitoraggio.web;

import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.monitoraggio.CicliConclusi;
import it.pianodizona.monitoraggio.TotaleEsportato;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Objects;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.WriterConfig;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What anybody may reuse: the catalogue in Turtle, and the totals of past cycles. */
@Controller
class CatalogoController {

  private static final MediaType TURTLE = MediaType.parseMediaType("text/turtle;charset=UTF-8");
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final Avvisi avvisi;
  private final CicliConclusi cicli;
  private final Clock orologio;
  private final String base;
  private final Catalogo.Editore editore;

  CatalogoController(
      Avvisi avvisi,
      CicliConclusi cicli,
      Clock orologio,
      @Value("${pianodizona.indirizzo-pubblico:http://localhost:8080}") String base,
      @Value("${pianodizona.dati-aperti.editore:Regione Lombardia}") String editore,
      @Value("${pianodizona.dati-aperti.codice-ipa:r_lombar}") String codice,
      @Value("${pianodizona.regione.email:}") String email) {
    this.avvisi = avvisi;
    this.cicli = cicli;
    this.orologio = orologio;
    this.base = base.replaceAll("/+$", "");
    this.editore = new Catalogo.Editore(editore, codice, email);
  }

  @GetMapping("/dati-aperti")
  ResponseEntity<byte[]> catalogo() {
    var aggiornato =
        avvisi.pubblicati().stream()
            .map(avviso -> avviso.pubblicato())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .map(ZonedDateTime::toLocalDate)
            .orElseGet(() -> LocalDate.now(orologio.withZone(Termini.ROMA)));
    var testo = new StringWriter();
    Rio.write(
        Catalogo.di(base, editore, aggiornato, cicli.elenco()),
        testo,
        RDFFormat.TURTLE,
        new WriterConfig().set(BasicWriterSettings.PRETTY_PRINT, true));
    return file(TURTLE, testo.toString());
  }

  @GetMapping("/dati-aperti/cicli.csv")
  ResponseEntity<byte[]> cicli() {
    return file(
        CSV,
        TabellaCsv.conVirgole(
            TotaleEsportato.class,
            cicli.elenco().stream().flatMap(c -> TotaleEsportato.di(c).stream()).toList()));
  }

  private static ResponseEntity<byte[]> file(MediaType tipo, String testo) {
    return ResponseEntity.ok().contentType(tipo).body(testo.getBytes(StandardCharsets.UTF_8));
  }
}
