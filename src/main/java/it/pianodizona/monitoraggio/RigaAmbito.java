package it.pianodizona.monitoraggio;

import it.pianodizona.comune.Denaro;
import it.pianodizona.monitoraggio.LavoriInCorso.Lavoro;
import it.pianodizona.piano.Fase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * One Ambito in one triennio, as the Region sees it at a glance.
 *
 * @param distretto name of its ASST; both for an Ambito over two, empty for one without its own
 * @param piano {@code null} when no plan was started for the Ambito in the triennio
 */
public record RigaAmbito(
    String codiceAts,
    String ats,
    List<String> codiciAsst,
    String distretto,
    String codiceAmbito,
    String ambito,
    String triennio,
    DatiPiano piano,
    Firme firme,
    Premi premialita,
    FlussiDovuti flussi,
    Partecipazione partecipazione,
    Obiettivi obiettivi,
    Lavoro lavoro) {

  /**
   * @param inRitardo the term passed before all had signed, even if they have signed since
   * @param giorni days that remain; negative past the term, {@code null} once it is concluded
   * @param proroghe regional acts that moved the term; {@code null} when none did
   * @param accordoPrecedente last day to which the previous Accordo was extended, or {@code null}
   */
  public record DatiPiano(
      long id,
      Fase fase,
      boolean inRitardo,
      LocalDate scadenzaAccordo,
      Long giorni,
      String proroghe,
      LocalDate accordoPrecedente) {

    static Long giorni(Fase fase, LocalDate oggi, LocalDate scadenza) {
      return concluso(fase) ? null : ChronoUnit.DAYS.between(oggi, scadenza);
    }

    static boolean concluso(Fase fase) {
      return fase.compareTo(Fase.ACCORDO) > 0;
    }
  }

  /**
   * @param enti 0 while the Accordo is not open for signature
   */
  public record Firme(
      int enti, int firmati, List<String> mancanti, List<String> rifiuti, LocalDate trasmesso) {
    static final Firme NESSUNA = new Firme(0, 0, List.of(), List.of(), null);
  }

  /**
   * Projects, and euro.
   *
   * @param senzaPartner presented projects that no other Ambito shares
   * @param inAttesa projects with something still to be paid
   */
  public record Premi(
      int presentati,
      int approvati,
      int senzaPartner,
      int inAttesa,
      Denaro assegnata,
      Denaro pagata,
      Denaro residua) {
    static final Premi NESSUNO = new Premi(0, 0, 0, 0, Denaro.ZERO, Denaro.ZERO, Denaro.ZERO);
  }

  /**
   * @param inTempo acquired, or not yet due
   * @param inRitardo due and not acquired
   * @param bloccanti those in ritardo, when some premialità of the Ambito waits to be paid
   */
  public record FlussiDovuti(int inTempo, int inRitardo, int bloccanti) {
    static final FlussiDovuti NESSUNO = new FlussiDovuti(0, 0, 0);

    FlussiDovuti bloccantiSe(boolean siAspettaUnPagamento) {
      return siAspettaUnPagamento ? new FlussiDovuti(inTempo, inRitardo, inRitardo) : this;
    }
  }

  /** Bodies that applied to the notice, and those that adhered to the Accordo. */
  public record Partecipazione(
      int domande, int ammessi, int conRiserva, int esclusi, int ritirate, int adesioni) {
    static final Partecipazione NESSUNA = new Partecipazione(0, 0, 0, 0, 0, 0);
  }

  /** Objectives of the current Documento di Piano; by macroarea, A to J. */
  public record Obiettivi(
      int totale, int coProgettati, int sociosanitari, Map<String, Integer> perMacroarea) {
    static final Obiettivi NESSUNO = new Obiettivi(0, 0, 0, Map.of());
  }

  /** How the plan stands against the regional term. */
  public enum Stato {
    SENZA_PIANO("Nessun piano avviato", "–"),
    IN_TEMPO("Nei termini", "T"),
    IN_SCADENZA("Mancano meno di 30 giorni", "S"),
    IN_RITARDO("In ritardo", "R"),
    CONCLUSO("Accordo concluso nei termini", "C"),
    CONCLUSO_TARDI("Accordo concluso oltre il termine", "O");

    private final String descrizione;
    private final String sigla;

    Stato(String descrizione, String sigla) {
      this.descrizione = descrizione;
      this.sigla = sigla;
    }

    /** As the Region reads it. */
    public String descrizione() {
      return descrizione;
    }

    /** One letter for the map, where colour alone would not do. */
    public String sigla() {
      return sigla;
    }
  }

  public Stato stato() {
    if (piano == null) {
      return Stato.SENZA_PIANO;
    }
    if (piano.giorni() == null) {
      return piano.inRitardo() ? Stato.CONCLUSO_TARDI : Stato.CONCLUSO;
    }
    if (piano.inRitardo() || piano.giorni() < 0) {
      return Stato.IN_RITARDO;
    }
    return piano.giorni() < 30 ? Stato.IN_SCADENZA : Stato.IN_TEMPO;
  }

  /** What remains until the term, in words. */
  public String giorniInParole() {
    if (piano == null) {
      return "–";
    }
    if (piano.giorni() == null) {
      return "Accordo concluso";
    }
    long giorni = piano.giorni();
    if (giorni == 0) {
      return "scade oggi";
    }
    return giorni > 0
        ? (giorni == 1 ? "1 giorno" : giorni + " giorni")
        : "oltre il termine di " + (giorni == -1 ? "1 giorno" : -giorni + " giorni");
  }

  /** Phase in words. */
  public String fase() {
    return piano == null ? Stato.SENZA_PIANO.descrizione() : piano.fase().descrizione();
  }

  /** Payments that a late flow keeps from being made. */
  public boolean bloccato() {
    return flussi.bloccanti() > 0;
  }
}
