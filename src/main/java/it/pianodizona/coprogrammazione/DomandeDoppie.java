package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Destinatario;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Domande that one body sent twice on a notice: all are registered, one goes on. Nothing is lost:
 * the other one keeps its number, its history and its attachments.
 */
@Service
@Transactional
public class DomandeDoppie {

  private static final String CAMPO = "Domanda che resta";

  private final JdbcClient jdbc;
  private final ArchivioDomande archivio;
  private final Domande domande;
  private final Avvisi avvisi;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  DomandeDoppie(
      JdbcClient jdbc,
      ArchivioDomande archivio,
      Domande domande,
      Avvisi avvisi,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.archivio = archivio;
    this.domande = domande;
    this.avvisi = avvisi;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * The earlier domanda that a new one must be compared with.
   *
   * @throws DatoNonValido when there is none
   */
  @Transactional(readOnly = true)
  public Domanda precedente(long domandaId) {
    return cercaPrecedente(archivio.domanda(domandaId))
        .orElseThrow(
            () -> DatoNonValido.regola(CAMPO, "l'ente non ha un'altra domanda su questo avviso."));
  }

  /**
   * Whether a domanda must be compared before it is examined. One that waits to be compared with a
   * domanda withdrawn meanwhile goes on by itself.
   */
  public boolean daConfrontare(long domandaId) {
    var domanda = archivio.domanda(domandaId);
    if (domanda.stato() != StatoDomanda.DA_CONFRONTARE) {
      return false;
    }
    boolean altre = cercaPrecedente(domanda).isPresent();
    if (!altre) {
      archivio.passa(domandaId, StatoDomanda.REGISTRATA, null);
    }
    return altre;
  }

  private Optional<Domanda> cercaPrecedente(Domanda nuova) {
    return archivio.vive(nuova.avvisoId(), nuova.dati().codiceFiscale()).stream()
        .filter(altra -> ordine(altra).compareTo(ordine(nuova)) < 0)
        .min(Comparator.comparing(DomandeDoppie::ordine));
  }

  /** Year and number in the protocol register, which orders arrivals. */
  private static String ordine(Domanda domanda) {
    var parti = domanda.protocollo().split("/");
    return parti[1] + "/" + parti[0];
  }

  /** Domande whose areas and attachments went to this one. */
  @Transactional(readOnly = true)
  public List<Long> unite(long domandaId) {
    var unite = new ArrayList<Long>();
    var daGuardare = List.of(domandaId);
    while (!daGuardare.isEmpty()) {
      daGuardare =
          jdbc.sql(
                  """
                  select assorbita_id from confronto_domande
                  where tenuta_id in (:tenute) and unite order by assorbita_id""")
              .param("tenute", daGuardare)
              .query(Long.class)
              .list();
      unite.addAll(daGuardare);
    }
    return unite;
  }

  /**
   * The office keeps one of two domande.
   *
   * @param domandaId the new one, which waits to be compared
   * @param precedenteId the one it was shown next to; should that one have been absorbed meanwhile,
   *     the one that absorbed it counts
   * @return whether the new one stays
   * @throws DatoNonValido when the earlier one should stay but was withdrawn or excluded
   */
  public boolean scegli(long domandaId, long precedenteId, SceltaFraDoppie scelta, String chi) {
    var nuova = archivio.domanda(domandaId, StatoDomanda.DA_CONFRONTARE);
    var precedente = archivio.domanda(inVigore(precedenteId));
    boolean viva =
        archivio.vive(nuova.avvisoId(), nuova.dati().codiceFiscale()).stream()
            .anyMatch(altra -> altra.id() == precedente.id());
    if (!viva && !scelta.restaLaNuova()) {
      throw DatoNonValido.regola(
          CAMPO,
          "la domanda con protocollo %s intanto è stata %s: può restare solo la nuova."
              .formatted(precedente.protocollo(), precedente.situazione()));
    }
    var tenuta = scelta.restaLaNuova() ? nuova : precedente;
    archivio.annota(tenuta.id(), FattoDomanda.CONFRONTATA, scelta.motivi(), null, chi);
    if (viva) {
      assorbi(tenuta, scelta.restaLaNuova() ? precedente : nuova, domandaId, scelta, chi);
    }
    if (scelta.restaLaNuova()) {
      archivio.passa(domandaId, StatoDomanda.REGISTRATA, null);
    }
    return scelta.restaLaNuova();
  }

  private void assorbi(
      Domanda tenuta, Domanda altra, long procedimentoDi, SceltaFraDoppie scelta, String chi) {
    jdbc.sql(
            """
            insert into confronto_domande (tenuta_id, assorbita_id, unite, motivi, chi, quando)
            values (?, ?, ?, ?, ?, ?)""")
        .params(
            tenuta.id(),
            altra.id(),
            scelta.unisce(),
            scelta.motivi(),
            chi,
            OffsetDateTime.now(orologio))
        .update();
    jdbc.sql("update domanda set assorbita_da = ? where id = ?")
        .params(tenuta.id(), altra.id())
        .update();
    archivio.concludi(
        altra,
        EsitoDomanda.ASSORBITA,
        "Vale la domanda dello stesso ente con protocollo %s%s. %s"
            .formatted(
                tenuta.protocollo(),
                scelta.unisce() ? ", con le aree e gli allegati di questa" : "",
                scelta.motivi()),
        null,
        chi);
    archivio.spegni(altra.id());
    var nuoveAree =
        scelta.unisce()
            ? altra.dati().aree().stream()
                .filter(area -> !tenuta.dati().aree().contains(area))
                .toList()
            : List.<String>of();
    nuoveAree.forEach(area -> archivio.aggiungiArea(tenuta.id(), area));
    domande.comunicaEsito(altra.id());
    if (tenuta.ammessa() && !nuoveAree.isEmpty()) {
      domande.comunicaEsito(tenuta.id());
    }
    var avviso = avvisi.avviso(tenuta.avvisoId());
    eventi.publishEvent(
        new DomandeConfrontate(
            tenuta.piano(),
            procedimentoDi,
            tenuta.id(),
            altra.id(),
            tenuta.protocollo(),
            altra.protocollo(),
            scelta.unisce(),
            scelta.motivi(),
            Stream.of(altra, tenuta)
                .map(d -> new Destinatario(d.dati().denominazione(), d.dati().email()))
                .toList(),
            archivio.domanda(tenuta.id()).dati().aree().stream().map(avviso::nomeArea).toList(),
            tenuta.token()));
  }

  private long inVigore(long domandaId) {
    long corrente = domandaId;
    while (true) {
      var assorbente =
          jdbc.sql("select assorbita_da from domanda where id = ? and assorbita_da is not null")
              .param(corrente)
              .query(Long.class)
              .optional();
      if (assorbente.isEmpty()) {
        return corrente;
      }
      corrente = assorbente.get();
    }
  }
}
