package it.pianodizona.tavoli;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Allegati;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.FormatoFile;
import it.pianodizona.fascicolo.NuovoDocumento;
import it.pianodizona.fascicolo.TipoDocumento;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the members send to a tavolo in writing, before and after its meetings. */
@Service
@Transactional
public class Contributi {

  /** Formats that members may attach. */
  public static final Set<FormatoFile> FORMATI =
      EnumSet.of(
          FormatoFile.PDF,
          FormatoFile.PDF_FIRMATO,
          FormatoFile.DOCX,
          FormatoFile.XLSX,
          FormatoFile.ODT,
          FormatoFile.ODS,
          FormatoFile.CSV,
          FormatoFile.JPEG,
          FormatoFile.PNG);

  /** How many files one contribution may carry. */
  public static final int FILE_MASSIMI = 5;

  private static final String CAMPO_FILE = "File";

  private final JdbcClient jdbc;
  private final Composizione composizione;
  private final Fascicolo fascicolo;
  private final Allegati allegati;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Contributi(
      JdbcClient jdbc,
      Composizione composizione,
      Fascicolo fascicolo,
      Allegati allegati,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.composizione = composizione;
    this.fascicolo = fascicolo;
    this.allegati = allegati;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /** Whether the tavolo still takes contributions: until its synthesis is written. */
  @Transactional(readOnly = true)
  public boolean aperti(long tavoloId) {
    return jdbc.sql("select count(*) from sintesi_tavolo where tavolo_id = ?")
            .param(tavoloId)
            .query(Long.class)
            .single()
        == 0;
  }

  /**
   * A member brings something in writing.
   *
   * @throws DatoNonValido when the synthesis is written already or a file cannot be accepted
   */
  void aggiungi(
      TavoloTematico tavolo,
      Membro membro,
      TipoContributo tipo,
      String testo,
      List<FileInviato> file) {
    if (!aperti(tavolo.id())) {
      throw DatoNonValido.regola(
          "Contributo", "la sintesi di questo tavolo è già scritta: non si accettano contributi.");
    }
    if (file.size() > FILE_MASSIMI) {
      throw DatoNonValido.regola(
          CAMPO_FILE, "se ne possono allegare al massimo " + FILE_MASSIMI + " alla volta.");
    }
    var accettati =
        file.stream()
            .map(f -> allegati.controlla(CAMPO_FILE, f.nome(), f.contenuto(), FORMATI))
            .toList();
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into contributo_tavolo (tavolo_id, membro_id, tipo, testo, arrivato)
            values (?, ?, ?, ?, ?)""")
        .params(tavolo.id(), membro.id(), tipo.name(), testo, OffsetDateTime.now(orologio))
        .update(chiave, "id");
    var riferimento = riferimento(chiave.getKeyAs(Number.class).longValue());
    for (var allegato : accettati) {
      fascicolo.conserva(
          new NuovoDocumento(
              tavolo.pianoId(),
              riferimento,
              TipoDocumento.CONTRIBUTO,
              "Contributo di %s al tavolo %s".formatted(membro.denominazione(), tavolo.area()),
              allegato.nomeFile(),
              allegato.formato().tipoContenuto(),
              allegato.contenuto(),
              null,
              inBreve(membro.denominazione())));
    }
    eventi.publishEvent(new TavoloAggiornato(composizione.piano(tavolo), tavolo.id()));
  }

  private static String inBreve(String nome) {
    return nome.length() <= 120 ? nome : nome.substring(0, 119) + "…";
  }

  private static String riferimento(long contributoId) {
    return "contributo:" + contributoId;
  }

  /** Everything that arrived in writing, in order of arrival. */
  @Transactional(readOnly = true)
  public List<ContributoScritto> delTavolo(long tavoloId) {
    long pianoId = composizione.tavolo(tavoloId).pianoId();
    Map<String, List<Documento>> file =
        fascicolo.delPiano(pianoId).stream()
            .filter(d -> d.tipo() == TipoDocumento.CONTRIBUTO)
            .collect(Collectors.groupingBy(Documento::riferimento));
    return jdbc.sql(
            """
            select c.id, c.tavolo_id, c.membro_id, s.denominazione, c.tipo, c.testo, c.arrivato
            from contributo_tavolo c
            join membro_tavolo m on m.id = c.membro_id
            join soggetto_tavoli s on s.id = m.soggetto_id
            where c.tavolo_id = ? order by c.id""")
        .param(tavoloId)
        .query(
            (riga, n) ->
                new ContributoScritto(
                    riga.getLong("id"),
                    riga.getLong("tavolo_id"),
                    riga.getLong("membro_id"),
                    riga.getString("denominazione"),
                    TipoContributo.valueOf(riga.getString("tipo")),
                    riga.getString("testo"),
                    riga.getObject("arrivato", OffsetDateTime.class)
                        .atZoneSameInstant(Termini.ROMA),
                    file.getOrDefault(riferimento(riga.getLong("id")), List.of())))
        .list();
  }
}
