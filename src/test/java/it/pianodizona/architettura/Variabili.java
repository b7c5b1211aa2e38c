package it.pianodizona.architettura;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import it.pianodizona.motore.compito.Variabile;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Collectors;

/** The typed process variables that the classes of the processes declare. */
final class Variabili {

  private Variabili() {}

  static Set<String> dichiarate() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("it.pianodizona")
            .stream()
            .flatMap(classe -> classe.getFields().stream())
            .filter(campo -> campo.getRawType().isEquivalentTo(Variabile.class))
            .map(JavaField::reflect)
            .filter(campo -> Modifier.isStatic(campo.getModifiers()))
            .map(Variabili::nome)
            .collect(Collectors.toSet());
  }

  private static String nome(Field campo) {
    try {
      campo.setAccessible(true);
      return ((Variabile<?>) campo.get(null)).nome();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
