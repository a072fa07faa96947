package fr.preau.core.plugins;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What bundles may see of the JDK and of OSGi.
 *
 * <p>Felix would open all of the JDK by itself, and with {@code javax.naming} a module could ask
 * Liberty for a pooled connection, in whichever collège that was left.
 */
final class JdkPackages {

    /** Besides {@code java.*}: cryptography, TLS, XML and pictures. */
    private static final List<String> OF_THE_JDK =
            List.of(
                    "javax.crypto",
                    "javax.crypto.interfaces",
                    "javax.crypto.spec",
                    "javax.net",
                    "javax.net.ssl",
                    "javax.security.auth.x500",
                    "javax.imageio",
                    "javax.imageio.event",
                    "javax.imageio.metadata",
                    "javax.imageio.stream",
                    "javax.xml",
                    "javax.xml.datatype",
                    "javax.xml.namespace",
                    "javax.xml.parsers",
                    "javax.xml.stream",
                    "javax.xml.stream.events",
                    "javax.xml.stream.util",
                    "javax.xml.transform",
                    "javax.xml.transform.dom",
                    "javax.xml.transform.sax",
                    "javax.xml.transform.stax",
                    "javax.xml.transform.stream",
                    "javax.xml.validation",
                    "javax.xml.xpath",
                    "org.w3c.dom",
                    "org.w3c.dom.bootstrap",
                    "org.w3c.dom.events",
                    "org.w3c.dom.ls",
                    "org.w3c.dom.ranges",
                    "org.w3c.dom.traversal",
                    "org.w3c.dom.views",
                    "org.xml.sax",
                    "org.xml.sax.ext",
                    "org.xml.sax.helpers");

    /** As Felix 7.0 has them; Declarative Services need them. */
    private static final List<String> OF_OSGI =
            List.of(
                    "org.osgi.dto;version=1.1.1",
                    "org.osgi.framework;version=1.10",
                    "org.osgi.framework.dto;version=1.8",
                    "org.osgi.framework.namespace;version=1.2",
                    "org.osgi.framework.startlevel;version=1.0",
                    "org.osgi.framework.startlevel.dto;version=1.0",
                    "org.osgi.framework.wiring;version=1.2",
                    "org.osgi.framework.wiring.dto;version=1.3",
                    "org.osgi.resource;version=1.0.1",
                    "org.osgi.resource.dto;version=1.0.1",
                    "org.osgi.util.tracker;version=1.5.3");

    private JdkPackages() {}

    /** As the framework wants it. */
    static String open() {
        return Stream.of(javaPackages(), OF_THE_JDK.stream(), OF_OSGI.stream())
                .flatMap(names -> names)
                .collect(Collectors.joining(","));
    }

    /** Any class may use them; they are named because some bundles import them. */
    private static Stream<String> javaPackages() {
        return ModuleLayer.boot().modules().stream()
                .flatMap(module -> module.getDescriptor().exports().stream())
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .filter(name -> name.startsWith("java."))
                .sorted();
    }
}
