package fr.preau.testkit.compatibility;

import fr.preau.api.plugin.Permission;
import fr.preau.api.route.Method;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.Visitor;
import java.util.Set;

/** Every route as everybody: only who is declared gets in, and nonsense is no failure. */
final class CallersCheck implements Check {

    private static final String NOWHERE = "00000000-0000-7000-8000-000000000000";

    @Override
    public String name() {
        return "callers";
    }

    @Override
    public void look(Subject subject, Notes notes) {
        int calls = 0;
        for (Route<?, ?> route : subject.kit().routes()) {
            for (KitPerson person : subject.kit().college().everybody()) {
                KitAnswer answer = call(subject.kit().as(person), route);
                judge(subject, route, person, answer, notes);
                calls++;
            }
            KitPerson stranger = subject.kit().otherCollege().teacher();
            KitAnswer answer = call(subject.kit().as(stranger).at(subject.kit().college()), route);
            if (answer.status() != 403 && !isForEverybody(subject, route)) {
                notes.fail(answer + ", who belongs to another collège");
            }
            calls++;
            if (route.method() != Method.GET) {
                subject.kit().beginAfresh();
            }
        }
        int there = callAtDepartement(subject, notes);
        notes.note(
                (calls + there)
                        + " calls of "
                        + (subject.kit().routes().size()
                                + subject.kit().routesOfDepartement().size())
                        + " routes");
    }

    /** The Département's own place knows those who work for it, and guardians. */
    private static int callAtDepartement(Subject subject, Notes notes) {
        PreauKit kit = subject.kit();
        int calls = 0;
        for (Route<?, ?> route : kit.routesOfDepartement()) {
            judge(subject, route, Profile.OPERATOR, call(kit.asOperator(), route), notes);
            for (KitPerson person : kit.college().everybody()) {
                KitAnswer answer = call(kit.as(person).at(kit.departement()), route);
                judge(subject, route, person.person().profile(), answer, notes);
                calls++;
            }
            calls++;
            if (route.method() != Method.GET) {
                kit.beginAfresh();
            }
        }
        return calls;
    }

    private static void judge(
            Subject subject, Route<?, ?> route, Profile profile, KitAnswer answer, Notes notes) {
        boolean admitted =
                isForEverybody(subject, route)
                        || (subject.kit()
                                        .manifest()
                                        .at(subject.kit().departement().college().uai())
                                        .profiles()
                                        .contains(profile)
                                && route.callers().admit(profile, Set.of()));
        if (!admitted && answer.status() != 403) {
            notes.fail(answer + " at the Département, whom " + route + " does not declare");
        } else if (admitted && answer.status() >= 500) {
            notes.fail(answer + " at the Département, with nothing filled in");
        }
    }

    private static void judge(
            Subject subject, Route<?, ?> route, KitPerson person, KitAnswer answer, Notes notes) {
        if (!subject.admits(route, person)) {
            if (answer.status() != 403) {
                notes.fail(answer + ", whom " + route + " does not declare");
            }
        } else if (answer.status() >= 500) {
            notes.fail(answer + ", with nothing filled in");
        }
    }

    /** Whether even a visitor gets in, since the module may show pages to everybody. */
    private static boolean isForEverybody(Subject subject, Route<?, ?> route) {
        return route.callers().visitors()
                && subject.kit().manifest().asked().contains(Permission.VISITORS);
    }

    private static KitAnswer call(Visitor visitor, Route<?, ?> route) {
        String address = Subject.address(route, NOWHERE);
        if (route.method() == Method.GET) {
            return visitor.get(address);
        }
        return switch (route.method()) {
            case PUT -> visitor.put(address, Form.empty());
            case DELETE -> visitor.delete(address);
            default -> visitor.post(address, Form.empty());
        };
    }
}
