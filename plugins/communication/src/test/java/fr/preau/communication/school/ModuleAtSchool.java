package fr.preau.communication.school;

import fr.preau.communication.CommunicationPlugin;
import fr.preau.core.calendar.OfficialSchoolCalendar;
import java.time.Clock;

/** The module as a collège has it. */
public final class ModuleAtSchool {

    private ModuleAtSchool() {}

    public static Host host(InventedSchool school) {
        return host(school, new HastyClock());
    }

    public static Host host(InventedSchool school, Clock clock) {
        return new Host(
                new CommunicationPlugin(
                        Database.get().proxy(),
                        school,
                        new NoDocuments(),
                        school,
                        new WideSettings(),
                        new NoFiles(),
                        InventedSchool::newId,
                        (fact, subject) -> {},
                        new NobodyTold(),
                        OfficialSchoolCalendar.zoneC(),
                        new PlainSeals(),
                        clock),
                school);
    }
}
