package it.pianodizona.fascicolo;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.fascicolo.Protocollo.Verso;
import it.pianodizona.piano.Piani;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that officials add to the fascicolo of a plan. */
@Service
public class Caricamenti {

  /** What may be uploaded: everything the checks can recognise. */
  public static final Set<FormatoFile> FORMATI = EnumSet.allOf(FormatoFile.class);

  private static final int TITOLO_MASSIMO = 300;

  private final Allegati allegati;
  private final Fascicolo fascicolo;
  private final Protocollo protocollo;
  private final Piani piani;

  Caricamenti(Allegati allegati, Fascicolo fascicolo, Protocollo protocollo, Piani piani) {
    this.allegati = allegati;
    this.fascicolo = fascicolo;
    this.protocollo = protocollo;
    this.piani = piani;
  }

  /**
   * Keeps an uploaded file.
   *
   * @param verso how it is protocolled; {@code null} when it is not
   * @param corrispondente who it comes from or goes to; may be blank
   * @param chi login
   * @throws DatoNonValido when the title is missing or too long, or the file is refused
   */
  @Transactional
  public Documento carica(
      long pianoId,
      TipoDocumento tipo,
      String titolo,
      String nomeFile,
      byte[] contenuto,
      Verso verso,
      String corrispondente,
      String chi) {
    if (titolo == null || titolo.isBlank() || titolo.strip().length() > TITOLO_MASSIMO) {
      throw new DatoNonValido(
          "Titolo", titolo, "un testo da 1 a %d caratteri".formatted(TITOLO_MASSIMO));
    }
    if (corrispondente != null && corrispondente.length() > TITOLO_MASSIMO) {
      throw new DatoNonValido(
          "Mittente o destinatario",
          corrispondente,
          "al massimo %d caratteri".formatted(TITOLO_MASSIMO));
    }
    var allegato = allegati.controlla("File", nomeFile, contenuto, FORMATI);
    var numero =
        verso == null
            ? null
            : protocollo
                .registra(
                    piani.riferimento(pianoId).codiceAmbito(),
                    verso,
                    titolo.strip(),
                    corrispondente == null || corrispondente.isBlank()
                        ? null
                        : corrispondente.strip())
                .toString();
    return fascicolo.conserva(
        new NuovoDocumento(
            pianoId,
            "piano:" + pianoId,
            tipo,
            titolo.strip(),
            allegato.nomeFile(),
            allegato.formato().tipoContenuto(),
            allegato.contenuto(),
            numero,
            chi));
  }
}
