package fr.preau.canteen.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a device needs to run the line of a day without network. There is nothing in it of money:
 * nobody at the line sees who has paid.
 *
 * @param number as people name the device
 * @param key with which it seals, 64 hexadecimal digits
 * @param now by the clock of the server
 * @param lastSeq up to where its entries are here
 * @param others what other devices have written
 */
public record DayList(
        UUID device,
        LocalDate day,
        int number,
        String key,
        Instant now,
        int lastSeq,
        boolean closed,
        List<OnList> people,
        List<Heard> others) {

    /** In the place of a régime. */
    static final String STAFF = "STAFF";

    public DayList {
        people = List.copyOf(people);
        others = List.copyOf(others);
    }

    /**
     * Somebody who may come.
     *
     * @param regime a {@link Regime}, or STAFF
     * @param badges by what the device knows their badges
     * @param blocked and those that are lost
     */
    public record OnList(
            UUID id,
            String given,
            String family,
            String className,
            String regime,
            List<String> badges,
            List<String> blocked) {

        public OnList {
            badges = List.copyOf(badges);
            blocked = List.copyOf(blocked);
        }
    }
}
