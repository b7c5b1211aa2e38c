package it.pianodizona.motore;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.ProvaDiProcesso;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class IndiciDelMotoreTest extends ProvaDiProcesso {

  @Autowired private DataSource database;

  @Test
  void iLavoriInCorsoSiTrovanoSenzaGuardareTuttiGliAltri() {
    assertThat(
            new JdbcTemplate(database)
                .queryForObject(
                    """
                    explain select altro.id_ from act_ru_job altro
                    where altro.lock_owner_ is not null and altro.lock_exp_time_ >= now()""",
                    String.class))
        .contains("ACT_IDX_JOB_IN_CORSO");
  }
}
