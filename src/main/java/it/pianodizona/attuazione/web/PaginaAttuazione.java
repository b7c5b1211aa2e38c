package it.pianodizona.attuazione.web;

import static it.pianodizona.comune.DateItaliane.GIORNO;
import static it.pianodizona.comune.DateItaliane.GIORNO_E_ORA;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.fascicolo.web.AccessoAiPiani;
import it.pianodizona.motore.accesso.Funzionario;
import it.pianodizona.piano.RiferimentoPiano;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a plan that is carried out have in common: who may do what, how they write. */
@Component
public class PaginaAttuazione {

  private final AccessoAiPiani accesso;
  private final Anagrafica anagrafica;

  PaginaAttuazione(AccessoAiPiani accesso, Anagrafica anagrafica) {
    this.accesso = accesso;
    this.anagrafica = anagrafica;
  }

  /** Opens a plan to read it: 404 when it does not exist for who asks. */
  RiferimentoPiano leggi(Funzionario chi, long pianoId, Model modello) {
    var piano = accesso.leggi(chi, pianoId);
    if (modello != null) {
      modello.addAttribute("piano", piano);
      modello.addAttribute("ambito", anagrafica.ambito(piano.codiceAmbito()).denominazione());
      modello.addAttribute("scrive", accesso.ufficio(chi, piano.codiceAmbito()));
      modello.addAttribute("p", this);
    }
    return piano;
  }

  /** Opens a plan to write in it: 403 when who asks may only read. */
  RiferimentoPiano scrivi(Funzionario chi, long pianoId, Model modello) {
    var piano = leggi(chi, pianoId, modello);
    if (!accesso.ufficio(chi, piano.codiceAmbito())) {
      throw AccessoAiPiani.vietato();
    }
    return piano;
  }

  public String giorno(ZonedDateTime momento) {
    return GIORNO.format(momento);
  }

  public String giorno(LocalDate giorno) {
    return GIORNO.format(giorno);
  }

  public String quando(ZonedDateTime momento) {
    return GIORNO_E_ORA.format(momento);
  }

  /** A number as people read it, without useless decimals. */
  public String numero(BigDecimal numero) {
    return formato("#,##0.##", numero);
  }

  /** A percentage, without useless decimals. */
  public String percento(BigDecimal numero) {
    return formato("#,##0.#", numero) + "%";
  }

  /** A number as people type it. */
  public String scritto(BigDecimal numero) {
    return numero == null ? "" : formato("0.##", numero);
  }

  public String intero(long numero) {
    return String.format(Locale.ITALY, "%,d", numero);
  }

  private static String formato(String schema, BigDecimal numero) {
    return new DecimalFormat(schema, DecimalFormatSymbols.getInstance(Locale.ITALY)).format(numero);
  }

  static ResponseEntity<byte[]> file(String nome, String tipo, byte[] contenuto) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(tipo))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(nome, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(contenuto);
  }
}
