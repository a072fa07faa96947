package fr.preau.canteen.service;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.Visitor;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A device at the line, which seals its entries as the page's script does. */
final class Tablet {

    private final Visitor staff;
    private final UUID id;
    private final JsonObject list;
    private final Mac mac;
    private final List<String> written = new ArrayList<>();
    private String last = "0".repeat(64);

    private Tablet(Visitor staff, UUID id, JsonObject list) {
        this.staff = staff;
        this.id = id;
        this.list = list;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            HexFormat.of().parseHex(list.getString("key")), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the line with the network. */
    static Tablet opened(Visitor staff) {
        UUID id = UUID.randomUUID();
        return new Tablet(
                staff, id, staff.post("/line/devices", Form.of("device", id.toString())).json());
    }

    UUID id() {
        return id;
    }

    String day() {
        return list.getString("day");
    }

    List<JsonObject> people() {
        return list.getJsonArray("people").getValuesAs(JsonObject.class);
    }

    JsonObject list() {
        return list;
    }

    private String hmac(String text) {
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    String mark(String number) {
        return hmac("badge|" + number).substring(0, 32);
    }

    String pass(UUID pupil, String at) {
        return write(at, "PUPIL", pupil.toString(), 1, "");
    }

    String guests(int number, String at) {
        return write(at, "GUEST", "", number, "");
    }

    String adults(int number, String at) {
        return write(at, "STAFF", "", number, "");
    }

    String adult(UUID person, String at) {
        return write(at, "STAFF", person.toString(), 1, "");
    }

    String undo(int seq, String at) {
        return write(at, "UNDO", "", 1, id + ":" + seq);
    }

    private String write(String at, String kind, String person, int number, String undo) {
        String entry = sealed(written.size() + 1, at, kind, person, number, undo, last);
        last = entry.substring(entry.lastIndexOf('|') + 1);
        written.add(entry);
        return entry;
    }

    /** An entry with a true seal, wherever it stands. */
    String sealed(
            int seq,
            String at,
            String kind,
            String person,
            int number,
            String undo,
            String previous) {
        String text =
                String.join(
                        "|",
                        String.valueOf(seq),
                        at,
                        kind,
                        person,
                        String.valueOf(number),
                        undo,
                        previous);
        return text + "|" + hmac(id + "|" + day() + "|" + text);
    }

    /** All it has written, in order. */
    List<String> written() {
        return written;
    }

    KitAnswer send(List<String> entries) {
        return send(staff, entries, null);
    }

    KitAnswer send(Visitor by, List<String> entries, @Nullable String after) {
        Form form = Form.of("device", id.toString(), "day", day());
        entries.forEach(entry -> form.with("entries", entry));
        if (after != null) {
            form.with("after", after);
        }
        return by.post("/line/entries", form);
    }

    KitAnswer sendAll() {
        return send(written);
    }
}
