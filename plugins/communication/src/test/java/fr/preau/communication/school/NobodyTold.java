package fr.preau.communication.school;

import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.school.PersonId;
import java.util.Collection;

/** For tests that do not look at what people are told. */
public final class NobodyTold implements Notices {

    @Override
    public void tell(Notice notice, Collection<PersonId> persons) {
        // Nobody looks.
    }

    @Override
    public void seen(String path, PersonId person) {
        // Nobody looks.
    }

    @Override
    public void withdraw(String key) {
        // Nobody looks.
    }

    @Override
    public void withdrawAll(String beginning) {
        // Nobody looks.
    }
}
