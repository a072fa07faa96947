package fr.preau.core.plugins.weaving;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a module's components may be: classes of its own, which have nothing to do with services of
 * the framework.
 *
 * <p>Declarative Services make such a class and call the methods that its description names, out of
 * sight of what is rewritten: one that extends {@code java.io.File} could be « deleted » that way.
 */
final class ComponentRules {

    private final List<String> problems = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();

    /**
     * @param description a component of Declarative Services, as XML
     */
    void read(InputStream description) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(description);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    look(reader);
                }
            }
        } catch (XMLStreamException e) {
            problems.add("its component can't be read: " + e.getMessage());
        }
    }

    private void look(XMLStreamReader reader) {
        String service = reader.getAttributeValue(null, "interface");
        if (service != null && isOfTheFramework(service.strip())) {
            problems.add("its component has to do with " + service + ", which is the framework's");
        }
        String implementation = reader.getAttributeValue(null, "class");
        if (implementation != null) {
            classes.add(implementation.strip());
        }
    }

    private static boolean isOfTheFramework(String service) {
        return service.startsWith("org.osgi.") || service.startsWith("org.apache.felix.");
    }

    /**
     * @param above the class that a class of the jar extends, nothing for one that is not in the
     *     jar
     */
    List<String> problems(Function<String, Optional<String>> above) {
        List<String> all = new ArrayList<>(problems);
        for (String component : classes) {
            if (!isOwn(component, above)) {
                all.add(
                        "its component "
                                + component
                                + " is, or extends, a class that is not its own");
            }
        }
        return all;
    }

    private static boolean isOwn(String component, Function<String, Optional<String>> above) {
        List<String> seen = new ArrayList<>();
        String type = component;
        while (!type.equals("java.lang.Object")) {
            Optional<String> next = above.apply(type);
            if (next.isEmpty() || seen.contains(type)) {
                return false;
            }
            seen.add(type);
            type = next.get();
        }
        return !seen.isEmpty();
    }
}
