package fr.preau.communication.folders;

import fr.preau.api.school.PersonId;
import java.util.UUID;

/** Takes out what lies in a folder before it goes. */
@FunctionalInterface
public interface Emptying {

    void takeOut(PersonId owner, UUID folder);
}
