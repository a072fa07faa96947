package fr.preau.testkit.compatibility;

import fr.preau.testkit.KitFailure;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** The checks of a module that runs, in the order of the report. */
final class CompatibilityChecks {

    static final List<Check> ALL =
            List.of(
                    new CallersCheck(),
                    new PermissionsCheck(),
                    new FillingCheck(),
                    new IsolationCheck(),
                    new StatementsCheck(),
                    new SwitchingCheck(),
                    new MigrationsCheck(),
                    new UpdateCheck(),
                    new PersonalDataCheck(),
                    new AccessibilityCheck());

    private CompatibilityChecks() {}

    /** Looks at one thing, beginning with tables as the migrations left them. */
    static CheckResult look(Check check, Subject subject) {
        Notes notes = new Notes();
        try {
            subject.kit().beginAfresh();
            check.look(subject, notes);
        } catch (IOException | SQLException | KitFailure | FormFailed e) {
            notes.fail(String.valueOf(e.getMessage()));
        }
        return notes.result(check.name());
    }
}
