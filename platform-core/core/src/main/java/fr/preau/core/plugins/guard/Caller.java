package fr.preau.core.plugins.guard;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleReference;

/**
 * The module whose code called a guard.
 *
 * <p>It is looked up on the stack, since whatever a module could hand over it could also invent.
 * The frames of lambdas count: a method reference to a guard is called by the JDK.
 */
final class Caller {

    private static final StackWalker STACK =
            StackWalker.getInstance(
                    Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES));

    private final ClassLoader loader;

    private Caller(ClassLoader loader) {
        this.loader = loader;
    }

    /** The innermost module on the stack. */
    static Caller now() {
        Optional<ClassLoader> loader =
                STACK.walk(
                        frames ->
                                frames.map(StackFrame::getDeclaringClass)
                                        .map(Class::getClassLoader)
                                        .filter(BundleReference.class::isInstance)
                                        .findFirst());
        return new Caller(
                loader.orElseThrow(
                        () -> new SecurityException("only the code of a module is served here")));
    }

    ClassLoader loader() {
        return loader;
    }

    /** The bundle's number as it stands in the addresses of its entries. */
    String host() {
        return ((BundleReference) loader).getBundle().getEntry("/").getHost();
    }

    /** Whether the class is of the module's own jar. */
    boolean owns(Class<?> type) {
        return type.getClassLoader() == loader;
    }

    /** Whether the class is one that the module's source could name. */
    boolean sees(Class<?> type) {
        Class<?> element = element(type);
        if (element.isPrimitive() || owns(element)) {
            return true;
        }
        if (element.getPackageName().equals(Caller.class.getPackageName())) {
            return false;
        }
        if (element.getClassLoader() == null && element.getName().startsWith("java.")) {
            return true;
        }
        if (Proxy.isProxyClass(element)) {
            return Arrays.stream(element.getInterfaces()).allMatch(this::sees);
        }
        return element == named(element.getName());
    }

    private @Nullable Class<?> named(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    private static Class<?> element(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element;
    }
}
