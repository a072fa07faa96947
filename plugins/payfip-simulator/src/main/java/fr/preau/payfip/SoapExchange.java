package fr.preau.payfip;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * A call as it came in SOAP, and the words in which it is answered.
 *
 * @param call as in {@code creerPaiementSecurise}
 * @param fields of its argument, in their order
 */
record SoapExchange(String call, Map<String, String> fields) {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private static final String SERVICE =
            "http://securite.service.tpa.cp.finances.gouv.fr/services/mas_securite/"
                    + "contrat_paiement_securise/PaiementSecuriseService";

    /** Of its elements, the call and its argument. */
    private static final int DEPTH_OF_CALL = 3;

    static SoapExchange read(byte[] message) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(message));
        String call = "";
        Map<String, String> fields = new LinkedHashMap<>();
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == DEPTH_OF_CALL) {
                    if (!SERVICE.equals(xml.getNamespaceURI())) {
                        throw new XMLStreamException(
                                "the call is not in the namespace of the service");
                    }
                    call = xml.getLocalName();
                } else if (depth == DEPTH_OF_CALL + 2) {
                    fields.put(xml.getLocalName(), xml.getElementText());
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return new SoapExchange(call, fields);
    }

    /** The answer with these fields. */
    String answer(Map<String, String> values) {
        return message(
                xml -> {
                    xml.writeStartElement("ns2", call + "Response", SERVICE);
                    xml.writeNamespace("ns2", SERVICE);
                    xml.writeStartElement("return");
                    fields(xml, values);
                    xml.writeEndElement();
                    xml.writeEndElement();
                });
    }

    /**
     * A fault.
     *
     * @param kind the element in its detail, as in {@code FonctionnelleErreur}
     */
    static String fault(String kind, String code, String words) {
        return message(
                xml -> {
                    xml.writeStartElement("S", "Fault", SOAP);
                    fields(xml, Map.of("faultcode", "S:Server"));
                    fields(xml, Map.of("faultstring", words));
                    xml.writeStartElement("detail");
                    xml.writeStartElement("ns2", kind, SERVICE);
                    xml.writeNamespace("ns2", SERVICE);
                    Map<String, String> detail = new LinkedHashMap<>();
                    detail.put("code", code);
                    detail.put("descriptif", "");
                    detail.put("libelle", words);
                    detail.put("severite", "2");
                    fields(xml, detail);
                    xml.writeEndElement();
                    xml.writeEndElement();
                    xml.writeEndElement();
                });
    }

    private interface Body {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static String message(Body body) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("S", "Envelope", SOAP);
            xml.writeNamespace("S", SOAP);
            xml.writeStartElement("S", "Body", SOAP);
            body.write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void fields(XMLStreamWriter xml, Map<String, String> values)
            throws XMLStreamException {
        for (Map.Entry<String, String> field : values.entrySet()) {
            xml.writeStartElement(field.getKey());
            xml.writeCharacters(field.getValue());
            xml.writeEndElement();
        }
    }

    static byte[] bytes(String message) {
        return message.getBytes(StandardCharsets.UTF_8);
    }
}
