package it.pianodizona.documento;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.comune.Termini;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The writing of one version by several people over weeks. Whoever saves says which revision was
 * read: when somebody else saved in the meantime nothing is written and {@link ModificaSuperata}
 * tells so. Every change leaves its entry in the history.
 */
@Service
@Transactional
public class Redazione {

  private static final int DENOMINAZIONE_MASSIMA = 300;

  private final JdbcClient jdbc;
  private final ArchivioSezioni sezioni;
  private final ArchivioSchede schede;
  private final Documenti documenti;
  private final Clock orologio;

  Redazione(
      JdbcClient jdbc,
      ArchivioSezioni sezioni,
      ArchivioSchede schede,
      Documenti documenti,
      Clock orologio) {
    this.jdbc = jdbc;
    this.sezioni = sezioni;
    this.schede = schede;
    this.documenti = documenti;
    this.orologio = orologio;
  }

  /** The seven parts of a version, in order. */
  @Transactional(readOnly = true)
  public List<Sezione> sezioni(long documentoId) {
    return List.copyOf(sezioni.sezioni(documentoId).values());
  }

  @Transactional(readOnly = true)
  public Sezione sezione(long documentoId, Parte parte) {
    return sezioni.sezioni(documentoId).get(parte);
  }

  /** The history of a part, newest first. */
  @Transactional(readOnly = true)
  public List<Stesura> storia(long documentoId, Parte parte) {
    return sezioni.storia(documentoId, parte);
  }

  @Transactional(readOnly = true)
  public Optional<Stesura> stesura(long documentoId, long id) {
    return sezioni.stesura(documentoId, id);
  }

  /** The cards of part 1, in order. */
  @Transactional(readOnly = true)
  public List<EsitoNumerato> esiti(long documentoId) {
    return schede.esiti(documentoId);
  }

  /** The shared budgets of a version, in order. */
  @Transactional(readOnly = true)
  public List<FondoCondiviso> fondi(long documentoId) {
    return schede.fondi(documentoId);
  }

  /** The money of a version; a shared budget counts once. */
  @Transactional(readOnly = true)
  public QuadroRisorse risorse(long documentoId) {
    return QuadroRisorse.di(schede.obiettivi(documentoId));
  }

  /** What these parts of a version still lack, in the order of the document. */
  @Transactional(readOnly = true)
  public List<Mancanza> mancanze(long documentoId, Collection<Parte> parti) {
    return Completezza.mancanze(
            sezioni.sezioni(documentoId), schede.esiti(documentoId), schede.obiettivi(documentoId))
        .stream()
        .filter(mancanza -> parti.contains(mancanza.parte()))
        .toList();
  }

  /** Whether a part can still be written. */
  @Transactional(readOnly = true)
  public boolean modificabile(long documentoId, Parte parte) {
    return documenti.modificabile(documentoId) && !sezione(documentoId, parte).consegnata();
  }

  /**
   * Writes the text, the state and the owner of a part.
   *
   * @param revisione the one that was read before writing
   * @param chi login
   * @throws ModificaSuperata when somebody else saved in the meantime
   * @throws DatoNonValido when the part can no longer be written
   */
  public void scrivi(long documentoId, Parte parte, int revisione, TestoSezione nuovo, String chi) {
    richiediModificabile(documentoId, parte);
    var prima = sezione(documentoId, parte);
    var stato =
        nuovo.stato() == StatoSezione.DA_SCRIVERE && nuovo.testo() != null
            ? StatoSezione.IN_LAVORAZIONE
            : nuovo.stato();
    var scritto = new TestoSezione(nuovo.testo(), stato, nuovo.responsabile());
    if (!sezioni.scrivi(documentoId, parte, revisione, scritto, chi)) {
      throw new ModificaSuperata("Il testo della parte " + parte.numero());
    }
    if (!Objects.equals(prima.testo(), scritto.testo())) {
      sezioni.annota(documentoId, parte, Stesura.TESTO, scritto.testo(), chi);
    }
    if (prima.stato() != stato) {
      sezioni.annota(documentoId, parte, "Stato", stato.descrizione(), chi);
    }
    if (!Objects.equals(prima.responsabile(), scritto.responsabile())) {
      sezioni.annota(documentoId, parte, "Responsabile", scritto.responsabile(), chi);
    }
  }

  /** Adds a card to part 1 and gives back its number. */
  public int aggiungiEsito(long documentoId, EsitoPrecedente esito, String chi) {
    richiediModificabile(documentoId, Parte.ESITI);
    int numero = schede.aggiungiEsito(documentoId, esito);
    annota(documentoId, esito, TestoScheda.di(esito), chi);
    return numero;
  }

  /**
   * @throws ModificaSuperata when somebody else saved or removed it in the meantime
   */
  public void modificaEsito(
      long documentoId, int numero, int revisione, EsitoPrecedente esito, String chi) {
    richiediModificabile(documentoId, Parte.ESITI);
    if (!schede.modificaEsito(documentoId, numero, revisione, esito)) {
      throw new ModificaSuperata("L'esito «%s»".formatted(esito.obiettivo()));
    }
    annota(documentoId, esito, TestoScheda.di(esito), chi);
  }

  /**
   * @throws ModificaSuperata when somebody else saved or removed it in the meantime
   */
  public void eliminaEsito(long documentoId, int numero, int revisione, String chi) {
    richiediModificabile(documentoId, Parte.ESITI);
    var tolto =
        schede.esiti(documentoId).stream().filter(esito -> esito.numero() == numero).findFirst();
    if (tolto.isEmpty() || !schede.eliminaEsito(documentoId, numero, revisione)) {
      throw new ModificaSuperata("L'esito");
    }
    annota(documentoId, tolto.get().esito(), null, chi);
  }

  private void annota(long documentoId, EsitoPrecedente esito, String testo, String chi) {
    sezioni.annota(documentoId, Parte.ESITI, "Esito «%s»".formatted(esito.obiettivo()), testo, chi);
    sezioni.segnaInLavorazione(documentoId, Parte.ESITI, chi);
  }

  /**
   * Adds an objective at the end of part 5 and gives back its id.
   *
   * @throws DatoNonValido when a shared budget is not of this version
   */
  public long aggiungiObiettivo(long documentoId, DatiObiettivo dati, String chi) {
    richiediModificabile(documentoId, Parte.OBIETTIVI);
    long id = aggiungi(documentoId, dati, chi);
    sezioni.segnaInLavorazione(documentoId, Parte.OBIETTIVI, chi);
    return id;
  }

  /**
   * @throws ModificaSuperata when somebody else saved or removed it in the meantime
   * @throws DatoNonValido when a shared budget is not of this version
   */
  public void modificaObiettivo(long id, int revisione, DatiObiettivo dati, String chi) {
    var prima = obiettivo(id);
    richiediModificabile(prima.documentoId(), Parte.OBIETTIVI);
    verificaFondi(prima.documentoId(), dati);
    if (!schede.modificaObiettivo(id, revisione, dati)) {
      throw new ModificaSuperata("L'obiettivo «%s»".formatted(prima.scheda().titolo()));
    }
    annota(prima.documentoId(), dati, chi);
    sezioni.segnaInLavorazione(prima.documentoId(), Parte.OBIETTIVI, chi);
  }

  /**
   * @throws ModificaSuperata when somebody else saved or removed it in the meantime
   */
  public void eliminaObiettivo(long id, int revisione, String chi) {
    var prima = obiettivo(id);
    richiediModificabile(prima.documentoId(), Parte.OBIETTIVI);
    if (!schede.eliminaObiettivo(id, revisione)) {
      throw new ModificaSuperata("L'obiettivo «%s»".formatted(prima.scheda().titolo()));
    }
    sezioni.annota(prima.documentoId(), Parte.OBIETTIVI, oggetto(prima.scheda()), null, chi);
    sezioni.segnaInLavorazione(prima.documentoId(), Parte.OBIETTIVI, chi);
  }

  /**
   * Adds a table of objectives, all or none.
   *
   * @param fondi shared budgets to add first, by name; the objectives name them
   * @param sostituisci whether the objectives of the version are removed before
   * @return how many objectives were added
   */
  public int importa(
      long documentoId, ObiettiviDaImportare tabella, boolean sostituisci, String chi) {
    richiediModificabile(documentoId, Parte.OBIETTIVI);
    if (sostituisci) {
      schede
          .obiettivi(documentoId)
          .forEach(
              tolto ->
                  sezioni.annota(documentoId, Parte.OBIETTIVI, oggetto(tolto.scheda()), null, chi));
      schede.eliminaObiettivi(documentoId);
    }
    var perNome =
        schede.fondi(documentoId).stream()
            .collect(
                Collectors.toMap(
                    fondo -> ObiettiviDaImportare.chiave(fondo.denominazione()),
                    FondoCondiviso::id,
                    (primo, omonimo) -> primo));
    for (var fondo : tabella.fondi().entrySet()) {
      if (!perNome.containsKey(ObiettiviDaImportare.chiave(fondo.getKey()))) {
        perNome.put(
            ObiettiviDaImportare.chiave(fondo.getKey()),
            aggiungiFondo(documentoId, fondo.getKey(), fondo.getValue(), chi));
      }
    }
    for (var riga : tabella.obiettivi()) {
      var fondi =
          riga.fondi().stream()
              .map(nome -> perNome.get(ObiettiviDaImportare.chiave(nome)))
              .collect(Collectors.toSet());
      aggiungi(documentoId, new DatiObiettivo(riga.scheda(), riga.indicatori(), fondi), chi);
    }
    sezioni.segnaInLavorazione(documentoId, Parte.OBIETTIVI, chi);
    return tabella.obiettivi().size();
  }

  /** Adds a shared budget and gives back its id. */
  public long aggiungiFondo(long documentoId, String denominazione, Denaro importo, String chi) {
    richiediModificabile(documentoId, Parte.OBIETTIVI);
    verifica(denominazione, importo);
    long id = schede.aggiungiFondo(documentoId, denominazione.strip(), importo);
    annota(documentoId, denominazione, importo.toString(), chi);
    return id;
  }

  /**
   * @throws ModificaSuperata when somebody else saved or removed it in the meantime
   */
  public void modificaFondo(
      FondoCondiviso letto, String denominazione, Denaro importo, String chi) {
    richiediModificabile(letto.documentoId(), Parte.OBIETTIVI);
    verifica(denominazione, importo);
    if (!schede.modificaFondo(letto.id(), letto.revisione(), denominazione.strip(), importo)) {
      throw new ModificaSuperata("Il fondo «%s»".formatted(letto.denominazione()));
    }
    annota(letto.documentoId(), denominazione, importo.toString(), chi);
  }

  /**
   * Removes a shared budget from the version and from its objectives.
   *
   * @throws ModificaSuperata when somebody else saved or removed it in the meantime
   */
  public void eliminaFondo(FondoCondiviso letto, String chi) {
    richiediModificabile(letto.documentoId(), Parte.OBIETTIVI);
    if (!schede.eliminaFondo(letto.id(), letto.revisione())) {
      throw new ModificaSuperata("Il fondo «%s»".formatted(letto.denominazione()));
    }
    annota(letto.documentoId(), letto.denominazione(), null, chi);
  }

  private void annota(long documentoId, String denominazione, String importo, String chi) {
    sezioni.annota(
        documentoId,
        Parte.OBIETTIVI,
        "Fondo condiviso «%s»".formatted(denominazione.strip()),
        importo,
        chi);
    sezioni.segnaInLavorazione(documentoId, Parte.OBIETTIVI, chi);
  }

  private static void verifica(String denominazione, Denaro importo) {
    if (denominazione == null
        || denominazione.isBlank()
        || denominazione.strip().length() > DENOMINAZIONE_MASSIMA) {
      throw new DatoNonValido(
          "Denominazione del fondo",
          denominazione,
          "un testo da 1 a %d caratteri".formatted(DENOMINAZIONE_MASSIMA));
    }
    if (importo.negativo()) {
      throw new DatoNonValido("Importo", importo, "un importo maggiore o uguale a zero");
    }
  }

  /**
   * Hands in some parts: from here on they stay as they are.
   *
   * @param motivo why something that may be missing is missing; {@code null} when nothing is
   * @throws DatoNonValido when something is missing that must not, or that needs a reason
   */
  public void consegna(long documentoId, Collection<Parte> parti, String motivo, String chi) {
    documenti.blocca(documentoId);
    var mancanze = mancanze(documentoId, parti);
    var insuperabili = mancanze.stream().filter(mancanza -> !mancanza.derogabile()).toList();
    if (!insuperabili.isEmpty()) {
      throw DatoNonValido.regola("Documento incompleto", elenco(insuperabili));
    }
    if (!mancanze.isEmpty()) {
      if (motivo == null || motivo.isBlank()) {
        throw DatoNonValido.regola(
            "Motivo", "da indicare per proseguire comunque. " + elenco(mancanze));
      }
      jdbc.sql(
              """
              insert into deroga_documento (documento_id, mancanze, motivo, chi, quando)
              values (?, ?, ?, ?, ?)""")
          .params(
              documentoId,
              mancanze.stream().map(Mancanza::riga).collect(Collectors.joining("\n")),
              motivo.strip(),
              chi,
              OffsetDateTime.now(orologio))
          .update();
    }
    sezioni.consegna(documentoId, parti);
  }

  private static String elenco(List<Mancanza> mancanze) {
    return mancanze.stream().map(Mancanza::riga).collect(Collectors.joining(" "));
  }

  /** Why parts of a version were handed in incomplete, in order of time. */
  @Transactional(readOnly = true)
  public List<Deroga> deroghe(long documentoId) {
    return jdbc.sql("select * from deroga_documento where documento_id = ? order by id")
        .param(documentoId)
        .query(
            (riga, numero) ->
                new Deroga(
                    riga.getString("mancanze"),
                    riga.getString("motivo"),
                    riga.getString("chi"),
                    riga.getObject("quando", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA)))
        .list();
  }

  private long aggiungi(long documentoId, DatiObiettivo dati, String chi) {
    verificaFondi(documentoId, dati);
    long id = schede.aggiungiObiettivo(documentoId, null, dati);
    annota(documentoId, dati, chi);
    return id;
  }

  private void annota(long documentoId, DatiObiettivo dati, String chi) {
    var fondi =
        schede.fondi(documentoId).stream()
            .filter(fondo -> dati.fondi().contains(fondo.id()))
            .toList();
    sezioni.annota(
        documentoId,
        Parte.OBIETTIVI,
        oggetto(dati.scheda()),
        TestoScheda.di(dati.scheda(), dati.indicatori(), fondi),
        chi);
  }

  private static String oggetto(SchedaObiettivo scheda) {
    return "Obiettivo «%s»".formatted(scheda.titolo());
  }

  private void verificaFondi(long documentoId, DatiObiettivo dati) {
    Map<Long, FondoCondiviso> propri =
        schede.fondi(documentoId).stream()
            .collect(Collectors.toMap(FondoCondiviso::id, fondo -> fondo));
    if (!propri.keySet().containsAll(dati.fondi())) {
      throw DatoNonValido.regola(
          "Fondi condivisi", "scegliere solo fondi di questa versione del documento.");
    }
  }

  private Obiettivo obiettivo(long id) {
    return schede.obiettivo(id).orElseThrow(() -> new ModificaSuperata("L'obiettivo"));
  }

  private void richiediModificabile(long documentoId, Parte parte) {
    documenti.richiediModificabile(documentoId);
    if (sezione(documentoId, parte).consegnata()) {
      throw DatoNonValido.regola(
          "Documento di Piano",
          "la parte %d è già stata consegnata e non si può più modificare in questa versione."
              .formatted(parte.numero()));
    }
  }
}
