package fr.preau.canteen.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a device learns when it has sent its entries.
 *
 * @param upTo all entries up to this one are here
 * @param refused what was sent and is not counted
 * @param others what other devices have written since it last asked
 * @param asOf what to ask with next time
 * @param closed whether the service is closed, so that the list is to be deleted
 */
public record Synchronised(
        UUID device,
        LocalDate day,
        int upTo,
        List<Refused> refused,
        List<Heard> others,
        Instant asOf,
        boolean closed) {

    public Synchronised {
        refused = List.copyOf(refused);
        others = List.copyOf(others);
    }

    /**
     * @param seq 0 where it can't be read
     * @param said why, for who stands at the line
     */
    public record Refused(int seq, SetAside.Reason reason, String said) {}
}
