package it.pianodizona.tavoli.processo;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.tavoli.Contributi;
import it.pianodizona.tavoli.ContributoScritto;
import it.pianodizona.tavoli.EsitoRisposta;
import it.pianodizona.tavoli.Incontri;
import it.pianodizona.tavoli.Incontro;
import it.pianodizona.tavoli.Membro;
import it.pianodizona.tavoli.Tavoli;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the forms of a tavolo show of it: members, meetings with their answers, written pieces. */
@Component
class SchedaDelTavolo {

  private final Tavoli tavoli;
  private final Incontri incontri;
  private final Contributi contributi;

  SchedaDelTavolo(Tavoli tavoli, Incontri incontri, Contributi contributi) {
    this.tavoli = tavoli;
    this.incontri = incontri;
    this.contributi = contributi;
  }

  /** Who sits there, as rows of a table, and who cannot be reached by mail. */
  Map<String, Object> membri(long tavoloId) {
    var membri = tavoli.membri(tavoloId);
    var modulo = new HashMap<String, Object>();
    modulo.put("elencoMembri", membri.stream().map(SchedaDelTavolo::riga).toList());
    modulo.put("senzaEmail", senzaEmail(membri));
    return modulo;
  }

  private static Map<String, String> riga(Membro membro) {
    return Map.of(
        "nome",
        membro.denominazione(),
        "ruolo",
        membro.tipo().etichetta(),
        "note",
        membro.note() == null ? "" : membro.note(),
        "email",
        membro.raggiungibile() ? membro.email() : "senza e-mail");
  }

  private static String senzaEmail(List<Membro> membri) {
    var nomi =
        membri.stream()
            .filter(m -> !m.raggiungibile())
            .map(Membro::denominazione)
            .collect(Collectors.joining(", "));
    return nomi.isEmpty() ? null : nomi;
  }

  /** The meetings with how their members answered, as rows of a table. */
  List<Map<String, String>> incontri(long tavoloId) {
    var membri = tavoli.membri(tavoloId);
    return incontri.delTavolo(tavoloId).stream()
        .map(
            i ->
                Map.of(
                    "incontro", "n. " + i.numero(),
                    "quando", i.quando(),
                    "luogo", i.luogo(),
                    "stato", i.stato().descrizione(),
                    "risposte", i.convocato() ? risposte(i, membri) : ""))
        .toList();
  }

  private String risposte(Incontro incontro, List<Membro> membri) {
    var risposte = incontri.risposte(incontro.id());
    int presenti = 0;
    int sostituti = 0;
    int assenti = 0;
    int silenziosi = 0;
    for (var membro : membri) {
      var risposta = risposte.get(membro.id());
      if (risposta == null) {
        silenziosi++;
      } else if (risposta.esito() == EsitoRisposta.ASSENTE) {
        assenti++;
      } else if (risposta.esito() == EsitoRisposta.SOSTITUTO) {
        sostituti++;
      } else {
        presenti++;
      }
    }
    return Stream.of(
            quanti(presenti, "presente", "presenti"),
            quanti(sostituti, "sostituto", "sostituti"),
            quanti(assenti, "assente", "assenti"),
            quanti(silenziosi, "senza risposta", "senza risposta"))
        .filter(parte -> !parte.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String quanti(int numero, String uno, String tanti) {
    return switch (numero) {
      case 0 -> "";
      case 1 -> "1 " + uno;
      default -> numero + " " + tanti;
    };
  }

  /** Addresses of the attendance sheets of the meetings still to be written up. */
  List<Map<String, String>> fogliPresenze(long tavoloId) {
    return incontri.delTavolo(tavoloId).stream()
        .filter(Incontro::convocato)
        .map(
            i ->
                Map.of(
                    "titolo",
                    "Foglio presenze dell'incontro n. " + i.numero(),
                    "indirizzo",
                    foglioPresenze(i.id())))
        .toList();
  }

  static String foglioPresenze(long incontroId) {
    return "/ufficio/tavoli/incontri/" + incontroId + "/foglio-presenze.pdf";
  }

  static String documento(long documentoId) {
    return "/ufficio/tavoli/documenti/" + documentoId;
  }

  /** Meetings as options of a choice. */
  List<Map<String, String>> scelte(long tavoloId, Predicate<Incontro> quali) {
    return incontri.delTavolo(tavoloId).stream()
        .filter(quali)
        .map(
            i ->
                Map.of(
                    "label", "n. %d, %s".formatted(i.numero(), i.quando()),
                    "value", String.valueOf(i.id())))
        .toList();
  }

  /** The members as options of a choice. */
  static List<Map<String, String>> scelte(List<Membro> membri) {
    return membri.stream()
        .map(m -> Map.of("label", m.etichetta(), "value", String.valueOf(m.id())))
        .toList();
  }

  /**
   * What arrived in writing: a table, and the addresses of the files. Both null when nothing did.
   */
  Map<String, Object> scritti(long tavoloId) {
    var scritti = contributi.delTavolo(tavoloId);
    var file = new ArrayList<Map<String, String>>();
    for (var contributo : scritti) {
      for (var documento : contributo.file()) {
        file.add(
            Map.of(
                "titolo", documento.nomeFile(),
                "indirizzo", documento(documento.id())));
      }
    }
    var modulo = new HashMap<String, Object>();
    modulo.put(
        "scritti", scritti.isEmpty() ? null : scritti.stream().map(SchedaDelTavolo::riga).toList());
    modulo.put("fileScritti", file.isEmpty() ? null : file);
    return modulo;
  }

  /** What arrived in writing, and the members as options. */
  Map<String, Object> scrittiEMembri(long tavoloId) {
    var modulo = new HashMap<>(scritti(tavoloId));
    modulo.put("membri", scelte(tavoli.membri(tavoloId)));
    return modulo;
  }

  private static Map<String, String> riga(ContributoScritto contributo) {
    return Map.of(
        "ente", contributo.ente(),
        "arrivato", DateItaliane.GIORNO_E_ORA.format(contributo.arrivato()),
        "tipo", contributo.tipo().etichetta(),
        "testo", contributo.testo(),
        "file",
            contributo.file().stream().map(Documento::nomeFile).collect(Collectors.joining(", ")));
  }
}
