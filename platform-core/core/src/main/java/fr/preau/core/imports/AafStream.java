package fr.preau.core.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of one file, one after the other; only the current one is in memory.
 *
 * <p>Nothing is ever fetched and no entity is ever defined: the DTD line is read over.
 */
final class AafStream {

    private static final String ROOT = "ficAlimMENESR";
    private static final int LONGEST_VALUE = 4_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_VALUES = 5_000;

    private final AafFile file;
    private final XMLStreamReader xml;

    private AafStream(AafFile file, XMLStreamReader xml) {
        this.file = file;
        this.xml = xml;
    }

    static void read(AafFile file, Consumer<AafEntry> entries) throws IOException {
        try (AafText text = AafText.open(file.path())) {
            read(file, text, entries);
        }
    }

    private static void read(AafFile file, AafText text, Consumer<AafEntry> entries)
            throws IOException {
        XMLStreamReader xml = null;
        try {
            xml = parsers().createXMLStreamReader(text);
            new AafStream(file, xml).readRoot(entries);
        } catch (XMLStreamException e) {
            throw notXml(file, text.end(), e);
        } finally {
            close(xml);
        }
    }

    private static XMLInputFactory parsers() {
        // The JDK's own parser, whatever else is on the class path: its limits are the known ones.
        XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        parsers.setProperty(XMLInputFactory.IS_VALIDATING, false);
        parsers.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        parsers.setXMLResolver(
                (publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        parsers.setXMLReporter((message, type, information, location) -> {});
        return parsers;
    }

    private static void close(@Nullable XMLStreamReader xml) {
        try {
            if (xml != null) {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException(
                    "a parser without a stream of its own did not close", e);
        }
    }

    private static AafRefused notXml(AafFile file, AafText.End end, XMLStreamException e)
            throws IOException {
        String reason =
                switch (end) {
                    case NOT_YET -> "le XML est mal formé";
                    case LAST_BYTE -> "le fichier est tronqué";
                    case WRONG_BYTES -> "le texte n’est pas dans l’encodage annoncé";
                    case ENDLESS -> "une balise ou une valeur est démesurée";
                    case UNKNOWN_ENCODING -> "l’encodage annoncé n’est ni UTF-8 ni ISO-8859-15";
                    case UNREADABLE -> throw new IOException(file.name(), e);
                };
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
        return new AafRefused(file.name(), line, reason, e);
    }

    private void readRoot(Consumer<AafEntry> entries) throws XMLStreamException {
        requireStart(ROOT);
        while (nextElement()) {
            if (!xml.getLocalName().equals("addRequest")) {
                throw refused(
                        "un fichier complet n’a que des « addRequest », pas de « "
                                + AafEntry.shown(xml.getLocalName())
                                + " »");
            }
            entries.accept(readEntry());
        }
        while (xml.hasNext()) {
            xml.next();
        }
    }

    private AafEntry readEntry() throws XMLStreamException {
        int line = xml.getLocation().getLineNumber();
        requireStart("operationalAttributes");
        Map<String, List<String>> operational = readAttributes();
        requireKnownCategory(operational);
        requireStart("identifier");
        requireStart("id");
        readText();
        requireEnd("identifier");
        requireStart("attributes");
        Map<String, List<String>> attributes = readAttributes();
        requireEnd("addRequest");
        return new AafEntry(file.name(), line, file.category(), attributes);
    }

    private void requireKnownCategory(Map<String, List<String>> operational) {
        String attribute = file.category().operational();
        List<String> said = operational.getOrDefault(attribute, List.of());
        if (said.isEmpty()) {
            throw refused("la catégorie de l’entrée (" + attribute + ") manque");
        }
        if (!file.category().takes(said.get(0))) {
            throw refused(
                    "une entrée de la catégorie « "
                            + AafEntry.shown(said.get(0))
                            + " » n’a pas sa place dans ce fichier");
        }
    }

    private Map<String, List<String>> readAttributes() throws XMLStreamException {
        Map<String, List<String>> attributes = new HashMap<>();
        int count = 0;
        while (nextElement()) {
            requireName("attr");
            String name = xml.getAttributeValue(null, "name");
            if (name == null || name.isBlank()) {
                throw refused("un attribut n’a pas de nom");
            }
            if (name.length() > LONGEST_NAME) {
                throw refused("le nom d’un attribut dépasse " + LONGEST_NAME + " caractères");
            }
            List<String> values = new ArrayList<>(1);
            while (nextElement()) {
                requireName("value");
                String value = AafEntry.stripped(readText());
                if (!value.isEmpty()) {
                    values.add(value);
                }
                if (++count > MOST_VALUES) {
                    throw refused("l’entrée a plus de " + MOST_VALUES + " valeurs");
                }
            }
            if (!values.isEmpty() && attributes.put(name, List.copyOf(values)) != null) {
                throw refused("l’attribut " + AafEntry.shown(name) + " est là deux fois");
            }
        }
        return attributes;
    }

    /** Goes to the next element: true at its start, false at the end of the one around it. */
    private boolean nextElement() throws XMLStreamException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.DTD -> requirePlainDtd();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!xml.isWhiteSpace()) {
                        throw refused("du texte se trouve là où il n’y en a pas");
                    }
                }
                case XMLStreamConstants.COMMENT,
                        XMLStreamConstants.SPACE,
                        XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                case XMLStreamConstants.ENTITY_REFERENCE -> throw entity();
                default -> throw refused("le XML est mal formé");
            }
        }
    }

    /** Declarations inside the file itself are where entity attacks begin; no delivery has any. */
    private void requirePlainDtd() {
        String declaration = String.valueOf(xml.getText());
        if (!declaration.matches(
                "<!DOCTYPE\\s+" + ROOT + "\\s+SYSTEM\\s+[\"'][\\w./:-]*[\"']\\s*>")) {
            throw refused("le fichier déclare ses propres entités XML, ce qui est interdit");
        }
    }

    private String readText() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    text.append(xml.getText());
                    if (text.length() > LONGEST_VALUE) {
                        throw refused("une valeur dépasse " + LONGEST_VALUE + " caractères");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    refuseControls(text);
                    return text.toString();
                }
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                case XMLStreamConstants.ENTITY_REFERENCE -> throw entity();
                default -> throw refused("une valeur ne contient pas que du texte");
            }
        }
    }

    /** What an accented letter of UTF-8 turns into when the file says that it is ISO-8859-15. */
    private void refuseControls(CharSequence text) {
        if (text.chars().anyMatch(c -> c >= 0x7F && c <= 0x9F)) {
            throw refused("le texte n’est pas dans l’encodage annoncé");
        }
    }

    private void requireStart(String name) throws XMLStreamException {
        if (!nextElement()) {
            throw refused("l’élément « " + name + " » manque");
        }
        requireName(name);
    }

    private void requireEnd(String parent) throws XMLStreamException {
        if (nextElement()) {
            throw refused("« " + parent + " » a un élément de trop");
        }
    }

    private void requireName(String name) {
        if (!xml.getLocalName().equals(name)) {
            throw refused(
                    "« "
                            + AafEntry.shown(xml.getLocalName())
                            + " » se trouve à la place de « "
                            + name
                            + " »");
        }
    }

    private AafRefused entity() {
        return refused("le fichier se sert d’une entité XML, ce qui est interdit");
    }

    private AafRefused refused(String reason) {
        return new AafRefused(file.name(), xml.getLocation().getLineNumber(), reason);
    }
}
