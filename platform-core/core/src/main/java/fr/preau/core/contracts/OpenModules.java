package fr.preau.core.contracts;

import fr.preau.api.school.Uai;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which modules answer where, as this node knows it now. */
public interface OpenModules {

    /** The collèges whose tables are there. */
    Collection<Uai> colleges();

    /** Whether a module is switched on at a collège, whether or not it can answer. */
    boolean isOn(Uai college, String module);

    /** What the modules that answer at a collège say of themselves. */
    List<ModuleWords> at(Uai college);

    /** What a module that answers at a collège says of itself; empty if it does not answer. */
    default Optional<ModuleWords> find(Uai college, String module) {
        return at(college).stream().filter(words -> words.id().equals(module)).findFirst();
    }
}
