package fr.preau.tenants.people.aaf;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One file of the AAF, written as a stream of additions. */
final class AafFileWriter implements Closeable {

    private final OutputStream stream;
    private final XMLStreamWriter xml;

    AafFileWriter(Path file, Charset charset) throws IOException {
        stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        try {
            // A factory may not be shared by threads, and each may write its own collège.
            xml =
                    XMLOutputFactory.newDefaultFactory()
                            .createXMLStreamWriter(stream, charset.name());
            xml.writeStartDocument(charset.name(), "1.0");
            xml.writeDTD("\n<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">\n");
            xml.writeStartElement("ficAlimMENESR");
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            stream.close();
            throw new IOException(e);
        }
    }

    void write(Addition addition) throws IOException {
        try {
            xml.writeStartElement("addRequest");
            xml.writeStartElement("operationalAttributes");
            attribute(addition.kind(), List.of(addition.category()));
            xml.writeEndElement();
            xml.writeStartElement("identifier");
            xml.writeStartElement("id");
            xml.writeCharacters(addition.id());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("attributes");
            for (Addition.Attribute attribute : addition.attributes()) {
                attribute(attribute.name(), attribute.values());
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void attribute(String name, List<String> values) throws XMLStreamException {
        xml.writeStartElement("attr");
        xml.writeAttribute("name", name);
        for (String value : values) {
            xml.writeStartElement("value");
            // The typographic apostrophe doesn't exist in ISO-8859-15.
            xml.writeCharacters(value.replace('’', '\''));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    @Override
    public void close() throws IOException {
        try (stream) {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
