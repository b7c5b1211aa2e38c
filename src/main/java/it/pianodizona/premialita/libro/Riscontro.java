package it.pianodizona.premialita.libro;

import it.pianodizona.comune.Denaro;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Compares the lines of the treasury with the movements of the ledger, one to one, from the surest
 * sign to the weakest: the number of the movement, then act, beneficiary and amount together, then
 * two of the three. What is left on either side is explained.
 */
final class Riscontro {

  /**
   * What was found.
   *
   * @param movimento {@code null} when only the treasury has it
   * @param riga {@code null} when only the ledger has it
   */
  record Voce(EsitoRiscontro esito, Movimento movimento, RigaTesoreria riga, String spiegazione) {}

  private final List<Movimento> liberi;
  private final Map<Long, RigaTesoreria> abbinati = new HashMap<>();
  private final List<Movimento> movimenti;
  private final Map<RigaTesoreria, Voce> voci = new LinkedHashMap<>();

  private Riscontro(List<Movimento> movimenti) {
    this.movimenti = movimenti;
    this.liberi = new ArrayList<>(movimenti);
  }

  /**
   * @param movimenti those that moved the treasury
   * @return the lines in the order of the file, then what the treasury does not have
   */
  static List<Voce> confronta(List<Movimento> movimenti, List<RigaTesoreria> righe) {
    var riscontro = new Riscontro(movimenti);
    righe.forEach(riga -> riscontro.voci.put(riga, null));
    riscontro.mandatiRipetuti(righe);
    riscontro.ancora(riscontro::perNumero);
    riscontro.ancora(riscontro::esatto);
    riscontro.ancora(riscontro::giaPagato);
    riscontro.ancora(riscontro::altroImporto);
    riscontro.ancora(riscontro::altroBeneficiario);
    riscontro.ancora(riscontro::sconosciuto);
    var esito = new ArrayList<>(riscontro.voci.values());
    riscontro.soloNelLibro(esito);
    return esito;
  }

  private interface Passo {
    Optional<Voce> di(RigaTesoreria riga);
  }

  private void ancora(Passo passo) {
    for (var voce : voci.entrySet()) {
      if (voce.getValue() == null) {
        passo.di(voce.getKey()).ifPresent(voce::setValue);
      }
    }
  }

  private void mandatiRipetuti(List<RigaTesoreria> righe) {
    var visti = new HashMap<String, RigaTesoreria>();
    for (var riga : righe) {
      var prima = riga.mandato().isEmpty() ? null : visti.putIfAbsent(piatto(riga.mandato()), riga);
      if (prima != null) {
        voci.put(
            riga,
            new Voce(
                EsitoRiscontro.DUPLICATO,
                null,
                riga,
                "Il mandato %s è già alla riga %d".formatted(riga.mandato(), prima.numero())));
      }
    }
  }

  private Optional<Voce> perNumero(RigaTesoreria riga) {
    if (riga.movimento().isEmpty()) {
      return Optional.empty();
    }
    var movimento =
        movimenti.stream().filter(m -> m.numero().equalsIgnoreCase(riga.movimento())).findFirst();
    return movimento.map(
        m -> {
          var prima = abbinati.get(m.id());
          if (prima != null) {
            return new Voce(
                EsitoRiscontro.DUPLICATO,
                m,
                riga,
                "Il movimento %s è già pagato alla riga %d".formatted(m.numero(), prima.numero()));
          }
          abbina(m, riga);
          if (!m.uscita().equals(riga.importo())) {
            return importoDiverso(m, riga);
          }
          return stessoBeneficiario(m, riga) ? corrisponde(m, riga) : beneficiarioDiverso(m, riga);
        });
  }

  private Optional<Voce> esatto(RigaTesoreria riga) {
    return primo(
            m ->
                stessoAtto(m, riga)
                    && stessoBeneficiario(m, riga)
                    && m.uscita().equals(riga.importo()))
        .map(
            m -> {
              abbina(m, riga);
              return corrisponde(m, riga);
            });
  }

  private Optional<Voce> giaPagato(RigaTesoreria riga) {
    return movimenti.stream()
        .filter(
            m ->
                abbinati.containsKey(m.id())
                    && stessoAtto(m, riga)
                    && stessoBeneficiario(m, riga)
                    && m.uscita().equals(riga.importo()))
        .findFirst()
        .map(
            m ->
                new Voce(
                    EsitoRiscontro.DUPLICATO,
                    m,
                    riga,
                    "Stesso atto, beneficiario e importo della riga %d, che paga il movimento %s"
                        .formatted(abbinati.get(m.id()).numero(), m.numero())));
  }

  private Optional<Voce> altroImporto(RigaTesoreria riga) {
    return primo(m -> stessoAtto(m, riga) && stessoBeneficiario(m, riga))
        .map(
            m -> {
              abbina(m, riga);
              return importoDiverso(m, riga);
            });
  }

  private Optional<Voce> altroBeneficiario(RigaTesoreria riga) {
    return primo(m -> stessoAtto(m, riga) && m.uscita().equals(riga.importo()))
        .map(
            m -> {
              abbina(m, riga);
              return beneficiarioDiverso(m, riga);
            });
  }

  private Optional<Voce> sconosciuto(RigaTesoreria riga) {
    return Optional.of(
        new Voce(
            EsitoRiscontro.SCONOSCIUTO,
            null,
            riga,
            "Nel libro non c'è alcun movimento dell'atto %s a favore di %s per %s"
                .formatted(riga.atto(), riga.beneficiario(), riga.importo())));
  }

  private void soloNelLibro(List<Voce> esito) {
    var mancanti = liberi.stream().map(Movimento::id).toList();
    for (var movimento : liberi) {
      boolean annullato =
          movimento.storna() != null
              ? mancanti.contains(movimento.storna())
              : liberi.stream().anyMatch(m -> Objects.equals(m.storna(), movimento.id()));
      esito.add(
          annullato
              ? new Voce(
                  EsitoRiscontro.ANNULLATO,
                  movimento,
                  null,
                  "Il movimento e il suo storno si compensano e la tesoreria non ha nessuno dei due")
              : new Voce(
                  EsitoRiscontro.MANCANTE,
                  movimento,
                  null,
                  "Il movimento %s dell'atto %s non risulta alla tesoreria"
                      .formatted(movimento.numero(), movimento.atto())));
    }
  }

  private Optional<Movimento> primo(Predicate<Movimento> condizione) {
    return liberi.stream().filter(condizione).findFirst();
  }

  private void abbina(Movimento movimento, RigaTesoreria riga) {
    liberi.remove(movimento);
    abbinati.put(movimento.id(), riga);
  }

  private static Voce corrisponde(Movimento m, RigaTesoreria riga) {
    return new Voce(EsitoRiscontro.CORRISPONDE, m, riga, "Movimento " + m.numero());
  }

  private static Voce importoDiverso(Movimento m, RigaTesoreria riga) {
    Denaro differenza = riga.importo().meno(m.uscita());
    return new Voce(
        EsitoRiscontro.IMPORTO_DIVERSO,
        m,
        riga,
        "La tesoreria ha %s, il movimento %s è di %s: differenza %s%s"
            .formatted(
                riga.importo(),
                m.numero(),
                m.uscita(),
                differenza,
                stessoBeneficiario(m, riga)
                    ? ""
                    : "; anche il beneficiario è diverso, nel libro è " + m.beneficiario()));
  }

  private static Voce beneficiarioDiverso(Movimento m, RigaTesoreria riga) {
    return new Voce(
        EsitoRiscontro.BENEFICIARIO_DIVERSO,
        m,
        riga,
        "La tesoreria ha pagato %s, il movimento %s è a favore di %s"
            .formatted(riga.beneficiario(), m.numero(), m.beneficiario()));
  }

  private static boolean stessoAtto(Movimento m, RigaTesoreria riga) {
    return piatto(m.atto()).equals(piatto(riga.atto()));
  }

  private static boolean stessoBeneficiario(Movimento m, RigaTesoreria riga) {
    return piatto(m.beneficiario()).equals(piatto(riga.beneficiario()));
  }

  /** Letters and digits only: a treasury writes in capitals and without apostrophes. */
  private static String piatto(String testo) {
    return testo.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
  }
}
