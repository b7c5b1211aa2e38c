package it.pianodizona.dimostrazione;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;

/** Marks what belongs to the demonstration: never part of the {@code prod} profile. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Profile("!prod")
@ConditionalOnProperty(
    name = "pianodizona.dimostrazione.attiva",
    havingValue = "true",
    matchIfMissing = true)
public @interface Dimostrazione {}
