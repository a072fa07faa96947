package fr.preau.liberty;

import fr.preau.api.school.Uai;
import fr.preau.tenants.CollegeDescriptor;
import fr.preau.tenants.Departement;
import fr.preau.tenants.DescriptorFolder;
import fr.preau.tenants.people.DemoPerson;
import fr.preau.tenants.people.DemoRoster;
import fr.preau.tenants.people.InventedDepartement;
import fr.preau.tenants.people.aaf.AafExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Delivers the invented people of a département, as the académie delivers real ones. */
public final class InventedDeliveries {

    /** The password of all demo accounts, as the README says. */
    public static final String PASSWORD = "preau-demo-2026";

    private final Departement departement;
    private final DemoRoster roster;
    private final AafExport export;
    private final DemoFolder folder;

    private InventedDeliveries(
            Departement departement, DemoRoster roster, AafExport export, DemoFolder folder) {
        this.departement = departement;
        this.roster = roster;
        this.export = export;
        this.folder = folder;
    }

    /** Reads the descriptors and plans who lives there; the folder has its modules already. */
    public static InventedDeliveries plan(Path tenants, DemoFolder folder) throws IOException {
        Departement departement =
                DescriptorFolder.read(tenants, BuiltModules.ids(folder.plugins()));
        InventedDepartement invented =
                new InventedDepartement(departement, InventedDepartement.DEMO_SEED);
        return new InventedDeliveries(
                departement, DemoRoster.of(invented), new AafExport(invented), folder);
    }

    public List<DemoPerson> people() {
        return roster.people();
    }

    /** How many collèges have people to sign in. */
    public int active() {
        return departement.active().size();
    }

    /** Writes the list from which the server opens the demo accounts. */
    public void writeRoster() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("departement;;" + PASSWORD + ";Opérateur du Département");
        for (DemoPerson person : roster.people()) {
            lines.add(
                    String.join(
                            ";",
                            person.login(),
                            Long.toString(person.jointure()),
                            PASSWORD,
                            person.label().replace(';', ',')));
        }
        Files.write(folder.roster(), lines);
    }

    /** The collèges of the demo accounts. */
    public void deliverFirst() throws IOException {
        for (Uai uai : roster.firstColleges()) {
            deliver(uai);
        }
    }

    /** All other active collèges; those that are there already are left alone. */
    public void deliverRest() throws IOException {
        for (CollegeDescriptor college : departement.active()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            deliver(college.uai());
        }
    }

    private void deliver(Uai uai) throws IOException {
        if (!Files.isDirectory(folder.deliveries().resolve(uai.value()))) {
            export.write(uai, folder.deliveries());
        }
    }
}
