package fr.preau.payment.payfip;

import fr.preau.payment.payfip.PayFipFault.Kind;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a SOAP answer of PayFiP holds: the name of the response and its fields, or a fault.
 *
 * @param name of the first element in the body
 * @param fields the elements that hold text, by name, wherever they stand in it
 */
record SoapBody(String name, Map<String, String> fields, Optional<PayFipFault> fault) {

    private static final String FAULT = "Fault";

    /** The element in a fault's detail that tells what a caller can do about it. */
    private static final String FUNCTIONAL = "FonctionnelleErreur";

    private static final int LONGEST_WORDS = 300;

    SoapBody {
        fields = Map.copyOf(fields);
    }

    /**
     * @throws XMLStreamException when it is no SOAP message
     */
    static SoapBody read(byte[] message) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(message));
        try {
            toBody(xml);
            return body(xml);
        } finally {
            xml.close();
        }
    }

    private static void toBody(XMLStreamReader xml) throws XMLStreamException {
        boolean envelope = false;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                boolean soap = PayFip.SOAP.equals(xml.getNamespaceURI());
                if (!envelope) {
                    envelope = soap && xml.getLocalName().equals("Envelope");
                    if (!envelope) {
                        break;
                    }
                } else if (soap && xml.getLocalName().equals("Body")) {
                    return;
                }
            }
        }
        throw new XMLStreamException("no SOAP 1.1 message");
    }

    private static SoapBody body(XMLStreamReader xml) throws XMLStreamException {
        String name = "";
        boolean functional = false;
        Map<String, String> fields = new HashMap<>();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    name = name.isEmpty() ? xml.getLocalName() : name;
                    functional |= xml.getLocalName().equals(FUNCTIONAL);
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!text.toString().isBlank()) {
                        fields.putIfAbsent(xml.getLocalName(), text.toString());
                    }
                    text.setLength(0);
                }
                default -> {
                    // Comments and blanks say nothing.
                }
            }
        }
        return new SoapBody(name, fields, fault(name, functional, fields));
    }

    private static Optional<PayFipFault> fault(
            String name, boolean functional, Map<String, String> fields) {
        if (!name.equals(FAULT)) {
            return Optional.empty();
        }
        String words =
                Stream.of("libelle", "descriptif", "faultstring")
                        .map(field -> fields.getOrDefault(field, "").strip())
                        .filter(said -> !said.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" "));
        return Optional.of(
                new PayFipFault(
                        functional ? Kind.FUNCTIONAL : Kind.TECHNICAL,
                        fields.getOrDefault("code", "").strip(),
                        words.substring(0, Math.min(words.length(), LONGEST_WORDS))));
    }
}
