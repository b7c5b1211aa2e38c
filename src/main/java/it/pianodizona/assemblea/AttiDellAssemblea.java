package it.pianodizona.assemblea;

import static it.pianodizona.comune.DateItaliane.GIORNO;
import static it.pianodizona.comune.DateItaliane.GIORNO_E_ORA;
import static it.pianodizona.comune.DateItaliane.PER_ESTESO;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.NuovoDocumento;
import it.pianodizona.fascicolo.Protocollo;
import it.pianodizona.fascicolo.Stampa;
import it.pianodizona.fascicolo.TipoDocumento;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Prints the verbale of a sitting and the delibera, and keeps them in the fascicolo. */
@Component
class AttiDellAssemblea {

  private static final DateTimeFormatter ORA = DateTimeFormatter.ofPattern("HH:mm");

  private final Stampa stampa;
  private final Fascicolo fascicolo;
  private final Protocollo protocollo;
  private final Anagrafica anagrafica;

  AttiDellAssemblea(
      Stampa stampa, Fascicolo fascicolo, Protocollo protocollo, Anagrafica anagrafica) {
    this.stampa = stampa;
    this.fascicolo = fascicolo;
    this.protocollo = protocollo;
    this.anagrafica = anagrafica;
  }

  /** One Comune in the table of the presences. */
  public record Presenza(
      String comune, String abitanti, String rappresentante, String orari, String esito) {}

  /** One vote with all its parts, in words. */
  public record Scheda(
      String punto,
      String ora,
      String esito,
      String quorum,
      String regola,
      String favorevoli,
      String contrari,
      String astenuti,
      String nomiFavorevoli,
      String nomiContrari,
      String nomiAstenuti,
      String correzione) {}

  /**
   * The verbale of a closed sitting.
   *
   * @param impronta hash of the last row of the register, printed so that a copy of it lives
   *     outside the database
   */
  Documento verbale(Quadro quadro, String impronta) {
    Seduta seduta = quadro.seduta();
    String ambito = ambito(quadro);
    String titolo =
        "Verbale dell'Assemblea dei Sindaci del %s, %s convocazione"
            .formatted(GIORNO.format(seduta.giorno()), seduta.ordinale());
    String numero = protocolla(quadro.piano().codiceAmbito(), titolo);
    var dati = new LinkedHashMap<String, Object>();
    dati.put("titolo", titolo);
    dati.put("ambito", ambito);
    dati.put("triennio", quadro.piano().triennio());
    dati.put("protocollo", numero);
    dati.put("convocazione", seduta.ordinale());
    dati.put("quando", esteso(seduta.inizio()));
    dati.put("luogo", seduta.luogo());
    dati.put("ordineDelGiorno", seduta.ordineDelGiorno().lines().toList());
    dati.put("urgenza", seduta.urgente() ? seduta.motivoUrgenza() : null);
    dati.put("regolamento", quadro.regolamento());
    dati.put("chiusura", quadro.chiusura());
    dati.put("chiusaIl", GIORNO_E_ORA.format(quadro.chiusura().chiusa()));
    dati.put("presenze", presenze(quadro));
    dati.put("votazioni", quadro.votazioni().stream().map(v -> scheda(quadro, v)).toList());
    dati.put("impronta", impronta);
    return conserva(
        quadro,
        TipoDocumento.VERBALE_ASSEMBLEA,
        titolo,
        "verbale",
        numero,
        "verbale-assemblea",
        dati);
  }

  /**
   * The delibera that approves every point.
   *
   * @param votazioni the valid votes that approved, with the sitting each was taken in
   */
  Documento delibera(Quadro ultima, List<Scheda> votazioni, String numeroDelibera, LocalDate data) {
    String titolo =
        "Delibera dell'Assemblea dei Sindaci n. %s del %s"
            .formatted(numeroDelibera, GIORNO.format(data));
    String numero = protocolla(ultima.piano().codiceAmbito(), titolo);
    var dati = new LinkedHashMap<String, Object>();
    dati.put("titolo", titolo);
    dati.put("ambito", ambito(ultima));
    dati.put("triennio", ultima.piano().triennio());
    dati.put("protocollo", numero);
    dati.put("numero", numeroDelibera);
    dati.put("data", GIORNO.format(data));
    dati.put("oggetto", ultima.deliberazione().titolo(ultima.piano().triennio()));
    dati.put(
        "dispositivo",
        ultima.deliberazione().dispositivo(ultima.piano().triennio(), ambito(ultima)));
    dati.put("regolamento", ultima.regolamento());
    dati.put("votazioni", votazioni);
    dati.put("chiusura", ultima.chiusura());
    return conserva(
        ultima, TipoDocumento.DELIBERA, titolo, "delibera", numero, "delibera-assemblea", dati);
  }

  /** A vote in words. */
  static Scheda scheda(Quadro quadro, Votazione votazione) {
    var quorum = votazione.quorum();
    var scrutinio = votazione.scrutinio();
    var nomi = quadro.nomi();
    return new Scheda(
        votazione.punto().descrizione(),
        GIORNO.format(votazione.tenuta()) + ", ore " + ORA.format(votazione.tenuta()),
        votazione.esito(),
        quorum(quorum),
        quadro.regolamento().maggioranza(votazione.punto()).descrizione(),
        numero(scrutinio.favorevoli()),
        numero(scrutinio.contrari()),
        numero(scrutinio.astenuti()),
        chi(quadro, votazione, Voto.FAVOREVOLE, nomi),
        chi(quadro, votazione, Voto.CONTRARIO, nomi),
        chi(quadro, votazione, Voto.ASTENUTO, nomi),
        votazione.corregge() == null
            ? null
            : "Corregge la votazione n. %d: %s"
                .formatted(votazione.corregge(), votazione.motivo()));
  }

  /** {@code presenti 20 Comuni su 24, richiesti 13; abitanti …}. */
  static String quorum(Quorum quorum) {
    String teste =
        "presenti %d Comuni su %d, richiesti %d"
            .formatted(quorum.comuniPresenti(), quorum.comuni(), quorum.comuniRichiesti());
    String abitanti =
        String.format(
            Locale.ITALY,
            "rappresentati %,d abitanti su %,d, richiesti %,d",
            quorum.popolazionePresente(),
            quorum.popolazione(),
            quorum.popolazioneRichiesta());
    return switch (quorum.modo()) {
      case TESTE -> teste;
      case POPOLAZIONE -> abitanti;
      case ENTRAMBI -> teste + "; " + abitanti;
    };
  }

  private static String chi(
      Quadro quadro, Votazione votazione, Voto voto, Map<String, String> nomi) {
    var comuni = new ArrayList<String>();
    for (VotoEspresso espresso : quadro.voti().getOrDefault(votazione.id(), List.of())) {
      if (espresso.voto() == voto) {
        String comune = nomi.getOrDefault(espresso.codiceIstat(), espresso.codiceIstat());
        comuni.add(
            quadro.regolamento().modoVoto() == ModoVoto.PONDERATO
                ? comune + " (" + numero(espresso.peso()) + ")"
                : comune);
      }
    }
    return comuni.isEmpty() ? "nessuno" : String.join(", ", comuni.stream().sorted().toList());
  }

  private static List<Presenza> presenze(Quadro quadro) {
    var presenze = quadro.presenze();
    var intervenuti = presenze.intervenuti();
    return quadro.componenti().stream()
        .map(
            c -> {
              var chi = quadro.rappresentanti().get(c.codiceIstat());
              boolean venuto = intervenuti.contains(c.codiceIstat());
              return new Presenza(
                  c.denominazione(),
                  numero(c.popolazione()),
                  chi == null ? (venuto ? "sindaco o sindaca" : "–") : chi.descrizione(),
                  venuto ? orari(presenze, c) : "–",
                  venuto ? "presente" : "assente");
            })
        .toList();
  }

  /** Who did not leave stayed to the end. */
  private static String orari(Presenze presenze, Componente comune) {
    String orari = presenze.orari(comune.codiceIstat());
    return orari.endsWith("–") ? orari + "fine" : orari;
  }

  private Documento conserva(
      Quadro quadro,
      TipoDocumento tipo,
      String titolo,
      String nome,
      String numero,
      String modello,
      Map<String, Object> dati) {
    return fascicolo.conserva(
        NuovoDocumento.pdf(
            quadro.piano().pianoId(),
            "seduta:" + quadro.seduta().id(),
            tipo,
            titolo,
            "%s-%s.pdf".formatted(nome, numero.replace('/', '-')),
            stampa.pdf(modello, dati),
            numero));
  }

  private String protocolla(String codiceAmbito, String oggetto) {
    return protocollo.registra(codiceAmbito, Protocollo.Verso.USCITA, oggetto).toString();
  }

  private String ambito(Quadro quadro) {
    return anagrafica.ambito(quadro.piano().codiceAmbito()).denominazione();
  }

  private static String esteso(ZonedDateTime istante) {
    return PER_ESTESO.format(istante.withZoneSameInstant(Termini.ROMA));
  }

  private static String numero(long valore) {
    return String.format(Locale.ITALY, "%,d", valore);
  }
}
