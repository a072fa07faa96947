package fr.preau.communication.school;

import fr.preau.communication.CommunicationPlugin;
import java.time.Clock;

/** The module as a collège has it. */
public final class ModuleAtSchool {

    private ModuleAtSchool() {}

    public static Host host(InventedSchool school) {
        return host(school, Clock.systemUTC());
    }

    public static Host host(InventedSchool school, Clock clock) {
        return new Host(
                new CommunicationPlugin(
                        Database.get().proxy(),
                        school,
                        school,
                        InventedSchool::newId,
                        new NobodyTold(),
                        clock),
                school);
    }
}
