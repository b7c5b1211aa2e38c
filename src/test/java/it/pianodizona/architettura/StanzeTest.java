package it.pianodizona.architettura;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom: the rooms of the house, in the order of the life cycle. */
class StanzeTest {

  private static final String RADICE = "it.pianodizona.";

  /** A room may know those before it, never those after it. */
  static final List<String> ORDINE =
      List.of(
          "comune",
          "motore",
          "anagrafica",
          "piano",
          "fascicolo",
          "coprogrammazione",
          "tavoli",
          "documento",
          "assemblea",
          "accordo",
          "premialita",
          "attuazione",
          "notifiche",
          "registro",
          "monitoraggio",
          "portale",
          "dimostrazione",
          "simulazione");

  private static final JavaClasses CLASSI =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("it.pianodizona");

  static Stream<String> stanze() {
    return ORDINE.stream();
  }

  @ParameterizedTest
  @MethodSource("stanze")
  void unaStanzaNonConosceQuelleCheVengonoDopo(String stanza) {
    soloStanzePrecedenti(stanza).check(CLASSI);
  }

  @Test
  void soloIlMotoreELeCartelleProcessoConosconoCamunda() {
    camundaConfinato().check(CLASSI);
  }

  @Test
  void leRadiciNonConosconoNeIlMotoreNeIProcessiNeIlWeb() {
    radiciPulite().check(CLASSI);
  }

  @Test
  void ogniPacchettoAppartieneAUnaStanza() {
    assertThat(CLASSI)
        .filteredOn(classe -> !classe.getPackageName().equals("it.pianodizona"))
        .allSatisfy(
            classe ->
                assertThat(ORDINE)
                    .contains(classe.getPackageName().substring(RADICE.length()).split("\\.")[0]));
  }

  /** Without this a rule that matches nothing would pass for ever. */
  @Test
  void leRegoleSiAccorgonoDiUnaViolazione() {
    var violazioni =
        new ClassFileImporter()
            .importPackages("it.pianodizona.architettura.violazione", "it.pianodizona");
    assertThat(camundaConfinato().evaluate(violazioni).hasViolation()).isTrue();
    assertThat(
            noClasses()
                .that(resideInAPackage("it.pianodizona.architettura.violazione.."))
                .should()
                .dependOnClassesThat(dopo("comune"))
                .allowEmptyShould(true)
                .evaluate(violazioni)
                .hasViolation())
        .isTrue();
  }

  private static ArchRule soloStanzePrecedenti(String stanza) {
    return noClasses()
        .that(resideInAPackage(RADICE + stanza + ".."))
        .should()
        .dependOnClassesThat(dopo(stanza))
        .allowEmptyShould(true);
  }

  private static ArchRule camundaConfinato() {
    return noClasses()
        .that(
            DescribedPredicate.not(
                resideInAPackage("it.pianodizona.motore..")
                    .or(resideInAPackage("it.pianodizona.*.processo.."))))
        .should()
        .dependOnClassesThat(resideInAPackage("org.camunda.."));
  }

  private static ArchRule radiciPulite() {
    return noClasses()
        .that(resideInAPackage("it.pianodizona.*"))
        .and(DescribedPredicate.not(resideInAPackage("it.pianodizona.motore")))
        .should()
        .dependOnClassesThat(
            resideInAPackage("it.pianodizona.motore..")
                .or(resideInAPackage("it.pianodizona.*.processo.."))
                .or(resideInAPackage("it.pianodizona.*.web.."))
                .or(resideInAPackage("org.springframework.web..")));
  }

  private static DescribedPredicate<JavaClass> dopo(String stanza) {
    var successive = ORDINE.subList(ORDINE.indexOf(stanza) + 1, ORDINE.size());
    return new DescribedPredicate<>("appartengono a una stanza successiva a " + stanza) {
      @Override
      public boolean test(JavaClass classe) {
        return successive.stream()
            .anyMatch(
                s ->
                    classe.getPackageName().equals(RADICE + s)
                        || classe.getPackageName().startsWith(RADICE + s + "."));
      }
    };
  }
}
