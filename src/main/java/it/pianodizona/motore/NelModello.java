package it.pianodizona.motore;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/** Marks a bean that BPMN expressions may call. No other bean is visible to the models. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface NelModello {

  /** Name used in the models, e.g. {@code pubblicareAvviso}; the class name when empty. */
  @AliasFor(annotation = Component.class)
  String value() default "";
}
