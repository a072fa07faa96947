package fr.preau.core.plugins.guard;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * XML parsers of the JDK that fetch nothing: a document of a module, or one that was sent to it,
 * must not make the server read a file or open a connection.
 *
 * <p>Secure processing that is set by hand also forbids what is fetched from outside, and functions
 * written in Java.
 */
@Guarding("files")
public final class XmlFactoryGuard {

    private XmlFactoryGuard() {}

    @InsteadOf(
            value = DocumentBuilderFactory.class,
            isStatic = true,
            names = {"newInstance", "newDefaultInstance"})
    public static DocumentBuilderFactory documentBuilders() {
        return secure(DocumentBuilderFactory.newDefaultInstance());
    }

    @InsteadOf(
            value = DocumentBuilderFactory.class,
            isStatic = true,
            names = {"newNSInstance", "newDefaultNSInstance"})
    public static DocumentBuilderFactory namespaceDocumentBuilders() {
        return secure(DocumentBuilderFactory.newDefaultNSInstance());
    }

    @InsteadOf(
            value = SAXParserFactory.class,
            isStatic = true,
            names = {"newInstance", "newDefaultInstance"})
    public static SAXParserFactory saxParsers() {
        return secure(SAXParserFactory.newDefaultInstance());
    }

    @InsteadOf(
            value = SAXParserFactory.class,
            isStatic = true,
            names = {"newNSInstance", "newDefaultNSInstance"})
    public static SAXParserFactory namespaceSaxParsers() {
        return secure(SAXParserFactory.newDefaultNSInstance());
    }

    @InsteadOf(
            value = XMLInputFactory.class,
            isStatic = true,
            names = {"newInstance", "newFactory", "newDefaultFactory"})
    public static XMLInputFactory streamReaders() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    @InsteadOf(
            value = TransformerFactory.class,
            isStatic = true,
            names = {"newInstance", "newDefaultInstance"})
    public static TransformerFactory transformers() {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory;
        } catch (TransformerConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    @InsteadOf(
            value = SchemaFactory.class,
            isStatic = true,
            names = {"newInstance"})
    public static SchemaFactory schemas(String language) {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(language);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory;
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilderFactory secure(DocumentBuilderFactory factory) {
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SAXParserFactory secure(SAXParserFactory factory) {
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
