package fr.preau.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class against the module of this project, on the real host; a {@link
 * PreauKit} comes as a parameter of the constructor or of a method.
 *
 * <p>Host and database are started once for all test classes of a JVM. Before each test the tables
 * are as they were after the migrations.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PreauExtension.class)
public @interface PreauTest {}
