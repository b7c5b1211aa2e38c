package it.pianodizona.monitoraggio.web;

import it.pianodizona.monitoraggio.CicloConcluso;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.impl.TreeModel;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.VCARD4;
import org.eclipse.rdf4j.model.vocabulary.XSD;

/**
 * The catalogue of what anybody may reuse, in DCAT-AP_IT: the notices, and the totals of past
 * cycles. Controlled values come from the vocabularies of the Publications Office of the EU.
 */
final class Catalogo {

  private static final String AP_IT = "http://dati.gov.it/onto/dcatapit#";
  private static final String EU = "http://publications.europa.eu/resource/authority/";
  private static final String LICENZA = "https://creativecommons.org/licenses/by/4.0/";
  private static final String LOMBARDIA = "http://www.geonames.org/3174618";
  private static final ValueFactory V = SimpleValueFactory.getInstance();
  private static final String ITALIANO = "it";

  private final Model modello = new TreeModel();
  private final String base;
  private final Editore editore;

  /**
   * Who publishes.
   *
   * @param codice IPA code of the administration
   * @param email empty when there is none to publish
   */
  record Editore(String nome, String codice, String email) {}

  private Catalogo(String base, Editore editore) {
    this.base = base;
    this.editore = editore;
  }

  /**
   * @param base public address of the application, without a slash at the end
   * @param aggiornato day of the last change of the notices
   */
  static Model di(String base, Editore editore, LocalDate aggiornato, List<CicloConcluso> cicli) {
    var catalogo = new Catalogo(base, editore);
    catalogo.prefissi();
    catalogo.editore();
    var avvisi = catalogo.avvisi(aggiornato);
    var tutti = new ArrayList<>(List.of(avvisi));
    if (!cicli.isEmpty()) {
      tutti.add(catalogo.cicli(cicli));
    }
    catalogo.catalogo(tutti, aggiornato);
    return catalogo.modello;
  }

  private void prefissi() {
    modello.setNamespace(DCAT.NS);
    modello.setNamespace(DCTERMS.NS);
    modello.setNamespace(FOAF.NS);
    modello.setNamespace(VCARD4.NS);
    modello.setNamespace(XSD.NS);
    modello.setNamespace("dcatapit", AP_IT);
  }

  private void editore() {
    var chi = iri("/dati-aperti#editore");
    tipo(chi, FOAF.AGENT, apIt("Agent"));
    dice(chi, FOAF.NAME, V.createLiteral(editore.nome(), ITALIANO));
    dice(chi, DCTERMS.IDENTIFIER, V.createLiteral(editore.codice()));
    if (editore.email().isEmpty()) {
      return;
    }
    var contatto = iri("/dati-aperti#contatto");
    tipo(contatto, VCARD4.KIND, VCARD4.ORGANIZATION, apIt("Organization"));
    dice(contatto, VCARD4.FN, V.createLiteral(editore.nome(), ITALIANO));
    dice(contatto, VCARD4.HAS_EMAIL, V.createIRI("mailto:" + editore.email()));
  }

  private void catalogo(List<IRI> insiemi, LocalDate aggiornato) {
    var catalogo = iri("/dati-aperti");
    tipo(catalogo, DCAT.CATALOG, apIt("Catalog"));
    dice(catalogo, DCTERMS.TITLE, italiano("Piani di Zona: dati aperti"));
    dice(
        catalogo,
        DCTERMS.DESCRIPTION,
        italiano("Avvisi di co-programmazione e totali regionali dei cicli conclusi."));
    dice(catalogo, DCTERMS.PUBLISHER, iri("/dati-aperti#editore"));
    dice(catalogo, DCTERMS.LANGUAGE, V.createIRI(EU + "language/ITA"));
    dice(catalogo, DCTERMS.MODIFIED, giorno(aggiornato));
    dice(catalogo, FOAF.HOMEPAGE, iri("/avvisi"));
    dice(catalogo, DCAT.THEME_TAXONOMY, V.createIRI(EU + "data-theme"));
    insiemi.forEach(insieme -> dice(catalogo, DCAT.HAS_DATASET, insieme));
  }

  private IRI avvisi(LocalDate aggiornato) {
    var insieme =
        insieme(
            "avvisi",
            "Avvisi di co-programmazione dei Piani di Zona",
            "Gli avvisi pubblicati dagli Ambiti territoriali: scadenze, aree, incontri dei tavoli.",
            aggiornato,
            "DAILY");
    distribuzione(insieme, "/avvisi.json", "JSON", "application/json", aggiornato);
    return insieme;
  }

  private IRI cicli(List<CicloConcluso> cicli) {
    var aggiornato =
        cicli.stream()
            .map(c -> c.importato().toLocalDate())
            .max(LocalDate::compareTo)
            .orElseThrow();
    var insieme =
        insieme(
            "cicli",
            "Piani di Zona: totali regionali dei cicli conclusi",
            "Ambiti con e senza Accordo di programma per ATS, progetti presentati e approvati per"
                + " obiettivo, come pubblicati dalla Regione.",
            aggiornato,
            "IRREG");
    distribuzione(insieme, "/dati-aperti/cicli.csv", "CSV", "text/csv", aggiornato);
    return insieme;
  }

  private IRI insieme(
      String nome, String titolo, String descrizione, LocalDate aggiornato, String frequenza) {
    var insieme = iri("/dati-aperti#" + nome);
    tipo(insieme, DCAT.DATASET, apIt("Dataset"));
    dice(insieme, DCTERMS.IDENTIFIER, V.createLiteral(editore.codice() + ":" + nome));
    dice(insieme, DCTERMS.TITLE, italiano(titolo));
    dice(insieme, DCTERMS.DESCRIPTION, italiano(descrizione));
    dice(insieme, DCTERMS.MODIFIED, giorno(aggiornato));
    dice(insieme, DCTERMS.ACCRUAL_PERIODICITY, V.createIRI(EU + "frequency/" + frequenza));
    dice(insieme, DCTERMS.LANGUAGE, V.createIRI(EU + "language/ITA"));
    dice(insieme, DCTERMS.SPATIAL, V.createIRI(LOMBARDIA));
    dice(insieme, DCAT.THEME, V.createIRI(EU + "data-theme/SOCI"));
    if (!editore.email().isEmpty()) {
      dice(insieme, DCAT.CONTACT_POINT, iri("/dati-aperti#contatto"));
    }
    for (var ruolo : Set.of(DCTERMS.RIGHTS_HOLDER, DCTERMS.PUBLISHER)) {
      dice(insieme, ruolo, iri("/dati-aperti#editore"));
    }
    return insieme;
  }

  private void distribuzione(
      IRI insieme, String percorso, String formato, String tipo, LocalDate aggiornato) {
    var distribuzione = iri("/dati-aperti#" + percorso.replaceAll("[^a-z]+", "-").substring(1));
    tipo(distribuzione, DCAT.DISTRIBUTION, apIt("Distribution"));
    dice(insieme, DCAT.HAS_DISTRIBUTION, distribuzione);
    dice(distribuzione, DCTERMS.TITLE, italiano("File " + formato));
    dice(distribuzione, DCAT.ACCESS_URL, iri(percorso));
    dice(distribuzione, DCAT.DOWNLOAD_URL, iri(percorso));
    dice(distribuzione, DCTERMS.FORMAT, V.createIRI(EU + "file-type/" + formato));
    dice(
        distribuzione,
        DCAT.MEDIA_TYPE,
        V.createIRI("https://www.iana.org/assignments/media-types/" + tipo));
    dice(distribuzione, DCTERMS.MODIFIED, giorno(aggiornato));
    var licenza = V.createIRI(LICENZA);
    dice(distribuzione, DCTERMS.LICENSE, licenza);
    tipo(licenza, DCTERMS.LICENSE_DOCUMENT, apIt("LicenseDocument"));
    dice(licenza, DCTERMS.TYPE, V.createIRI("http://purl.org/adms/licencetype/Attribution"));
    dice(licenza, FOAF.NAME, V.createLiteral("Creative Commons Attribuzione 4.0", ITALIANO));
  }

  private void tipo(IRI chi, IRI... tipi) {
    for (var tipo : tipi) {
      dice(chi, RDF.TYPE, tipo);
    }
  }

  private void dice(IRI chi, IRI che, Value cosa) {
    modello.add(chi, che, cosa);
  }

  private IRI iri(String percorso) {
    return V.createIRI(base + percorso);
  }

  private static IRI apIt(String nome) {
    return V.createIRI(AP_IT + nome);
  }

  private static Value italiano(String testo) {
    return V.createLiteral(testo, ITALIANO);
  }

  private static Value giorno(LocalDate giorno) {
    return V.createLiteral(giorno.toString(), XSD.DATE);
  }
}
