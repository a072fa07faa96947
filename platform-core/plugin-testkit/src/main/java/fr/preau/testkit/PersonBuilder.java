package fr.preau.testkit;

import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody whom a test invents; they are at the collège from {@link #create} on. */
public final class PersonBuilder {

    private final KitCollege college;
    private final Profile profile;
    private final Set<StaffFunction> functions;
    private final List<String> classes = new ArrayList<>();
    private final List<KitPerson> children = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private @Nullable String mobile;
    private String givenName = "Camille";
    private String familyName = "Invente";
    private String subject = "Mathématiques";

    PersonBuilder(KitCollege college, Profile profile, Set<StaffFunction> functions) {
        this.college = college;
        this.profile = profile;
        this.functions = Set.copyOf(functions);
    }

    public PersonBuilder named(String given, String family) {
        givenName = given;
        familyName = family;
        return this;
    }

    /** A pupil is in this class, a teacher teaches it. */
    public PersonBuilder inClass(String name) {
        classes.add(name);
        return this;
    }

    /** A pupil is in this group, a teacher teaches it. */
    public PersonBuilder inGroup(String name) {
        groups.add(name);
        return this;
    }

    /** At this number they are called. */
    public PersonBuilder withMobile(String number) {
        mobile = number;
        return this;
    }

    /** What a teacher teaches. */
    public PersonBuilder teaching(String label) {
        subject = label;
        return this;
    }

    /** A guardian is one of these pupils', with all rights. */
    public PersonBuilder of(KitPerson... pupils) {
        children.addAll(List.of(pupils));
        return this;
    }

    /** They are there from now on. */
    public KitPerson create() {
        KitPerson person = college.rows().person(givenName, familyName, profile, functions);
        for (String name : classes) {
            if (profile == Profile.TEACHER) {
                college.rows().teaching(name, person, subject);
            } else {
                college.rows().member(name, person);
            }
        }
        for (String name : groups) {
            if (profile == Profile.TEACHER) {
                college.rows().groupTeaching(name, person, subject);
            } else {
                college.rows().memberOfGroup(name, person);
            }
        }
        if (mobile != null) {
            college.rows().mobile(person, mobile);
        }
        children.forEach(child -> college.rows().guardianship(person, child));
        return person;
    }
}
