package it.pianodizona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.ValoriSbagliati.Sbaglio;
import it.pianodizona.motore.modulo.ModuloNonValido;
import it.pianodizona.motore.modulo.ValoriModulo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/**
 * The life of a plan told by people who get every form wrong before they get it right: each field
 * of each form of the repository meets some of the wrong values that its definition lets one think
 * of, alone and together, through both doors of the engine. A refusal names the field and leaves no
 * trace.
 */
class ModuliSbagliatiTest extends PercorsoCompleto {

  private static final int PER_CAMPO = 2;
  private static final int COMBINAZIONI = 4;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Seeded: a failure comes back at the next run. */
  private final Random caso = new Random(2025_2027);

  private final Set<String> provati = new HashSet<>();
  private final Set<String> moduli = new TreeSet<>();
  private String contaRighe;

  ModuliSbagliatiTest() {
    super("2028-2030");
  }

  @Test
  void nessunModuloAccettaValoriSbagliatiEIlPianoArrivaInFondoLoStesso() {
    ilPianoArrivaInFondoETuttoIlRestoSuccede();
    assertThat(moduli).isEqualTo(moduliNelRepository());
  }

  /** Gets the form wrong in every way, the first time this task is met, and then right. */
  @Override
  protected void completa(Task compito, Map<String, ?> giusti) {
    if (provati.add(compito.getTaskDefinitionKey())) {
      var modulo = definizione(motore.getFormService().getDeployedTaskForm(compito.getId()));
      moduli.add(modulo.path("id").asText());
      var prima = stato(compito);
      var compilati = new HashMap<>(prima.modulo());
      compilati.putAll(giusti);
      sbaglia(
          ValoriSbagliati.di(modulo, compilati),
          giusti,
          invio -> {
            if (caso.nextBoolean()) {
              motore.getTaskService().complete(compito.getId(), invio);
            } else {
              motore.getFormService().submitTaskForm(compito.getId(), invio);
            }
          },
          () -> assertThat(stato(compito)).isEqualTo(prima));
    }
    super.completa(compito, giusti);
  }

  @Override
  protected void avviaDalModulo(String processo, Map<String, ?> giusti) {
    if (provati.add(processo)) {
      var definizione = definizione(processo);
      var modulo = definizione(motore.getFormService().getDeployedStartForm(definizione));
      moduli.add(modulo.path("id").asText());
      var prima = righe();
      sbaglia(
          ValoriSbagliati.di(modulo, giusti),
          giusti,
          invio -> motore.getFormService().submitStartForm(definizione, invio),
          () -> assertThat(righe()).isEqualTo(prima));
    }
    super.avviaDalModulo(processo, giusti);
  }

  private void sbaglia(
      List<Sbaglio> sbagli,
      Map<String, ?> giusti,
      Consumer<Map<String, Object>> invio,
      Runnable tuttoComePrima) {
    assertThat(sbagli).as("modi di sbagliare il modulo").isNotEmpty();
    var prove = new ArrayList<List<Sbaglio>>();
    sbagli.stream()
        .collect(Collectors.groupingBy(Sbaglio::campo, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(delCampo -> alcuni(delCampo).forEach(sbaglio -> prove.add(List.of(sbaglio))));
    for (int i = 0; i < COMBINAZIONI; i++) {
      prove.add(insieme(sbagli));
    }
    for (var prova : prove) {
      var dati = new HashMap<String, Object>(giusti);
      prova.forEach(sbaglio -> dati.put(sbaglio.chiave(), sbaglio.valore()));
      rifiutato(prova, () -> invio.accept(comeDalBrowser(dati)));
      tuttoComePrima.run();
    }
  }

  private List<Sbaglio> alcuni(List<Sbaglio> delCampo) {
    var mescolati = new ArrayList<>(delCampo);
    Collections.shuffle(mescolati, caso);
    return mescolati.subList(0, Math.min(PER_CAMPO, mescolati.size()));
  }

  /** Two to four mistakes in different fields, none of which depends on the others. */
  private List<Sbaglio> insieme(List<Sbaglio> sbagli) {
    var mescolati =
        new ArrayList<>(sbagli.stream().filter(sbaglio -> !sbaglio.condizionato()).toList());
    Collections.shuffle(mescolati, caso);
    var chiavi = new HashSet<String>();
    return mescolati.stream()
        .filter(sbaglio -> chiavi.add(sbaglio.chiave()))
        .limit(2 + caso.nextInt(3))
        .toList();
  }

  private static void rifiutato(List<Sbaglio> prova, ThrowingCallable invio) {
    var descrizione = prova.toString();
    var rifiuto = catchThrowable(invio);
    assertThat(rifiuto)
        .as(descrizione.substring(0, Math.min(500, descrizione.length())))
        .isInstanceOf(ModuloNonValido.class);
    for (var sbaglio : prova) {
      assertThat(((ModuloNonValido) rifiuto).errori())
          .as(descrizione.substring(0, Math.min(500, descrizione.length())))
          .allSatisfy(frase -> assertThat(frase).startsWith("«").endsWith(".").hasSizeLessThan(500))
          .anySatisfy(frase -> assertThat(frase).contains(sbaglio.nome()));
    }
  }

  /** An open task and everything around it that a refused submission must not touch. */
  private record Stato(
      String nome, String assegnatario, Map<String, Object> modulo, Map<String, Long> righe) {}

  private Stato stato(Task compito) {
    var aperto =
        motore.getTaskService().createTaskQuery().taskId(compito.getId()).active().singleResult();
    assertThat(aperto).as("il compito resta aperto").isNotNull();
    return new Stato(
        aperto.getName(),
        aperto.getAssignee(),
        ValoriModulo.dalMotore(
            motore.getTaskService().getVariablesLocalTyped(compito.getId(), true)),
        righe());
  }

  /** Rows of every table of the database: ours, and the engine's with its jobs and its history. */
  private Map<String, Long> righe() {
    if (contaRighe == null) {
      contaRighe =
          jdbc
              .sql(
                  """
                  select table_name from information_schema.tables
                  where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'""")
              .query(String.class)
              .list()
              .stream()
              .map("select '%1$s' tabella, count(*) righe from \"%1$s\""::formatted)
              .collect(Collectors.joining(" union all "));
    }
    var righe = new TreeMap<String, Long>();
    jdbc.sql(contaRighe).query((riga, n) -> righe.put(riga.getString(1), riga.getLong(2))).list();
    return righe;
  }

  private static JsonNode definizione(InputStream modulo) {
    try (modulo) {
      return JSON.readTree(modulo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
