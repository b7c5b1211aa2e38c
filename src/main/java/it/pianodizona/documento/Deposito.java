package it.pianodizona.documento;

import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.FormatoFile;
import it.pianodizona.fascicolo.NuovoDocumento;
import it.pianodizona.fascicolo.Protocollo;
import it.pianodizona.fascicolo.Protocollo.Verso;
import it.pianodizona.fascicolo.TipoDocumento;
import it.pianodizona.piano.Piani;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a version of the document in the fascicolo, as who must judge it will read it. */
@Service
@Transactional
public class Deposito {

  private static final String INSERITO_DA = "Piano di Zona";

  private final Documenti documenti;
  private final StampeDelDocumento stampe;
  private final Fascicolo fascicolo;
  private final Protocollo protocollo;
  private final Piani piani;

  Deposito(
      Documenti documenti,
      StampeDelDocumento stampe,
      Fascicolo fascicolo,
      Protocollo protocollo,
      Piani piani) {
    this.documenti = documenti;
    this.stampe = stampe;
    this.fascicolo = fascicolo;
    this.protocollo = protocollo;
    this.piani = piani;
  }

  /** Freezes a draft and keeps it for the Comitato dei Sindaci, the unions, ATS and ASST. */
  public void perIlComitato(long documentoId) {
    documenti.segnaDepositato(documentoId);
    conserva(stampe.contenuto(documentoId), "per il Comitato dei Sindaci", null);
  }

  /**
   * Declares a version ready and keeps it for the Assemblea, with a protocol number.
   *
   * @throws it.pianodizona.comune.DatoNonValido when an intesa is missing
   */
  public void perLAssemblea(long documentoId) {
    documenti.chiudi(documentoId);
    var contenuto = stampe.contenuto(documentoId);
    var codiceAmbito = piani.riferimento(contenuto.documento().pianoId()).codiceAmbito();
    var numero =
        protocollo.registra(
            codiceAmbito,
            Verso.USCITA,
            "%s, versione %d, per l'Assemblea dei Sindaci"
                .formatted(contenuto.titolo(), contenuto.documento().versione()));
    conserva(contenuto, "per l'Assemblea dei Sindaci", numero.toString());
  }

  private void conserva(Contenuto contenuto, String perChi, String numero) {
    fascicolo.conserva(
        documento(contenuto, perChi, numero, FormatoFile.PDF, stampe.pdf(contenuto)));
    fascicolo.conserva(
        documento(contenuto, perChi, numero, FormatoFile.DOCX, stampe.docx(contenuto)));
  }

  private static NuovoDocumento documento(
      Contenuto contenuto, String perChi, String numero, FormatoFile formato, byte[] file) {
    return new NuovoDocumento(
        contenuto.documento().pianoId(),
        contenuto.documento().riferimento(),
        TipoDocumento.DOCUMENTO_DI_PIANO,
        "%s, versione %d, %s"
            .formatted(contenuto.titolo(), contenuto.documento().versione(), perChi),
        contenuto.nomeFile() + "." + formato.estensione(),
        formato.tipoContenuto(),
        file,
        numero,
        INSERITO_DA);
  }
}
