package fr.preau.testkit;

import fr.preau.api.school.StaffFunction;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The module of this project, running in two invented collèges: on the real host, with the
 * permissions that its manifest asks for, on a real MariaDB.
 *
 * <p>One host and one database serve all tests of a JVM, one test after the other.
 */
public final class PreauKit {

    private static final Path WORK = Path.of("target", "preau-testkit");

    private static @Nullable PreauKit ofThisProject;
    private static @Nullable KitFailure failure;

    private final KitNode node;
    private final ModuleUnderTest module;
    private final KitCollege sevres;
    private final KitCollege nanterre;
    private final FreshTables tables;

    private PreauKit(ModuleUnderTest module, Path work) {
        this.module = module;
        KitDatabase database = KitDatabase.start(work);
        this.node = new KitNode(work, database);
        this.sevres =
                new KitCollege(
                        new Uai("0921244C"),
                        "sevres",
                        "Collège de Sèvres",
                        "Sèvres",
                        database.units());
        this.nanterre =
                new KitCollege(
                        new Uai("0920077J"),
                        "nanterre",
                        "Collège de Nanterre",
                        "Nanterre",
                        database.units());
        this.tables = new FreshTables(database.schemaChanges());
        List<KitCollege> both = List.of(sevres, nanterre);
        node.open(both);
        node.deploy(module, module.manifest().asked());
        node.turn(module.manifest().id(), uais(both), true);
        tables.remember(both.stream().map(c -> DatabaseSpace.of(c.college().uai())).toList());
    }

    private static List<Uai> uais(List<KitCollege> colleges) {
        return colleges.stream().map(college -> college.college().uai()).toList();
    }

    /** The module of this project; started by the first test that asks. */
    public static synchronized PreauKit forModule() {
        KitFailure before = failure;
        if (before != null) {
            // Whatever was wrong is still wrong: every test says so, and none waits for it.
            throw new KitFailure(String.valueOf(before.getMessage()), before);
        }
        PreauKit kit = ofThisProject;
        if (kit == null) {
            try {
                kit = new PreauKit(ModuleUnderTest.find(WORK), WORK);
                ofThisProject = kit;
            } catch (KitFailure e) {
                failure = e;
                throw e;
            }
        }
        return kit;
    }

    /** Puts tables, clock and module back to how they were at first. */
    public void beginAfresh() {
        node.clock().runAgain();
        node.forgive(id());
        tables.putBack();
        Stream.of(sevres, nanterre).forEach(college -> college.rows().putBack());
    }

    /** Somebody who is signed in. */
    public Visitor as(KitPerson person) {
        return new Visitor(node, person, id());
    }

    private String id() {
        return module.manifest().id();
    }

    /** The clock that the module reads. */
    public KitClock clock() {
        return node.clock();
    }

    /** The collège in which everything happens that says nothing else. */
    public KitCollege college() {
        return sevres;
    }

    /** Another one, whose people must see nothing of the first. */
    public KitCollege otherCollege() {
        return nanterre;
    }

    /** {@link KitCollege#pupil} of {@link #college}. */
    public KitPerson pupil() {
        return sevres.pupil();
    }

    /** {@link KitCollege#guardian} of {@link #college}. */
    public KitPerson guardian() {
        return sevres.guardian();
    }

    /** {@link KitCollege#guardianOfTwo} of {@link #college}. */
    public KitPerson guardianOfTwo() {
        return sevres.guardianOfTwo();
    }

    /** {@link KitCollege#teacher} of {@link #college}. */
    public KitPerson teacher() {
        return sevres.teacher();
    }

    /** {@link KitCollege#staff} of {@link #college}. */
    public KitPerson staff(StaffFunction function) {
        return sevres.staff(function);
    }

    /** Another pupil of {@link #college}. */
    public PersonBuilder aPupil() {
        return sevres.aPupil();
    }

    /** Another guardian of {@link #college}. */
    public PersonBuilder aGuardian() {
        return sevres.aGuardian();
    }

    /** Another teacher of {@link #college}. */
    public PersonBuilder aTeacher() {
        return sevres.aTeacher();
    }
}
