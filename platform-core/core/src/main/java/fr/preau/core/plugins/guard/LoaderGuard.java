package fr.preau.core.plugins.guard;

import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The one class loader that a module gets: its own. */
@Guarding("class loaders")
public final class LoaderGuard {

    private LoaderGuard() {}

    /** As the JDK answers for its own classes: none, for all that are not the module's. */
    @InsteadOf(Class.class)
    public static @Nullable ClassLoader getClassLoader(Class<?> type) {
        Caller caller = Caller.now();
        return caller.owns(type) ? caller.loader() : null;
    }

    /** A library looks there for what its user brings along, and that is in the same jar. */
    @InsteadOf(Thread.class)
    public static ClassLoader getContextClassLoader(Thread thread) {
        Objects.requireNonNull(thread);
        return Caller.now().loader();
    }

    @InsteadOf(value = ClassLoader.class, isStatic = true)
    public static ClassLoader getSystemClassLoader() {
        return Caller.now().loader();
    }

    @InsteadOf(value = ClassLoader.class, isStatic = true)
    public static ClassLoader getPlatformClassLoader() {
        return Caller.now().loader();
    }

    @InsteadOf(ClassLoader.class)
    public static @Nullable ClassLoader getParent(ClassLoader loader) {
        Objects.requireNonNull(loader);
        return null;
    }

    @InsteadOf(value = Class.class, isStatic = true)
    public static Class<?> forName(String name, boolean initialize, @Nullable ClassLoader loader)
            throws ClassNotFoundException {
        return Class.forName(name, initialize, own(loader));
    }

    @InsteadOf(value = ServiceLoader.class, isStatic = true)
    public static <S> ServiceLoader<S> load(Class<S> service) {
        return ServiceLoader.load(service, Caller.now().loader());
    }

    @InsteadOf(value = ServiceLoader.class, isStatic = true)
    public static <S> ServiceLoader<S> load(Class<S> service, @Nullable ClassLoader loader) {
        return ServiceLoader.load(service, own(loader));
    }

    /** None stands for the own, since a library was given none for the classes of the host. */
    private static ClassLoader own(@Nullable ClassLoader loader) {
        ClassLoader own = Caller.now().loader();
        if (loader != null && loader != own) {
            throw Refused.because("a class loader that is not its own");
        }
        return own;
    }
}
