package fr.preau.core.plugins.guard;

import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.XMLReader;

/** Settings of XML parsers, which a module may make stricter and no looser. */
@Guarding("files")
public final class XmlSettingGuard {

    /** What each of them is when it is strict; libraries set them so. */
    private static final Set<String> FETCHING =
            Set.of(
                    XMLConstants.ACCESS_EXTERNAL_DTD,
                    XMLConstants.ACCESS_EXTERNAL_SCHEMA,
                    XMLConstants.ACCESS_EXTERNAL_STYLESHEET,
                    XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES);

    private XmlSettingGuard() {}

    private static void requireStrict(String name, @Nullable Object value) {
        boolean strict = "".equals(value) || "false".equals(String.valueOf(value));
        boolean loosened =
                name.equals(XMLConstants.FEATURE_SECURE_PROCESSING)
                        ? !"true".equals(String.valueOf(value))
                        : isFetching(name) && !strict;
        if (loosened) {
            throw Refused.because(name + " as « " + value + " »: XML must not fetch or call");
        }
    }

    /** The JDK takes some of them by a second name. */
    private static boolean isFetching(String name) {
        return FETCHING.contains(name)
                || name.contains("accessExternal")
                || name.contains("xtensionFunctions")
                || name.contains("xtensionClassLoader")
                || name.contains("xinclude");
    }

    @InsteadOf(DocumentBuilderFactory.class)
    public static void setFeature(DocumentBuilderFactory factory, String name, boolean value)
            throws ParserConfigurationException {
        requireStrict(name, value);
        factory.setFeature(name, value);
    }

    @InsteadOf(DocumentBuilderFactory.class)
    public static void setAttribute(
            DocumentBuilderFactory factory, String name, @Nullable Object value) {
        requireStrict(name, value);
        factory.setAttribute(name, value);
    }

    @InsteadOf(SAXParserFactory.class)
    public static void setFeature(SAXParserFactory factory, String name, boolean value)
            throws ParserConfigurationException,
                    SAXNotRecognizedException,
                    SAXNotSupportedException {
        requireStrict(name, value);
        factory.setFeature(name, value);
    }

    @InsteadOf(SAXParser.class)
    public static void setProperty(SAXParser parser, String name, @Nullable Object value)
            throws SAXNotRecognizedException, SAXNotSupportedException {
        requireStrict(name, value);
        parser.setProperty(name, value);
    }

    @InsteadOf(XMLReader.class)
    public static void setFeature(XMLReader reader, String name, boolean value)
            throws SAXNotRecognizedException, SAXNotSupportedException {
        requireStrict(name, value);
        reader.setFeature(name, value);
    }

    @InsteadOf(XMLReader.class)
    public static void setProperty(XMLReader reader, String name, @Nullable Object value)
            throws SAXNotRecognizedException, SAXNotSupportedException {
        requireStrict(name, value);
        reader.setProperty(name, value);
    }

    @InsteadOf(XMLInputFactory.class)
    public static void setProperty(XMLInputFactory factory, String name, @Nullable Object value) {
        requireStrict(name, value);
        factory.setProperty(name, value);
    }

    @InsteadOf(TransformerFactory.class)
    public static void setFeature(TransformerFactory factory, String name, boolean value)
            throws TransformerConfigurationException {
        requireStrict(name, value);
        factory.setFeature(name, value);
    }

    @InsteadOf(TransformerFactory.class)
    public static void setAttribute(
            TransformerFactory factory, String name, @Nullable Object value) {
        requireStrict(name, value);
        factory.setAttribute(name, value);
    }

    @InsteadOf(SchemaFactory.class)
    public static void setFeature(SchemaFactory factory, String name, boolean value)
            throws SAXNotRecognizedException, SAXNotSupportedException {
        requireStrict(name, value);
        factory.setFeature(name, value);
    }

    @InsteadOf(SchemaFactory.class)
    public static void setProperty(SchemaFactory factory, String name, @Nullable Object value)
            throws SAXNotRecognizedException, SAXNotSupportedException {
        requireStrict(name, value);
        factory.setProperty(name, value);
    }

    @InsteadOf(Validator.class)
    public static void setFeature(Validator validator, String name, boolean value)
            throws SAXNotRecognizedException, SAXNotSupportedException {
        requireStrict(name, value);
        validator.setFeature(name, value);
    }

    @InsteadOf(Validator.class)
    public static void setProperty(Validator validator, String name, @Nullable Object value)
            throws SAXNotRecognizedException, SAXNotSupportedException {
        requireStrict(name, value);
        validator.setProperty(name, value);
    }

    @InsteadOf(XPathFactory.class)
    public static void setFeature(XPathFactory factory, String name, boolean value)
            throws XPathFactoryConfigurationException {
        requireStrict(name, value);
        factory.setFeature(name, value);
    }
}
