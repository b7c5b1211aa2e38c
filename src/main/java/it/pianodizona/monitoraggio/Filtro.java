package it.pianodizona.monitoraggio;

import it.pianodizona.piano.Fase;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which rows somebody wants to see; empty or unknown values choose everything.
 *
 * @param ats codice
 * @param asst codice
 * @param fase name of a {@link Fase}
 * @param situazione name of a {@link Situazione}
 * @param cerca part of the name or the code of the Ambito, whatever the accents
 */
public record Filtro(String ats, String asst, String fase, String situazione, String cerca) {

  private static final int LUNGHEZZA = 100;
  public static final Filtro NESSUNO = new Filtro("", "", "", "", "");

  /** What one may look for besides the phase. */
  public enum Situazione {
    RITARDO("Piani in ritardo"),
    SCADENZA("Termine entro 30 giorni"),
    FLUSSI("Flussi in ritardo"),
    BLOCCATI("Pagamenti bloccati"),
    ANOMALIE("Anomalie da risolvere"),
    SENZA_PIANO("Nessun piano avviato");

    private final String descrizione;

    Situazione(String descrizione) {
      this.descrizione = descrizione;
    }

    /** As it is offered. */
    public String descrizione() {
      return descrizione;
    }

    boolean vale(RigaAmbito riga) {
      return switch (this) {
        case RITARDO -> riga.stato() == RigaAmbito.Stato.IN_RITARDO;
        case SCADENZA -> riga.stato() == RigaAmbito.Stato.IN_SCADENZA;
        case FLUSSI -> riga.flussi().inRitardo() > 0;
        case BLOCCATI -> riga.bloccato();
        case ANOMALIE -> riga.lavoro().anomalie() > 0;
        case SENZA_PIANO -> riga.piano() == null;
      };
    }
  }

  public Filtro {
    ats = pulito(ats);
    asst = pulito(asst);
    fase = Stream.of(Fase.values()).map(Fase::name).anyMatch(pulito(fase)::equals) ? fase : "";
    situazione =
        Stream.of(Situazione.values()).map(Situazione::name).anyMatch(pulito(situazione)::equals)
            ? situazione
            : "";
    cerca = pulito(cerca);
  }

  public boolean attivo() {
    return !equals(NESSUNO);
  }

  boolean ammette(RigaAmbito riga) {
    return (ats.isEmpty() || ats.equals(riga.codiceAts()))
        && (asst.isEmpty() || riga.codiciAsst().contains(asst))
        && (fase.isEmpty() || riga.piano() != null && riga.piano().fase().name().equals(fase))
        && (situazione.isEmpty() || Situazione.valueOf(situazione).vale(riga))
        && (cerca.isEmpty()
            || senzaAccenti(riga.ambito()).contains(senzaAccenti(cerca))
            || riga.codiceAmbito().startsWith(cerca));
  }

  private static String pulito(String valore) {
    var testo = valore == null ? "" : valore.strip();
    return testo.length() > LUNGHEZZA ? testo.substring(0, LUNGHEZZA) : testo;
  }

  private static String senzaAccenti(String testo) {
    return Normalizer.normalize(testo, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ITALIAN);
  }
}
