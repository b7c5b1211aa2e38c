package it.pianodizona.tavoli;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.NuovoDocumento;
import it.pianodizona.fascicolo.Stampa;
import it.pianodizona.fascicolo.TipoDocumento;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The documento istruttorio di sintesi: what all the tavoli of a notice leave to the plan, in one
 * paper (S2 §3; art. 55 d.lgs. 117/2017).
 */
@Service
@Transactional
public class DocumentoDiSintesi {

  private final JdbcClient jdbc;
  private final Avvisi avvisi;
  private final Composizione composizione;
  private final Incontri incontri;
  private final Verbali verbali;
  private final Tavoli tavoli;
  private final Contributi contributi;
  private final Anagrafica anagrafica;
  private final Fascicolo fascicolo;
  private final Stampa stampa;

  DocumentoDiSintesi(
      JdbcClient jdbc,
      Avvisi avvisi,
      Composizione composizione,
      Incontri incontri,
      Verbali verbali,
      Tavoli tavoli,
      Contributi contributi,
      Anagrafica anagrafica,
      Fascicolo fascicolo,
      Stampa stampa) {
    this.jdbc = jdbc;
    this.avvisi = avvisi;
    this.composizione = composizione;
    this.incontri = incontri;
    this.verbali = verbali;
    this.tavoli = tavoli;
    this.contributi = contributi;
    this.anagrafica = anagrafica;
    this.fascicolo = fascicolo;
    this.stampa = stampa;
  }

  /**
   * A tavolo in the document.
   *
   * @param sintesi {@code null} when none was written
   */
  public record Capitolo(
      String area,
      SintesiDelTavolo sintesi,
      List<Seduta> incontri,
      List<String> membri,
      int contributiScritti) {}

  /** A meeting in the document: when, how many attended. */
  public record Seduta(String quando, String esito) {}

  static String riferimento(long avvisoId) {
    return "sintesi:avviso:" + avvisoId;
  }

  /** Prints the document and keeps it in the fascicolo, once. */
  public Documento componi(long avvisoId) {
    var avviso = avvisi.avviso(avvisoId);
    var piano = avviso.piano();
    var fatto = fascicolo.di(piano.pianoId(), riferimento(avvisoId));
    if (!fatto.isEmpty()) {
      return fatto.get(0);
    }
    var capitoli = new ArrayList<Capitolo>();
    for (var tavoloId : tavoli(avvisoId)) {
      capitoli.add(capitolo(tavoloId));
    }
    var pdf =
        stampa.pdf(
            "sintesi-tavoli",
            Map.of(
                "ente",
                "Ambito " + anagrafica.ambito(piano.codiceAmbito()).denominazione(),
                "triennio",
                piano.triennio(),
                "avviso",
                avviso,
                "capitoli",
                capitoli));
    return fascicolo.conserva(
        NuovoDocumento.pdf(
            piano.pianoId(),
            riferimento(avvisoId),
            TipoDocumento.SINTESI,
            "Documento istruttorio di sintesi – avviso " + avviso.numero(),
            "sintesi-" + avviso.numero() + ".pdf",
            pdf,
            null));
  }

  private List<Long> tavoli(long avvisoId) {
    return jdbc.sql("select id from tavolo_tematico where avviso_id = ? order by id")
        .param(avvisoId)
        .query(Long.class)
        .list();
  }

  private Capitolo capitolo(long tavoloId) {
    var presenze = verbali.presenze(tavoloId);
    return new Capitolo(
        composizione.tavolo(tavoloId).area(),
        tavoli.sintesiDelTavolo(tavoloId).orElse(null),
        incontri.delTavolo(tavoloId).stream()
            .filter(i -> presenze.containsKey(i.id()))
            .map(i -> new Seduta(i.quando(), presenti(presenze.get(i.id()))))
            .toList(),
        composizione.membri(tavoloId).stream().map(Membro::etichetta).toList(),
        contributi.delTavolo(tavoloId).size());
  }

  /** An attendance in words. */
  public static String presenti(int quanti) {
    return switch (quanti) {
      case 0 -> "deserto";
      case 1 -> "1 presente";
      default -> quanti + " presenti";
    };
  }
}
