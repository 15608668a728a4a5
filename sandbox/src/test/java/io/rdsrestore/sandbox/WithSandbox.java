package io.rdsrestore.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Each test that has a parameter of the type {@link Sandbox}, {@link Cloud} or {@link Admin} gets
 * those of a fresh sandbox without databases, closed after the test. On a method it says what goes
 * wrong in that test.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandboxExtension.class)
@interface WithSandbox {
  /** Faults as JSON, as {@code POST /sandbox/faults} takes them. */
  String faults() default "[]";

  /** Variants as {@code name=value}. */
  String[] variants() default {};

  /** For faults by chance; none if it is 0. */
  long faultSeed() default 0;
}
