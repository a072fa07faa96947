package fr.preau.core.plugins.guard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The category under which a review lists what a guard stands before. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Guarding {

    String value();
}
