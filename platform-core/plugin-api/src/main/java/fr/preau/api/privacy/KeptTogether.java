package fr.preau.api.privacy;

import fr.preau.api.school.PersonId;
import java.util.ArrayList;
import java.util.List;

/** What all parts of the module keep of a person, one after the other. */
public record KeptTogether(List<PersonalData> parts) implements PersonalData {

    public KeptTogether {
        parts = List.copyOf(parts);
    }

    @Override
    public List<? extends Record> export(PersonId person) {
        List<Record> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.export(person)));
        return all;
    }

    @Override
    public ErasureReport erase(PersonId person) {
        int erased = 0;
        int anonymised = 0;
        List<ErasureReport.Kept> kept = new ArrayList<>();
        for (PersonalData part : parts) {
            ErasureReport report = part.erase(person);
            erased += report.erased();
            anonymised += report.anonymised();
            kept.addAll(report.kept());
        }
        return new ErasureReport(erased, anonymised, kept);
    }
}
