package fr.preau.portal.administration;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.school.College;
import fr.preau.core.data.ModuleAnswer;
import fr.preau.core.data.ModuleData;
import fr.preau.core.data.PersonRegister;
import fr.preau.core.data.PersonRights;
import fr.preau.core.data.RegisteredPerson;
import fr.preau.portal.console.ModuleMatrix;
import fr.preau.portal.pages.ErasedLine;
import fr.preau.portal.pages.PersonDataPage;
import fr.preau.portal.pages.PersonLine;
import fr.preau.portal.pages.PersonsPage;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** People and what modules keep of them, as the pages of a collège's administration show it. */
public final class PersonSheets {

    private final ModuleData data;
    private final ModuleMatrix matrix;
    private final PersonRights rights;

    public PersonSheets(ModuleData data, ModuleMatrix matrix, PersonRights rights) {
        this.data = data;
        this.matrix = matrix;
        this.rights = rights;
    }

    PersonsPage list(College college, String q, List<RegisteredPerson> found) {
        return new PersonsPage(
                college.slug(),
                college.name(),
                q,
                found.stream().map(PersonSheets::line).toList(),
                found.size() < PersonRegister.MOST);
    }

    /**
     * @param erased what modules answered to an erasure that was just done
     */
    PersonDataPage page(
            College college, RegisteredPerson person, List<ModuleAnswer<ErasureReport>> erased) {
        long days = rights.delay().toDays();
        Set<String> modules = data.modulesAt(college.uai());
        Map<String, String> titles = matrix.titles(modules);
        return new PersonDataPage(
                college.slug(),
                college.name(),
                line(person),
                modules.stream().map(id -> titles.getOrDefault(id, id)).sorted().toList(),
                person.erasableFrom(days).orElse(null),
                rights.mayErase(person),
                days,
                erased.stream().map(PersonSheets::line).toList());
    }

    private static PersonLine line(RegisteredPerson person) {
        return new PersonLine(
                person.id().value(),
                person.displayName(),
                person.profile(),
                person.leftOn().orElse(null));
    }

    private static ErasedLine line(ModuleAnswer<ErasureReport> answer) {
        ErasureReport report = answer.said().orElseGet(() -> ErasureReport.erased(0));
        return new ErasedLine(
                answer.title(),
                answer.outcome() != ModuleAnswer.Outcome.UNANSWERED,
                report.erased(),
                report.anonymised(),
                report.kept().stream().map(kept -> kept.what() + ". " + kept.why()).toList());
    }
}
