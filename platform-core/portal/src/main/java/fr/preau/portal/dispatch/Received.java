package fr.preau.portal.dispatch;

import fr.preau.core.files.SentFile;
import java.util.List;
import java.util.Map;

/**
 * What came with a request.
 *
 * @param values by their names, from the query and the body
 * @param files by the names of their fields, from a form that carries files
 */
record Received(Map<String, List<String>> values, Map<String, List<SentFile>> files) {

    static Received nothing() {
        return new Received(Map.of(), Map.of());
    }
}
