package fr.preau.testkit.compatibility;

import fr.preau.testkit.KitCollege;
import fr.preau.testkit.PreauKit;

/** Fills the tables of a module at a collège, as a busy year would. */
@FunctionalInterface
public interface Filling {

    /**
     * @param many how many of the things the module keeps
     * @param mark stands in every text, so that it is known again wherever it comes out
     */
    void fill(PreauKit kit, KitCollege college, int many, String mark);
}
