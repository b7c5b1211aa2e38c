package it.pianodizona.fascicolo;

import it.pianodizona.comune.DatoNonValido;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks a file that somebody uploads: size, format by content, name, viruses. */
@Component
public class Allegati {

  private static final Logger LOG = LoggerFactory.getLogger(Allegati.class);
  private static final int LUNGHEZZA_NOME = 120;

  private final Riconoscimento riconoscimento = new Riconoscimento();
  private final AllegatiProperties impostazioni;
  private final ObjectProvider<Antivirus> antivirus;

  Allegati(AllegatiProperties impostazioni, ObjectProvider<Antivirus> antivirus) {
    this.impostazioni = impostazioni;
    this.antivirus = antivirus;
  }

  /**
   * Accepts a file or says what is wrong with it.
   *
   * @param campo name of the field, as the person knows it
   * @param nomeFile as sent by the browser: it is never trusted
   * @throws DatoNonValido for an empty, too large, disguised or infected file, or when the scanner
   *     does not answer
   */
  public Allegato controlla(
      String campo, String nomeFile, byte[] contenuto, Set<FormatoFile> ammessi) {
    if (contenuto.length == 0) {
      throw DatoNonValido.regola(campo, "il file è vuoto; scegliere un file con un contenuto.");
    }
    long massimo = impostazioni.dimensioneMassima().toBytes();
    if (contenuto.length > massimo) {
      throw DatoNonValido.regola(
          campo,
          "il file è di %s; è ammesso un file di al massimo %s."
              .formatted(megabyte(contenuto.length), megabyte(massimo)));
    }
    String nome = soloNome(nomeFile);
    FormatoFile formato =
        riconoscimento
            .formato(contenuto, estensione(nome))
            .filter(ammessi::contains)
            .orElseThrow(
                () ->
                    DatoNonValido.regola(
                        campo,
                        "il contenuto del file «%s» non è in un formato ammesso; sono ammessi: %s."
                            .formatted(nome, FormatoFile.elenco(ammessi))));
    cercaVirus(campo, nome, contenuto);
    return new Allegato(conEstensione(nome, formato), formato, contenuto);
  }

  private void cercaVirus(String campo, String nome, byte[] contenuto) {
    try {
      antivirus.ifAvailable(scanner -> scanner.controlla(contenuto));
    } catch (Antivirus.FileInfetto e) {
      LOG.warn(
          "L'antivirus ha trovato {} in un file inviato, che è stato rifiutato", e.getMessage());
      throw DatoNonValido.regola(
          campo,
          "nel file «%s» l'antivirus ha trovato un virus; inviare un file sano.".formatted(nome));
    } catch (Antivirus.AntivirusNonDisponibile e) {
      // whoever runs the installation would hear of it only from those who cannot send their files
      LOG.warn("Nessun file viene accettato: l'antivirus non risponde ({})", e.getMessage());
      throw DatoNonValido.regola(
          campo,
          "il controllo antivirus in questo momento non risponde e il file «%s» non è stato"
                  .formatted(nome)
              + " accettato; riprovare tra qualche minuto.");
    }
  }

  /** The last part of the name, without what file systems, headers or screens could misread. */
  private static String soloNome(String nomeFile) {
    String ultimo = nomeFile == null ? "" : nomeFile.replaceAll("^.*[/\\\\]", "");
    String pulito =
        Normalizer.normalize(ultimo, Normalizer.Form.NFC)
            .replaceAll("[^\\p{L}\\p{N} ._()-]", "_")
            .replaceAll("\\s+", " ")
            .replaceAll("^[. ]+|[. ]+$", "");
    return pulito.isEmpty() ? "documento" : pulito;
  }

  private static String estensione(String nome) {
    int punto = nome.lastIndexOf('.');
    return punto < 0 ? "" : nome.substring(punto + 1).toLowerCase(Locale.ROOT);
  }

  private static String conEstensione(String nome, FormatoFile formato) {
    boolean giusta = formato.haEstensione(estensione(nome));
    int punto = nome.lastIndexOf('.');
    String base = giusta ? nome.substring(0, punto) : nome;
    String suffisso = "." + (giusta ? estensione(nome) : formato.estensione());
    int spazio = LUNGHEZZA_NOME - suffisso.length();
    return (base.length() > spazio ? base.substring(0, spazio).strip() : base) + suffisso;
  }

  private static String megabyte(long byteTotali) {
    return String.format(Locale.ITALIAN, "%.1f MB", byteTotali / (1024d * 1024d));
  }
}
