package fr.preau.canteen.tariff;

import fr.preau.testkit.Form;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form of a tariff as an operator fills it in. */
public final class Decision {

    private Decision() {}

    /** As the Département's: six bands, to the cent. */
    public static Form of(String day) {
        return form(fields(day));
    }

    /** The same with one field otherwise. */
    static Form with(String day, String field, String value) {
        Map<String, String> fields = fields(day);
        fields.put(field, value);
        return form(fields);
    }

    /** The same without a field. */
    static Form without(String day, String field) {
        Map<String, String> fields = fields(day);
        fields.remove(field);
        return form(fields);
    }

    private static Form form(Map<String, String> fields) {
        Form form = Form.empty();
        fields.forEach(form::with);
        return form;
    }

    private static Map<String, String> fields(String day) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("decision", "Arrêté du 12 novembre 2026");
        fields.put("validFrom", day);
        String[][] bands = {
            {"0", "249,99", "1,10"},
            {"250", "499,99", "2,05"},
            {"500", "749,99", "3,10"},
            {"750", "999,99", "4,15"},
            {"1 000,00 €", "1 499,99", "5,20"},
            {"1500", "", "6,20"}
        };
        for (int i = 0; i < bands.length; i++) {
            String name = "band." + (i + 1);
            fields.put(name + "-from", bands[i][0]);
            fields.put(name + "-to", bands[i][1]);
            fields.put(name + "-price", bands[i][2]);
        }
        fields.put("passager", "6,73");
        fields.put("guest", "8,40");
        fields.put("version", "0");
        return fields;
    }
}
