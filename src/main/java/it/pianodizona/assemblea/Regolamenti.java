package it.pianodizona.assemblea;

import static it.pianodizona.assemblea.RegolamentoAssemblea.QUALSIASI;
import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.Catena;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the Assemblee, every version of them; adopting a version never touches another. */
@Service
@Transactional
public class Regolamenti {

  /** The most specific first, then the latest. */
  private static final String DAL_PIU_SPECIFICO =
      """
       order by case when codice_ambito = '*' then 0 else 4 end
                + case when codice_ats = '*' then 0 else 2 end
                + case when triennio = '*' then 0 else 1 end desc, valido_dal desc, versione desc
      """;

  private final JdbcClient jdbc;
  private final Anagrafica anagrafica;
  private final Piani piani;
  private final Clock orologio;

  Regolamenti(JdbcClient jdbc, Anagrafica anagrafica, Piani piani, Clock orologio) {
    this.jdbc = jdbc;
    this.anagrafica = anagrafica;
    this.piani = piani;
    this.orologio = orologio;
  }

  /**
   * The rules in force today for a plan: those of its Ambito before those of its ATS and before the
   * product's placeholder, those of its triennio before those of any; the latest version of them.
   */
  @Transactional(readOnly = true)
  public RegolamentoAssemblea inVigore(long pianoId) {
    RiferimentoPiano piano = piani.riferimento(pianoId);
    return jdbc.sql(
            """
            select * from regolamento_assemblea
             where triennio in (:triennio, '*') and codice_ats in (:ats, '*')
               and codice_ambito in (:ambito, '*') and valido_dal <= :oggi
            """
                + DAL_PIU_SPECIFICO
                + " fetch first 1 row only")
        .param("triennio", piano.triennio())
        .param("ats", anagrafica.ambito(piano.codiceAmbito()).codiceAts())
        .param("ambito", piano.codiceAmbito())
        .param("oggi", LocalDate.now(orologio))
        .query(Regolamenti::regolamento)
        .single();
  }

  /** Every version that concerns an Ambito, the most specific and the latest first. */
  @Transactional(readOnly = true)
  public List<RegolamentoAssemblea> versioni(String codiceAmbito) {
    return jdbc.sql(
            """
            select * from regolamento_assemblea
             where codice_ats in (?, '*') and codice_ambito in (?, '*')
            """
                + DAL_PIU_SPECIFICO)
        .params(anagrafica.ambito(codiceAmbito).codiceAts(), codiceAmbito)
        .query(Regolamenti::regolamento)
        .list();
  }

  @Transactional(readOnly = true)
  public RegolamentoAssemblea regolamento(long id) {
    return jdbc.sql("select * from regolamento_assemblea where id = ?")
        .param(id)
        .query(Regolamenti::regolamento)
        .single();
  }

  /**
   * Records a new version of the rules; sittings already convened keep theirs.
   *
   * @param regolamento its id and version are ignored: the version follows the last of the same
   *     triennio, ATS and Ambito
   * @throws DatoNonValido when the act is missing or in the future, or the rules are in force
   *     before their act
   */
  public RegolamentoAssemblea adotta(RegolamentoAssemblea regolamento, String chi) {
    verificaAtto(regolamento);
    OffsetDateTime adesso = Catena.conservabile(OffsetDateTime.now(orologio));
    Soglia prima = regolamento.quorumPrimaConvocazione();
    Soglia seconda = regolamento.quorumSecondaConvocazione();
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into regolamento_assemblea
              (triennio, codice_ats, codice_ambito, versione, valido_dal, atto, data_atto,
               segnaposto, giorni_preavviso, giorni_liberi, ore_urgenza, modo_quorum,
               prima_numeratore, prima_denominatore, prima_piu_uno, seconda_numeratore,
               seconda_denominatore, seconda_piu_uno, modo_voto, maggioranza_piano,
               maggioranza_schema, maggioranza_attuazione, astensioni, deleghe_ammesse, deleghe_massime,
               comuni_per_delegato, fonte_popolazione, anno_popolazione, adottato_da, adottato)
            values (?, ?, ?,
              (select coalesce(max(r.versione), 0) + 1 from regolamento_assemblea r
                where r.triennio = ? and r.codice_ats = ? and r.codice_ambito = ?),
              ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            regolamento.triennio(),
            regolamento.codiceAts(),
            regolamento.codiceAmbito(),
            regolamento.triennio(),
            regolamento.codiceAts(),
            regolamento.codiceAmbito(),
            regolamento.validoDal(),
            regolamento.atto(),
            regolamento.dataAtto(),
            regolamento.segnaposto(),
            regolamento.giorniPreavviso(),
            regolamento.giorniLiberi(),
            regolamento.oreUrgenza(),
            regolamento.modoQuorum().name(),
            prima.numeratore(),
            prima.denominatore(),
            prima.piuUno(),
            seconda.numeratore(),
            seconda.denominatore(),
            seconda.piuUno(),
            regolamento.modoVoto().name(),
            regolamento.maggioranzaPiano().name(),
            regolamento.maggioranzaSchema().name(),
            regolamento.maggioranzaAttuazione().name(),
            regolamento.astensioni().name(),
            regolamento.deleghe().ammesse(),
            regolamento.deleghe().massime(),
            regolamento.deleghe().comuniPerDelegato(),
            regolamento.fontePopolazione(),
            regolamento.annoPopolazione(),
            chi,
            adesso)
        .update(chiave, "id");
    return regolamento(chiave.getKeyAs(Long.class));
  }

  private void verificaAtto(RegolamentoAssemblea regolamento) {
    if (regolamento.atto() == null || regolamento.atto().isBlank()) {
      throw new DatoNonValido("Atto", null, "gli estremi dell'atto, perché sono obbligatori");
    }
    LocalDate oggi = LocalDate.now(orologio);
    if (regolamento.dataAtto() == null || regolamento.dataAtto().isAfter(oggi)) {
      throw new DatoNonValido(
          "Data dell'atto",
          regolamento.dataAtto() == null ? null : GIORNO.format(regolamento.dataAtto()),
          "una data fino a oggi, " + GIORNO.format(oggi));
    }
    if (regolamento.validoDal().isBefore(regolamento.dataAtto())) {
      throw new DatoNonValido(
          "In vigore dal",
          GIORNO.format(regolamento.validoDal()),
          "una data dal %s, giorno dell'atto, in poi"
              .formatted(GIORNO.format(regolamento.dataAtto())));
    }
    if (!QUALSIASI.equals(regolamento.codiceAmbito())
        && !anagrafica
            .ambito(regolamento.codiceAmbito())
            .codiceAts()
            .equals(regolamento.codiceAts())) {
      throw new DatoNonValido(
          "Ambito",
          regolamento.codiceAmbito(),
          "un Ambito dell'ATS a cui il regolamento si applica");
    }
  }

  private static RegolamentoAssemblea regolamento(ResultSet riga, int numero) throws SQLException {
    return new RegolamentoAssemblea(
        riga.getLong("id"),
        riga.getString("triennio"),
        riga.getString("codice_ats"),
        riga.getString("codice_ambito"),
        riga.getInt("versione"),
        riga.getObject("valido_dal", LocalDate.class),
        riga.getString("atto"),
        riga.getObject("data_atto", LocalDate.class),
        riga.getBoolean("segnaposto"),
        riga.getInt("giorni_preavviso"),
        riga.getBoolean("giorni_liberi"),
        riga.getInt("ore_urgenza"),
        ModoQuorum.valueOf(riga.getString("modo_quorum")),
        soglia(riga, "prima"),
        soglia(riga, "seconda"),
        ModoVoto.valueOf(riga.getString("modo_voto")),
        Maggioranza.valueOf(riga.getString("maggioranza_piano")),
        Maggioranza.valueOf(riga.getString("maggioranza_schema")),
        Maggioranza.valueOf(riga.getString("maggioranza_attuazione")),
        Astensioni.valueOf(riga.getString("astensioni")),
        new RegolamentoAssemblea.Deleghe(
            riga.getBoolean("deleghe_ammesse"),
            riga.getObject("deleghe_massime", Integer.class),
            riga.getInt("comuni_per_delegato")),
        riga.getString("fonte_popolazione"),
        riga.getInt("anno_popolazione"),
        riga.getString("adottato_da"));
  }

  private static Soglia soglia(ResultSet riga, String convocazione) throws SQLException {
    return new Soglia(
        riga.getInt(convocazione + "_numeratore"),
        riga.getInt(convocazione + "_denominatore"),
        riga.getBoolean(convocazione + "_piu_uno"));
  }
}
