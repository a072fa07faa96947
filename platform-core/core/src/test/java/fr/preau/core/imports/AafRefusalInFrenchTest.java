package fr.preau.core.imports;

import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same refusals on a machine that speaks French, as the machines of a Département do. */
class AafRefusalInFrenchTest extends AafRefusalTest {

    private static final Locale BEFORE = Locale.getDefault();

    @BeforeAll
    static void aFrenchMachine() {
        Locale.setDefault(Locale.FRANCE);
    }

    @AfterAll
    static void theMachineAsItWas() {
        Locale.setDefault(BEFORE);
    }
}
