package it.pianodizona.fascicolo;

import it.pianodizona.comune.Catena;
import it.pianodizona.comune.Catena.Alterazione;
import it.pianodizona.comune.Catena.Anello;
import it.pianodizona.comune.Catena.Riga;
import it.pianodizona.comune.Catena.RigaAgliAtti;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Chains the documents of each plan's fascicolo, and reads all of them again. */
@Component
class RegistroDeiDocumenti implements RegistroDiProve {

  private static final String FAMIGLIA = "fascicolo";

  /** Few files in memory at a time. */
  private static final int PER_VOLTA = 8;

  private final JdbcClient jdbc;
  private final JdbcTemplate pocheAllaVolta;
  private final Catene catene;

  RegistroDeiDocumenti(JdbcClient jdbc, DataSource database, Catene catene) {
    this.jdbc = jdbc;
    this.pocheAllaVolta = new JdbcTemplate(database);
    this.pocheAllaVolta.setFetchSize(PER_VOLTA);
    this.catene = catene;
  }

  /** Gives a document that was just kept its place in the chain of its plan. */
  void aggiungi(Documento documento) {
    Anello anello = catene.aggiungi(nome(documento.pianoId()), riga(documento));
    jdbc.sql(
            """
            insert into documento_anello
              (documento_id, catena_numero, catena_precedente, catena_impronta)
            values (?, ?, ?, ?)""")
        .params(documento.id(), anello.numero(), anello.precedente(), anello.impronta())
        .update();
  }

  @Override
  public String famiglia() {
    return FAMIGLIA;
  }

  @Override
  public String descrizione() {
    return "documenti del fascicolo";
  }

  @Override
  public Map<String, List<RigaAgliAtti>> catene() {
    var trovate = new LinkedHashMap<String, List<RigaAgliAtti>>();
    jdbc.sql(
            """
            select d.*, a.catena_numero, a.catena_precedente, a.catena_impronta
              from documento_fascicolo d join documento_anello a on a.documento_id = d.id""")
        .query(
            riga -> {
              Documento documento = Fascicolo.documento(riga, 0);
              trovate
                  .computeIfAbsent(nome(documento.pianoId()), n -> new ArrayList<>())
                  .add(
                      new RigaAgliAtti(
                          nome(documento),
                          new Anello(
                              riga.getLong("catena_numero"),
                              riga.getString("catena_precedente"),
                              riga.getString("catena_impronta")),
                          riga(documento)));
            });
    return trovate;
  }

  /** The bytes against their SHA-256, and documents that lost their bytes or their place. */
  @Override
  public List<Alterazione> altriControlli() {
    var alterazioni = new ArrayList<Alterazione>();
    pocheAllaVolta.query(
        """
            select d.*, c.contenuto, a.documento_id anello,
                   (select min(x.documento_id) from documento_anello x) primo
              from documento_fascicolo d
              left join contenuto_fascicolo c on c.documento_id = d.id
              left join documento_anello a on a.documento_id = d.id
             order by d.id""",
        (RowCallbackHandler)
            riga -> {
              Documento documento = Fascicolo.documento(riga, 0);
              byte[] contenuto = riga.getBytes("contenuto");
              if (contenuto == null) {
                alterazioni.add(new Alterazione(nome(documento), "il file manca"));
              } else if (!Impronta.sha256(contenuto).equals(documento.sha256())) {
                alterazioni.add(
                    new Alterazione(nome(documento), "il file non ha più il suo SHA-256"));
              }
              long primo = riga.getLong("primo");
              if (riga.getObject("anello") == null && primo > 0 && documento.id() > primo) {
                alterazioni.add(
                    new Alterazione(nome(documento), "ha perso il suo posto nella catena"));
              }
            });
    return alterazioni;
  }

  private static Riga riga(Documento documento) {
    return Catena.riga("documento")
        .campo("id", documento.id())
        .campo("piano_id", documento.pianoId())
        .campo("riferimento", documento.riferimento())
        .campo("tipo", documento.tipo())
        .campo("titolo", documento.titolo())
        .campo("nome_file", documento.nomeFile())
        .campo("tipo_contenuto", documento.tipoContenuto())
        .campo("dimensione", documento.dimensione())
        .campo("sha256", documento.sha256())
        .campo("protocollo", documento.protocollo())
        .campo("inserito_da", documento.inseritoDa())
        .campo("inserito", documento.inserito());
  }

  private static String nome(Documento documento) {
    return "documento %d (%s)".formatted(documento.id(), documento.nomeFile());
  }

  private static String nome(long pianoId) {
    return FAMIGLIA + ":" + pianoId;
  }
}
