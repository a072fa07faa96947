package fr.preau.liberty;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The tariff and the rules with which the demo's canteens begin, through the same pages as any. */
public final class DemoCanteen {

    private static final String[][] BANDS = {
        {"0", "249,99", "1,10"},
        {"250", "499,99", "2,05"},
        {"500", "749,99", "3,10"},
        {"750", "999,99", "4,15"},
        {"1000", "1499,99", "5,20"},
        {"1500", "", "6,20"}
    };

    private final DemoClient client;
    private final LocalDate today;

    /** Opens the canteens of an installation that runs at an address. */
    public static void openAt(URI address, LocalDate today) throws InterruptedException {
        new DemoCanteen(new DemoClient(address, InventedDeliveries.PASSWORD), today).open();
    }

    DemoCanteen(DemoClient client, LocalDate today) {
        this.client = client;
        this.today = today;
    }

    /** Fixes them; where the data of the last time are there, nothing changes. */
    void open() throws InterruptedException {
        int year = today.getYear();
        UUID tariff =
                UUID.nameUUIDFromBytes(("demo tariff " + year).getBytes(StandardCharsets.UTF_8));
        client.fillIn("canteen/tariffs/" + tariff, tariff(year));
        int begins = today.getMonthValue() < 9 ? year - 1 : year;
        client.fillIn("canteen/rules/" + begins, rules(begins), "1", "2", "4", "5");
    }

    private static Map<String, String> tariff(int year) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("decision", "Arrêté de démonstration, tarifs " + year);
        fields.put("validFrom", year + "-01-01");
        for (int i = 0; i < BANDS.length; i++) {
            String name = "band." + (i + 1);
            fields.put(name + "-from", BANDS[i][0]);
            fields.put(name + "-to", BANDS[i][1]);
            fields.put(name + "-price", BANDS[i][2]);
        }
        fields.put("passager", "6,73");
        fields.put("guest", "8,40");
        fields.put("version", "0");
        return fields;
    }

    private static Map<String, String> rules(int year) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("campaignFrom", year + "-06-16");
        fields.put("campaignUntil", year + "-07-14");
        fields.put("daysUntil", year + "-09-30");
        fields.put("cutoffDays", "1");
        fields.put("cutoffTime", "10:00");
        fields.put("term1", year + "-11-30");
        fields.put("term2", year + 1 + "-02-28");
        fields.put("term3", year + 1 + "-07-05");
        fields.put("noticeWeeks", "3");
        fields.put("changes", "1");
        fields.put("version", "0");
        return fields;
    }
}
