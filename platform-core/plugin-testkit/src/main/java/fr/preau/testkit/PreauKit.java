package fr.preau.testkit;

import fr.preau.api.plugin.Permission;
import fr.preau.api.route.Route;
import fr.preau.api.school.ModuleOption;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.school.Uai;
import fr.preau.api.service.OfferedService;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.SpaceProvisioning;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The module of this project, running in two invented collèges: on the real host, with the
 * permissions that its manifest asks for, on a real MariaDB.
 *
 * <p>One host and one database serve all tests of a JVM, one test after the other.
 */
public final class PreauKit {

    /** Processes that test beside each other need a folder each. */
    private static final Path WORK =
            Path.of(System.getProperty("preau.testkit.work", "target"), "preau-testkit");

    private static @Nullable PreauKit ofThisProject;
    private static @Nullable KitFailure failure;

    private final KitNode node;
    private final KitDatabase database;
    private final Path work;
    private ModuleUnderTest module;
    private LivePlugin running;
    private final KitCollege sevres;
    private final KitCollege nanterre;
    private final KitCollege departement;
    private final FreshTables tables;

    private PreauKit(ModuleUnderTest module, Path work) {
        this.module = module;
        this.work = work;
        this.database = KitDatabase.start(work);
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
        this.departement =
                new KitCollege(
                        Uai.ofDepartement("92"),
                        "departement",
                        "Département des Hauts-de-Seine",
                        "Nanterre",
                        database.units());
        this.tables = new FreshTables(database.schemaChanges());
        node.open(places());
        this.running = node.deploy(module, module.manifest().asked());
        node.turn(module.manifest().id(), uais(places()), true);
        tables.remember(places().stream().map(c -> DatabaseSpace.of(c.college().uai())).toList());
    }

    /** Where the module is on. */
    private List<KitCollege> places() {
        return isForDepartement() ? List.of(sevres, nanterre, departement) : both();
    }

    private boolean isForDepartement() {
        return manifest().departement().isPresent();
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

    /**
     * A module that has been built, on a host and a database of its own.
     *
     * @param work a folder for both
     */
    public static PreauKit of(Path jar, Path work) {
        return new PreauKit(ModuleUnderTest.of(jar), work);
    }

    /** Ends host and database of a kit that was made by {@link #of}. */
    public void stop() {
        node.stop();
        database.stop();
    }

    /** Puts tables, clock and module back to how they were at first. */
    public void beginAfresh() {
        node.clock().beginAgain();
        node.forgive(id());
        tables.putBack(sevres.rows().changed() || nanterre.rows().changed());
        for (KitCollege college : both()) {
            college.rows().putBack();
        }
        if (!sevres.college().options().isEmpty()) {
            allow();
        }
    }

    /** {@link #college} allows this, and nothing else beyond what holds everywhere. */
    public void allow(ModuleOption... options) {
        sevres.allowOnly(Set.of(options));
        node.register(both());
    }

    /** {@link #college} sets the module so, until the test ends. */
    public void set(String setting, String value) {
        node.settings().set(sevres.college().uai(), manifest(), setting, value);
    }

    /**
     * The principal of {@link #college} closes writing for these profiles, until the test ends or
     * {@link #openWriting} is called.
     *
     * @param notice what people are told
     */
    public void closeWriting(String notice, Profile... profiles) {
        node.writing().close(sevres.college().uai(), notice, Set.of(profiles));
    }

    /**
     * Somebody stands in for a server outside, until the test ends.
     *
     * @param host its name, as in the manifest
     * @param base where the same paths are answered
     */
    public void standIn(String host, URI base) {
        node.standIns().put(host, base);
    }

    /** Writing is open again. */
    public void openWriting() {
        node.writing().beginAfresh();
    }

    private List<KitCollege> both() {
        return List.of(sevres, nanterre);
    }

    /** Somebody who is signed in. */
    public Visitor as(KitPerson person) {
        return new Visitor(node, person, id());
    }

    /**
     * Somebody who is signed in and known at both collèges, as a guardian with a child at each is.
     *
     * @param elsewhere who they are at the other collège, whose addresses {@code at} leads to
     */
    public Visitor as(KitPerson person, KitPerson elsewhere) {
        return Visitor.ofTwo(node, person, elsewhere, id());
    }

    /** The Département's own place, if the manifest has a part for it. */
    public KitCollege departement() {
        if (!isForDepartement()) {
            throw new KitFailure(id() + " has no part « departement » in its manifest");
        }
        return departement;
    }

    /** Somebody who works for the Département, at its own place. */
    public Visitor asOperator() {
        return Visitor.operator(node, departement(), id());
    }

    /** What the module answers to at the Département's own place. */
    public List<Route<?, ?>> routesOfDepartement() {
        return running.at(departement.college().uai()).routes().routes();
    }

    /** Somebody who has not signed in and looks at what {@link #college} shows to everybody. */
    public Visitor fromOutside() {
        return Visitor.fromOutside(node, sevres.college(), id());
    }

    /** What the module keeps of persons, to be exported or erased. */
    public KitPersonalData personalData() {
        return new KitPersonalData(node.persons(), id());
    }

    /** Who the module says it is. */
    public PluginManifest manifest() {
        return module.manifest();
    }

    /** The jar that runs. */
    public Path jar() {
        return module.jar();
    }

    /** What the module answers to. */
    public List<Route<?, ?>> routes() {
        return running.atColleges().routes().routes();
    }

    /** The scripts that make its tables. */
    public MigrationScripts scripts() {
        return running.scripts();
    }

    /** Switches the module on or off at a collège, as the Département does. */
    public void turn(KitCollege college, boolean on) {
        node.turn(id(), List.of(college.college().uai()), on);
    }

    /**
     * Runs the module again with other permissions than it asks for.
     *
     * @throws KitFailure when it does not start with them; the one before goes on
     */
    public void runWith(Set<Permission> granted) {
        running = node.deploy(module, granted);
    }

    /**
     * Runs another release of the module in its place, with what that one asks for.
     *
     * @throws KitFailure when it does not start, or its tables can't be made
     */
    public void update(Path jar) {
        ModuleUnderTest next = ModuleUnderTest.of(jar);
        running = node.deploy(next, next.manifest().asked());
        module = next;
    }

    /**
     * Runs the release before in the place of this one, and takes the tables back to it.
     *
     * @throws KitFailure when it does not start, or the tables can't be taken back
     */
    public void goBack(Path jar) {
        ModuleUnderTest before = ModuleUnderTest.of(jar);
        running = node.goBack(before, running.scripts());
        module = before;
    }

    /** One more collège, with its people and without the module. */
    public KitCollege openAnother(Uai uai, String slug) {
        KitCollege another =
                new KitCollege(uai, slug, "Collège " + slug, "Sèvres", database.units());
        node.open(List.of(another));
        return another;
    }

    /** Makes tables as the host does, for checks of migrations. */
    public SpaceProvisioning provisioning() {
        return database.provisioning();
    }

    /** Connections that may read and change all tables, for checks. */
    public DataSource dataSource() {
        return database.schemaChanges();
    }

    /** A folder for what is made on the way. */
    public Path work() {
        return work;
    }

    private String id() {
        return module.manifest().id();
    }

    /** The clock that the module reads. */
    public KitClock clock() {
        return node.clock();
    }

    /**
     * Publishes a fact at {@link #college} as its own module would, and delivers it.
     *
     * @param fact a record with {@code @Fact}, the test's own or one of the API
     * @throws KitFailure when the module's listener fails
     */
    public void publish(Record fact, String subject) {
        node.work().publish(sevres.college().uai(), fact, subject);
        deliver();
    }

    /**
     * Publishes a fact at one place for another one, as its own module would, and delivers it.
     *
     * @param fact a record with {@code @Fact}, the test's own or one of the API
     */
    public void publish(KitCollege from, KitCollege to, Record fact, String subject) {
        node.work().publish(from.college().uai(), to.college().uai(), fact, subject);
        deliver();
    }

    /**
     * Asks a service of the module as another one would, in one transaction.
     *
     * @param service its name, as in {@code canteen.Meals}
     * @param type the test's own copy of its interface
     */
    public <S> void ask(KitCollege place, String service, Class<S> type, Consumer<S> work) {
        node.work().ask(place.college().uai(), service, type, work);
    }

    /**
     * Stands in for a service of another module, at every place and until the test ends.
     *
     * @param service its name, as in {@code payment.Debts}, which the manifest declares under
     *     {@code services.uses}
     * @param type the test's own interface, with the methods that the module calls
     * @param provider answers, in the unit of work of the module
     */
    public <S> void offer(String service, Class<S> type, S provider) {
        node.work().offer(OfferedService.of(service, type, provider));
    }

    /** Delivers the facts that the module itself has published, and does its tasks that wait. */
    public void deliver() {
        node.work().deliver(sevres.college().uai());
        if (isForDepartement()) {
            node.work().deliver(departement.college().uai());
            node.work().deliver(sevres.college().uai());
        }
    }

    /** The facts that were published at {@link #college} in this test, delivered or not. */
    public List<PublishedEvent> published() {
        return node.work().published(sevres.college().uai());
    }

    /** What people were told at {@link #college} in this test, the first first. */
    public List<ToldNotice> notices() {
        return notices(sevres);
    }

    /** What people were told at a place in this test, the first first. */
    public List<ToldNotice> notices(KitCollege place) {
        return node.work().notices(place.college().uai());
    }

    /** What somebody was told in this test, at their collège. */
    public List<ToldNotice> notices(KitPerson person) {
        return node.work().notices(person.college().uai()).stream()
                .filter(told -> told.person().equals(person.id()))
                .toList();
    }

    /**
     * Lets a job of the module be due at {@link #college}, or at the Département's own place if it
     * runs there, and waits for it.
     *
     * @throws KitFailure when it fails
     */
    public void runJob(String job) {
        boolean there = running.words().hasJob(job, departement.college().uai());
        node.work().run((there ? departement : sevres).college().uai(), id(), job);
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
