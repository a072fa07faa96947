package fr.preau.tenants;

import fr.preau.api.school.ModuleOption;
import fr.preau.api.school.Uai;
import java.util.LinkedHashSet;
import java.util.Set;

/** The descriptor file of one collège, read key by key so that each refusal has its line. */
final class CollegeFile {

    static final String[] KEYS = {
        "uai", "slug", "name", "commune", "address", "location", "accent", "headcount", "modules"
    };

    /** Most collèges allow nothing of their own and don't have to say so. */
    static final Set<String> MAY_BE_LEFT_OUT = Set.of("options");

    private final YamlSection yaml;
    private final Set<String> knownModules;

    CollegeFile(YamlSection yaml, Set<String> knownModules) {
        this.yaml = yaml;
        this.knownModules = knownModules;
    }

    /** The collège, active until the département's setting says otherwise. */
    CollegeDescriptor read() {
        Uai uai = yaml.read("uai", Uai::new);
        String slug = yaml.read("slug", CollegeDescriptor::checkSlug);
        String name = yaml.read("name", CollegeDescriptor::checkName);
        String commune = yaml.read("commune", CollegeDescriptor::checkCommune);
        Accent accent = yaml.read("accent", Accent::new);
        Address address = address();
        Location location = location();
        Headcount headcount = headcount();
        Set<String> modules = modules(yaml, knownModules);
        Set<ModuleOption> options = new LinkedHashSet<>(yaml.list("options", this::option));
        return yaml.make(
                () ->
                        new CollegeDescriptor(
                                uai,
                                slug,
                                name,
                                commune,
                                address,
                                location,
                                accent,
                                headcount,
                                modules,
                                options,
                                TenantState.ACTIVE));
    }

    private Address address() {
        YamlSection address = yaml.section("address", "street", "postcode", "insee");
        return new Address(
                address.read("street", Address::checkStreet),
                address.read("postcode", Address::checkPostcode),
                address.read("insee", Address::checkInsee));
    }

    private Location location() {
        YamlSection location = yaml.section("location", "lat", "lon");
        return new Location(
                location.decimal("lat", Location.MOST_LATITUDE),
                location.decimal("lon", Location.MOST_LONGITUDE));
    }

    private Headcount headcount() {
        YamlSection count = yaml.section("headcount", "6e", "5e", "4e", "3e", "segpa", "ulis");
        return count.make(
                () ->
                        new Headcount(
                                pupils(count, "6e"),
                                pupils(count, "5e"),
                                pupils(count, "4e"),
                                pupils(count, "3e"),
                                pupils(count, "segpa"),
                                pupils(count, "ulis")));
    }

    private static int pupils(YamlSection count, String key) {
        return count.number(key, 0, Headcount.MOST_PER_LEVEL);
    }

    private ModuleOption option(String code) {
        ModuleOption option = ModuleOption.ofCode(code);
        known(option.module(), knownModules);
        return option;
    }

    /** The ids of modules of a section, each of which is known. */
    static Set<String> modules(YamlSection section, Set<String> known) {
        return new LinkedHashSet<>(section.list("modules", module -> known(module, known)));
    }

    private static String known(String module, Set<String> known) {
        if (!known.contains(module)) {
            throw new IllegalArgumentException(
                    "unknown module « " + module + " », known are " + known);
        }
        return module;
    }
}
