package fr.preau.testkit.compatibility;

import java.io.IOException;
import java.sql.SQLException;

/** One thing that is looked at. */
interface Check {

    /** As the report calls it. */
    String name();

    void look(Subject subject, Notes notes) throws IOException, SQLException;
}
