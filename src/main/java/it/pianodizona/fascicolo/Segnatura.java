package it.pianodizona.fascicolo;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.fascicolo.Protocollo.Verso;
import it.pianodizona.fascicolo.ProtocolloProperties.Amministrazione;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;

/**
 * The segnatura di protocollo as XML: names, order and namespace of the elements are those of AgID
 * (Linee guida sul documento informatico, 2021, allegato 6, version 3.0.0). The electronic seal of
 * the body, which closes it there, is not applied here: it needs the body's own certificate.
 */
@Component
public class Segnatura {

  private static final String SPAZIO = "http://www.agid.gov.it/protocollo/";
  private static final DateTimeFormatter ORA = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final ProtocolloProperties impostazioni;

  Segnatura(ProtocolloProperties impostazioni) {
    this.impostazioni = impostazioni;
  }

  /**
   * Writes the segnatura of a registered document.
   *
   * @param documenti the documents with this number, the main one first; at least one
   * @param fascicolo name and code of the fascicolo
   * @throws DatoNonValido when the codes of the body are not in the settings, or there is no
   *     document to take the fingerprint of
   */
  public byte[] xml(VoceProtocollo voce, List<Documento> documenti, NomeFascicolo fascicolo) {
    var ente = impostazioni.amministrazioni().get(voce.codiceAmbito());
    if (ente == null) {
      throw DatoNonValido.regola(
          "Segnatura",
          "mancano i codici IPA dell'ente nelle impostazioni"
              + " (pianodizona.protocollo.amministrazioni.%s).".formatted(voce.codiceAmbito()));
    }
    if (documenti.isEmpty()) {
      throw DatoNonValido.regola(
          "Segnatura",
          "nel fascicolo non c'è un documento con il protocollo %s: manca l'impronta."
              .formatted(voce.numero()));
    }
    var testo = new StringWriter();
    try {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(testo);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("prot", "SegnaturaInformatica", SPAZIO);
      xml.writeNamespace("prot", SPAZIO);
      xml.writeAttribute("prot", SPAZIO, "versione", "3.0.0");
      xml.writeAttribute("prot", SPAZIO, "lang", "it");
      intestazione(xml, voce, ente, fascicolo);
      descrizione(xml, voce, ente, documenti);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing to memory does not fail", e);
    }
    return testo.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The fascicolo as the segnatura names it. */
  public record NomeFascicolo(String denominazione, String codice) {}

  private static void intestazione(
      XMLStreamWriter xml, VoceProtocollo voce, Amministrazione ente, NomeFascicolo fascicolo)
      throws XMLStreamException {
    apri(xml, "Intestazione");
    apri(xml, "Identificatore");
    elemento(xml, "CodiceAmministrazione", ente.codiceIpa());
    elemento(xml, "CodiceAOO", ente.codiceAoo());
    elemento(xml, "CodiceRegistro", ente.registro());
    elemento(xml, "NumeroRegistrazione", "%07d".formatted(voce.numero().numero()));
    elemento(xml, "DataRegistrazione", voce.registrata().toLocalDate().toString());
    elemento(
        xml, "OraRegistrazione", ORA.format(voce.registrata().truncatedTo(ChronoUnit.SECONDS)));
    xml.writeEndElement();
    elemento(xml, "Oggetto", voce.oggetto());
    apri(xml, "Classifica");
    elemento(xml, "Denominazione", ente.titolo());
    elemento(xml, "CodiceFlat", ente.classifica());
    xml.writeEndElement();
    apri(xml, "Fascicolo");
    elemento(xml, "Denominazione", fascicolo.denominazione());
    elemento(xml, "CodiceFascicolo", fascicolo.codice());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void descrizione(
      XMLStreamWriter xml, VoceProtocollo voce, Amministrazione ente, List<Documento> documenti)
      throws XMLStreamException {
    apri(xml, "Descrizione");
    boolean entra = voce.verso() == Verso.ENTRATA;
    apri(xml, "Mittente");
    soggetto(xml, entra ? null : ente, altro(voce, "Mittente indicato nel documento"));
    xml.writeEndElement();
    apri(xml, "Destinatario");
    soggetto(xml, entra ? ente : null, altro(voce, "Destinatari indicati nel documento"));
    xml.writeEndElement();
    for (int i = 0; i < documenti.size(); i++) {
      var documento = documenti.get(i);
      apri(xml, i == 0 ? "DocumentoPrimario" : "Allegato");
      xml.writeAttribute("prot", SPAZIO, "nomeFile", documento.nomeFile());
      xml.writeAttribute("prot", SPAZIO, "mimeType", documento.tipoContenuto());
      elemento(xml, "Descrizione", documento.titolo());
      apri(xml, "Impronta");
      xml.writeAttribute("prot", SPAZIO, "algoritmo", "http://www.w3.org/2001/04/xmlenc#sha256");
      xml.writeCharacters(
          Base64.getEncoder().encodeToString(HexFormat.of().parseHex(documento.sha256())));
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String altro(VoceProtocollo voce, String altrimenti) {
    return voce.corrispondente() == null ? altrimenti : voce.corrispondente();
  }

  private static void soggetto(XMLStreamWriter xml, Amministrazione ente, String altro)
      throws XMLStreamException {
    if (ente == null) {
      apri(xml, "PersonaGiuridica");
      elemento(xml, "Denominazione", altro);
    } else {
      apri(xml, "PA");
      elemento(xml, "DenominazionePA", ente.denominazione());
      elemento(xml, "CFPA", ente.codiceFiscale());
      elemento(xml, "CodiceIPAPA", ente.codiceIpa());
      elemento(xml, "CodiceIPAAOO", ente.codiceAoo());
    }
    xml.writeEndElement();
  }

  private static void apri(XMLStreamWriter xml, String nome) throws XMLStreamException {
    xml.writeStartElement("prot", nome, SPAZIO);
  }

  private static void elemento(XMLStreamWriter xml, String nome, String testo)
      throws XMLStreamException {
    apri(xml, nome);
    xml.writeCharacters(testo);
    xml.writeEndElement();
  }
}
