package fr.preau.core.plugins;

import fr.preau.core.plugins.manifest.PluginRefused;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.osgi.framework.Bundle;

/** The entity classes that a bundle lists in its {@code META-INF/persistence.xml}. */
final class BundlePersistence {

    private BundlePersistence() {}

    static List<String> classes(Bundle bundle) throws PluginRefused {
        URL location = bundle.getEntry("META-INF/persistence.xml");
        if (location == null) {
            return List.of();
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = location.openStream()) {
            return read(factory.createXMLStreamReader(in));
        } catch (IOException | XMLStreamException e) {
            throw new PluginRefused("META-INF/persistence.xml can't be read", e);
        }
    }

    private static List<String> read(XMLStreamReader reader) throws XMLStreamException {
        List<String> classes = new ArrayList<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("class")) {
                classes.add(reader.getElementText().strip());
            }
        }
        return classes;
    }
}
