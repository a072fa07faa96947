package fr.preau.core.plugins.guard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that a module calls where its source calls a method of this class; unless
 * that one is static, its object is the first parameter.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface InsteadOf {

    Class<?> value();

    boolean isStatic() default false;

    /** Its names, if they are not the one of the marked method. */
    String[] names() default {};
}
