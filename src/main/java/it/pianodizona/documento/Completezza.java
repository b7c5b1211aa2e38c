package it.pianodizona.documento;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a version still lacks before it can go on (S3 § 8.1 and 8.2, Tabelle 2 and 3). */
final class Completezza {

  private Completezza() {}

  static List<Mancanza> mancanze(
      Map<Parte, Sezione> sezioni,
      Collection<EsitoNumerato> esiti,
      Collection<Obiettivo> obiettivi) {
    var mancanze = new ArrayList<Mancanza>();
    for (var parte : Parte.values()) {
      var sezione = sezioni.get(parte);
      switch (parte) {
        case ESITI -> esiti(esiti, mancanze);
        case OBIETTIVI -> obiettivi(obiettivi, mancanze);
        default -> {
          if (sezione.testoOVuoto().length() < Parte.LUNGHEZZA_MINIMA) {
            mancanze.add(
                new Mancanza(
                    parte,
                    "manca il testo di almeno %d caratteri.".formatted(Parte.LUNGHEZZA_MINIMA),
                    false));
          }
        }
      }
      if (sezione.stato() != StatoSezione.PRONTA) {
        mancanze.add(
            new Mancanza(
                parte,
                "è «%s»; segnarla «pronta» quando lo è.".formatted(sezione.stato().descrizione()),
                false));
      }
    }
    return mancanze;
  }

  private static void esiti(Collection<EsitoNumerato> esiti, List<Mancanza> mancanze) {
    if (esiti.isEmpty()) {
      mancanze.add(
          new Mancanza(
              Parte.ESITI,
              "non c'è nessuna scheda degli esiti della programmazione precedente.",
              true));
    }
    for (var numerato : esiti) {
      var esito = numerato.esito();
      var manca = new ArrayList<String>();
      seVuoto(esito.motivoCambiamento(), "perché c'è o non c'è stato un cambiamento", manca);
      seVuoto(esito.motivoRiproposto(), "perché è o non è riproposto", manca);
      if (!manca.isEmpty()) {
        mancanze.add(
            new Mancanza(
                Parte.ESITI,
                "nell'esito «%s» manca: %s.".formatted(esito.obiettivo(), String.join(", ", manca)),
                false));
      }
    }
  }

  private static void obiettivi(Collection<Obiettivo> obiettivi, List<Mancanza> mancanze) {
    if (obiettivi.isEmpty()) {
      mancanze.add(new Mancanza(Parte.OBIETTIVI, "non c'è nessun obiettivo.", false));
    }
    for (var obiettivo : obiettivi) {
      var scheda = obiettivo.scheda();
      var manca = new ArrayList<String>();
      seVuoto(scheda.descrizione(), "descrizione", manca);
      seVuoto(scheda.target(), "target", manca);
      seVuoto(scheda.personale(), "risorse di personale", manca);
      seVuoto(scheda.bisogni(), "bisogni", manca);
      seVuoto(scheda.modalita(), "modalità", manca);
      seVuoto(scheda.risultati(), "risultati", manca);
      seVuoto(scheda.impatto(), "impatto", manca);
      if (!manca.isEmpty()) {
        mancanze.add(
            new Mancanza(
                Parte.OBIETTIVI,
                "nell'obiettivo %s manca: %s.".formatted(nome(obiettivo), String.join(", ", manca)),
                false));
      }
      if (obiettivo.indicatori().isEmpty()) {
        mancanze.add(
            new Mancanza(
                Parte.OBIETTIVI,
                "l'obiettivo %s non ha indicatori misurabili (raccomandati, § 8.1)."
                    .formatted(nome(obiettivo)),
                true));
      }
      if (!scheda.risorseEconomiche().positivo() && obiettivo.fondi().isEmpty()) {
        mancanze.add(
            new Mancanza(
                Parte.OBIETTIVI,
                "l'obiettivo %s non ha risorse economiche, né proprie né condivise."
                    .formatted(nome(obiettivo)),
                true));
      }
    }
  }

  private static String nome(Obiettivo obiettivo) {
    return "%d «%s»".formatted(obiettivo.numero(), obiettivo.scheda().titolo());
  }

  private static void seVuoto(String testo, String nome, List<String> manca) {
    if (testo == null || testo.isBlank()) {
      manca.add(nome);
    }
  }
}
