package fr.preau.communication.messages;

import fr.preau.api.school.Profile;
import fr.preau.communication.recipients.Addressee;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A group as it was written to: it keeps the name of the class at that time.
 *
 * @param members whom it gathers
 */
public record AddressedGroup(Profile members, String className) {

    /** The groups among the addressees; persons are left out, for all recipients may see this. */
    static List<AddressedGroup> among(List<Addressee> addressees) {
        return addressees.stream()
                .filter(Addressee::isGroup)
                .map(addressee -> new AddressedGroup(addressee.profile(), addressee.name()))
                .toList();
    }

    /** As they stand in the table, one a line. */
    static String stored(List<AddressedGroup> groups) {
        return groups.stream()
                .map(group -> group.members + " " + group.className)
                .collect(Collectors.joining("\n"));
    }

    static List<AddressedGroup> ofStored(String stored) {
        return stored.lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new AddressedGroup(Profile.valueOf(parts[0]), parts[1]))
                .toList();
    }
}
