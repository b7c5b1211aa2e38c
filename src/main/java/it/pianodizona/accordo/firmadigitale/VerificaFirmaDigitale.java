package it.pianodizona.accordo.firmadigitale;

import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.FormatoFile;
import it.pianodizona.fascicolo.Impronta;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/**
 * Says what a signed file is worth: whether it is intact, whether what was signed is the given
 * document, who signed and when, whether the certificate leads to a trusted one. Nothing is fetched
 * from the network: revocation is not checked, and the result says so.
 *
 * <p>The library is loaded when the first file comes: a start of the application does not pay for
 * it.
 */
@Component
public class VerificaFirmaDigitale {

  private final FirmaDigitaleProperties impostazioni;

  VerificaFirmaDigitale(FirmaDigitaleProperties impostazioni) {
    this.impostazioni = impostazioni;
  }

  /**
   * Checks a file.
   *
   * @param formato PDF for a PAdES signature, PDF_FIRMATO for a CAdES one
   * @param originale SHA-256 of the document that had to be signed
   */
  public Verifica verifica(byte[] contenuto, FormatoFile formato, String originale) {
    var attendibili = CertificatiAttendibili.leggi(impostazioni.certificatiAttendibili());
    try {
      return LettoreFirme.leggi(contenuto, formato).stream()
          .map(firma -> giudica(firma, originale, attendibili))
          // the worst one counts: a file with one bad signature is not a good file
          .max(java.util.Comparator.comparing(Verifica::esito))
          .orElseGet(
              () ->
                  new Verifica(
                      EsitoVerifica.NON_FIRMATO,
                      null,
                      null,
                      null,
                      null,
                      "Nel file non c'è nessuna firma digitale: caricare il file firmato (PDF firmato o .p7m)."));
    } catch (FirmaIlleggibile e) {
      return new Verifica(
          EsitoVerifica.ALTERATA,
          formato == FormatoFile.PDF ? "PAdES" : "CAdES",
          null,
          null,
          null,
          "La firma non si può leggere: il file è danneggiato o è stato modificato.");
    }
  }

  private static Verifica giudica(
      FirmaLetta firma, String originale, CertificatiAttendibili attendibili) {
    var quando = firma.firmata() == null ? null : firma.firmata().atZone(Termini.ROMA);
    if (!firma.integra()) {
      return esito(
          EsitoVerifica.ALTERATA,
          firma,
          quando,
          "Il contenuto non corrisponde più a ciò che è stato firmato.");
    }
    if (firma.modificataDopo()) {
      return esito(
          EsitoVerifica.ALTERATA,
          firma,
          quando,
          "Dopo la firma il PDF è stato modificato in punti che non sono altre firme.");
    }
    if (firma.originali().stream().noneMatch(o -> Impronta.sha256(o).equals(originale))) {
      return esito(
          EsitoVerifica.ALTRO_DOCUMENTO,
          firma,
          quando,
          "Il documento firmato non è il testo dell'Accordo depositato nel fascicolo: le impronte SHA-256 sono diverse.");
    }
    var giudizio = attendibili.giudica(firma.certificato(), firma.catena(), firma.firmata());
    return esito(giudizio.esito(), firma, quando, giudizio.motivo());
  }

  private static Verifica esito(
      EsitoVerifica esito, FirmaLetta firma, ZonedDateTime quando, String dettaglio) {
    return new Verifica(
        esito,
        firma.formato(),
        CertificatiAttendibili.nomeComune(firma.certificato()),
        CertificatiAttendibili.emittente(firma.certificato()),
        quando,
        dettaglio);
  }
}
