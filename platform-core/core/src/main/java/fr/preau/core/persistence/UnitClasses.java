package fr.preau.core.persistence;

import fr.preau.api.plugin.Plugin;
import java.util.Set;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * The classes that EclipseLink may find for a unit, whose names come from annotations and from
 * JPQL.
 *
 * <p>It makes objects of them out of sight of what is rewritten in a module: {@code SELECT NEW
 * java.io.FileOutputStream(…)} would open a file. So there are the unit's own classes, the plugin
 * API and the values of the JDK that columns hold, and no others.
 */
final class UnitClasses extends ClassLoader {

    private static final String API = "fr.preau.api.";

    /**
     * Packages without their subpackages; nothing in them reaches out of the JVM's own values. Of
     * {@code java.util} only some classes are meant: its Formatter and Scanner open files.
     */
    private static final Set<String> VALUES =
            Set.of(
                    "java.math",
                    "java.time",
                    "java.time.chrono",
                    "java.time.temporal",
                    "java.time.zone",
                    "jakarta.persistence");

    private static final Set<String> SINGLE_VALUES =
            Set.of(
                    "java.io.Serializable",
                    "java.lang.Boolean",
                    "java.lang.Byte",
                    "java.lang.Character",
                    "java.lang.CharSequence",
                    "java.lang.Cloneable",
                    "java.lang.Comparable",
                    "java.lang.Double",
                    "java.lang.Enum",
                    "java.lang.Float",
                    "java.lang.Integer",
                    "java.lang.Iterable",
                    "java.lang.Long",
                    "java.lang.Number",
                    "java.lang.Object",
                    "java.lang.Record",
                    "java.lang.Short",
                    "java.lang.String",
                    "java.lang.Void",
                    "java.sql.Blob",
                    "java.sql.Clob",
                    "java.sql.Date",
                    "java.sql.Time",
                    "java.sql.Timestamp",
                    "java.util.ArrayList",
                    "java.util.BitSet",
                    "java.util.Calendar",
                    "java.util.Collection",
                    "java.util.Comparator",
                    "java.util.Currency",
                    "java.util.Date",
                    "java.util.Enumeration",
                    "java.util.EnumMap",
                    "java.util.EnumSet",
                    "java.util.GregorianCalendar",
                    "java.util.HashMap",
                    "java.util.HashSet",
                    "java.util.Hashtable",
                    "java.util.IdentityHashMap",
                    "java.util.Iterator",
                    "java.util.LinkedHashMap",
                    "java.util.LinkedHashSet",
                    "java.util.LinkedList",
                    "java.util.List",
                    "java.util.ListIterator",
                    "java.util.Locale",
                    "java.util.Map",
                    "java.util.NavigableMap",
                    "java.util.NavigableSet",
                    "java.util.Optional",
                    "java.util.Queue",
                    "java.util.Set",
                    "java.util.SortedMap",
                    "java.util.SortedSet",
                    "java.util.TimeZone",
                    "java.util.TreeMap",
                    "java.util.TreeSet",
                    "java.util.UUID",
                    "java.util.Vector",
                    "java.util.WeakHashMap");

    /** The provider's own collections, which a bundle does not see and no query makes. */
    private static final String COLLECTIONS = "org.eclipse.persistence.indirection.";

    private final ClassLoader own;

    UnitClasses(ClassLoader own) {
        super(own);
        this.own = own;
    }

    /**
     * @throws SecurityException for a class that is there and not one of the unit's
     */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(COLLECTIONS)) {
            return Class.forName(name, false, PersistenceProvider.class.getClassLoader());
        }
        Class<?> type = own.loadClass(name);
        if (!isTheHosts() && !isKnown(element(type))) {
            throw refusal(type);
        }
        return type;
    }

    /**
     * Asks before a query makes objects of a class.
     *
     * @throws SecurityException unless the class is the unit's own, or a record of the API
     */
    void requireMayBeMade(Class<?> type) {
        if (!isOwn(type) && !(isOfTheApi(type) && type.isRecord())) {
            throw refusal(type);
        }
    }

    /** The core's own unit, where the provider finds its classes for the server too. */
    private boolean isTheHosts() {
        return own == UnitClasses.class.getClassLoader();
    }

    private boolean isKnown(Class<?> type) {
        return type.isPrimitive() || isOwn(type) || isOfTheApi(type) || isValue(type);
    }

    private boolean isOwn(Class<?> type) {
        return type.getClassLoader() == own;
    }

    private static boolean isOfTheApi(Class<?> type) {
        return type.getClassLoader() == Plugin.class.getClassLoader()
                && type.getName().startsWith(API);
    }

    private static boolean isValue(Class<?> type) {
        return SINGLE_VALUES.contains(type.getName()) || VALUES.contains(type.getPackageName());
    }

    private static Class<?> element(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element;
    }

    private static SecurityException refusal(Class<?> type) {
        return new SecurityException(
                "a module may not use "
                        + type.getName()
                        + " in an entity or a query: its own classes, records of the API and"
                        + " plain values are for that");
    }
}
