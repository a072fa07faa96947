package fr.preau.communication.messages;

import fr.preau.communication.recipients.Addressee;
import fr.preau.communication.recipients.Audience;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A group as it was written to: it keeps the name of its class at that time.
 *
 * @param kind which words are said for it
 * @param name the class or group it is about, empty where its kind says enough
 */
public record AddressedGroup(String kind, String name) {

    /** The groups among the addressees; persons are left out, for all recipients may see this. */
    static List<AddressedGroup> among(List<Addressee> addressees) {
        return addressees.stream()
                .flatMap(
                        addressee ->
                                addressee.audience() instanceof Audience.Group group
                                        ? Stream.of(
                                                new AddressedGroup(group.kind(), addressee.name()))
                                        : Stream.empty())
                .toList();
    }

    /** As they stand in the table, one a line. */
    static String stored(List<AddressedGroup> groups) {
        return groups.stream()
                .map(group -> group.kind + " " + group.name)
                .collect(Collectors.joining("\n"));
    }

    static List<AddressedGroup> ofStored(String stored) {
        return stored.lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new AddressedGroup(parts[0], parts[1]))
                .toList();
    }
}
