package it.pianodizona.portale.web;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.coprogrammazione.AllegatoDomanda;
import it.pianodizona.coprogrammazione.DomandeOnlineProperties;
import it.pianodizona.coprogrammazione.TipoAllegato;
import it.pianodizona.fascicolo.Allegati;
import it.pianodizona.fascicolo.AllegatiProperties;
import it.pianodizona.fascicolo.FormatoFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** The files of a form that was sent, each checked before anything is done with it. */
@Component
class FileInviati {

  private static final Set<FormatoFile> DOCUMENTI =
      EnumSet.of(FormatoFile.PDF, FormatoFile.PDF_FIRMATO, FormatoFile.JPEG, FormatoFile.PNG);
  private static final Set<FormatoFile> ALTRI =
      EnumSet.of(
          FormatoFile.PDF,
          FormatoFile.PDF_FIRMATO,
          FormatoFile.JPEG,
          FormatoFile.PNG,
          FormatoFile.DOCX,
          FormatoFile.XLSX,
          FormatoFile.ODT,
          FormatoFile.ODS);

  private final Allegati allegati;
  private final AllegatiProperties limiti;
  private final DomandeOnlineProperties insieme;

  FileInviati(Allegati allegati, AllegatiProperties limiti, DomandeOnlineProperties insieme) {
    this.allegati = allegati;
    this.limiti = limiti;
    this.insieme = insieme;
  }

  /** Whether at least one file was chosen. */
  boolean presenti(HttpServletRequest richiesta) {
    return EnumSet.allOf(TipoAllegato.class).stream()
        .anyMatch(tipo -> !scelti(richiesta, tipo).isEmpty());
  }

  /** The files that can be accepted; the others are told to the form. */
  List<AllegatoDomanda> controlla(HttpServletRequest richiesta, ModuloDomanda modulo) {
    var accettati = new ArrayList<AllegatoDomanda>();
    for (var tipo : TipoAllegato.values()) {
      for (var file : scelti(richiesta, tipo)) {
        try {
          accettati.add(
              new AllegatoDomanda(
                  tipo,
                  allegati.controlla(
                      modulo.etichetta(ModuloDomanda.campo(tipo)),
                      file.getOriginalFilename(),
                      contenuto(file),
                      ammessi(tipo))));
        } catch (DatoNonValido rifiuto) {
          modulo.rifiutaFile(tipo, rifiuto);
        }
      }
    }
    return accettati;
  }

  private static List<MultipartFile> scelti(HttpServletRequest richiesta, TipoAllegato tipo) {
    var parti = WebUtils.getNativeRequest(richiesta, MultipartHttpServletRequest.class);
    if (parti == null) {
      return List.of();
    }
    // a browser sends a nameless empty part where nothing was chosen
    var scelti =
        parti.getFiles(ModuloDomanda.campo(tipo)).stream()
            .filter(f -> f.getOriginalFilename() != null && !f.getOriginalFilename().isEmpty())
            .toList();
    return tipo.unico() ? scelti.stream().limit(1).toList() : scelti;
  }

  private static byte[] contenuto(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<FormatoFile> ammessi(TipoAllegato tipo) {
    return tipo == TipoAllegato.ALTRO ? ALTRI : DOCUMENTI;
  }

  public String formatiDocumento() {
    return FormatoFile.elenco(DOCUMENTI);
  }

  public String formatiAltri() {
    return FormatoFile.elenco(ALTRI);
  }

  /** For the browser's file picker: {@code .pdf,.p7m}. */
  public String estensioniDocumento() {
    return estensioni(DOCUMENTI);
  }

  public String estensioniAltri() {
    return estensioni(ALTRI);
  }

  private static String estensioni(Set<FormatoFile> formati) {
    return formati.stream()
        .flatMap(formato -> formato.estensioni().stream())
        .map(estensione -> "." + estensione)
        .collect(Collectors.joining(","));
  }

  /** Of one file, in MB. */
  public long megabyte() {
    return limiti.dimensioneMassima().toMegabytes();
  }

  /** Of all the files of a domanda together, in MB. */
  public long megabyteInsieme() {
    return insieme.dimensioneFile().toMegabytes();
  }

  public int quanti() {
    return insieme.numeroFile();
  }
}
