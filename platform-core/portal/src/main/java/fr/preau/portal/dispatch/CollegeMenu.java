package fr.preau.portal.dispatch;

import fr.preau.api.route.Callers;
import fr.preau.api.route.Method;
import fr.preau.api.school.College;
import fr.preau.core.identity.Membership;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.plugins.LivePart;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.ModuleMenuEntry;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.look.MenuItem;
import fr.preau.portal.look.Texts;
import fr.preau.portal.pages.ModuleEntry;
import fr.preau.portal.pages.ModuleLink;
import fr.preau.portal.pages.SettingsLink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where people go at a collège: its modules, and one entry for all that they may set there, so that
 * the menu stays short for a principal too.
 */
public final class CollegeMenu {

    private final Texts texts;
    private final Tenants tenants;
    private final ModuleGate gate;

    CollegeMenu(Texts texts, Tenants tenants, ModuleGate gate) {
        this.texts = texts;
        this.tenants = tenants;
        this.gate = gate;
    }

    /** An entry of a module, with where its pages are. */
    private record Entry(ModuleLink link, String module, List<String> also, @Nullable String sets) {

        static Entry of(College college, LivePlugin plugin, ModuleMenuEntry entry) {
            String module = "/c/" + college.slug() + "/" + plugin.id();
            return new Entry(
                    new ModuleLink(plugin.id(), entry.label(), module + entry.path()),
                    module + "/",
                    entry.also().stream().map(place -> module + place).toList(),
                    entry.sets());
        }

        boolean isSetting() {
            return sets != null;
        }

        Optional<SettingsLink> asSetting() {
            return Optional.ofNullable(sets)
                    .map(what -> new SettingsLink(link.label(), href(), what));
        }

        String href() {
            return link.href();
        }

        boolean hasAlso(String address) {
            return also.stream().anyMatch(address::startsWith);
        }

        /** The first word of its address, as {@code /circulars/} of what was sent. */
        String subject() {
            return href().startsWith(module)
                    ? module + href().substring(module.length()).split("/", 2)[0] + "/"
                    : href();
        }
    }

    /** The entries of the modules that are on at a collège, for what this person is there. */
    public List<ModuleLink> links(SignedIn person, College college) {
        return entries(person, college).stream().map(Entry::link).distinct().toList();
    }

    private List<Entry> entries(SignedIn person, College college) {
        List<Membership> memberships = person.at(college.uai());
        return gate.modulesOn(college.uai()).stream()
                .flatMap(plugin -> entries(memberships, college, plugin))
                .toList();
    }

    private static Stream<Entry> entries(
            List<Membership> memberships, College college, LivePlugin plugin) {
        LivePart part = plugin.at(college.uai());
        return part.menu().stream()
                .filter(entry -> memberships.stream().anyMatch(m -> isFor(m, part, entry)))
                .map(entry -> Entry.of(college, plugin, entry));
    }

    /** Nobody is led to a page that would turn them away. */
    private static boolean isFor(Membership membership, LivePart part, ModuleMenuEntry entry) {
        List<String> path =
                Stream.of(entry.path().split("/")).filter(word -> !word.isEmpty()).toList();
        return entry.profiles().contains(membership.profile())
                && part.routes()
                        .find(Method.GET, path)
                        .map(match -> match.route().callers())
                        .map(callers -> callers.admit(membership.profile(), membership.functions()))
                        .orElse(true);
    }

    /** The entries of everybody at a collège, but for settings. */
    public List<ModuleEntry> entriesOfAll(College college) {
        return gate.modulesOn(college.uai()).stream()
                .flatMap(
                        plugin ->
                                plugin.at(college.uai()).menu().stream()
                                        .filter(entry -> entry.sets() == null)
                                        .map(
                                                entry ->
                                                        new ModuleEntry(
                                                                Entry.of(college, plugin, entry)
                                                                        .link(),
                                                                entry.profiles())))
                .toList();
    }

    /** All that this person may set at a collège. */
    public List<SettingsLink> settings(SignedIn person, College college) {
        return settings(person, college, entries(person, college));
    }

    private List<SettingsLink> settings(SignedIn person, College college, List<Entry> entries) {
        List<SettingsLink> links = new ArrayList<>();
        boolean administers = is(person, college, Administrators.CALLERS);
        if (is(person, college, Administrators.CALLERS_FOR_BANNERS)) {
            links.add(link("banners.title", "settings.banners", Administrators.bannersOf(college)));
        }
        if (administers) {
            links.add(link("closing.title", "settings.closing", below(college, "writing")));
        }
        entries.stream().flatMap(entry -> entry.asSetting().stream()).forEach(links::add);
        if (administers) {
            links.add(link("quiet.title", "settings.quiet", below(college, "quiet-hours")));
            links.add(
                    link(
                            "own-modules.title",
                            "settings.own-modules",
                            Administrators.modulesOf(college)));
            links.add(link("persons.title", "settings.persons", below(college, "persons")));
        }
        return links;
    }

    private boolean is(SignedIn person, College college, Callers callers) {
        return Administrators.collegesOf(person, tenants, callers).contains(college);
    }

    private SettingsLink link(String label, String help, String href) {
        return new SettingsLink(texts.text(label), href, texts.text(help));
    }

    private static String below(College college, String place) {
        return "/colleges/" + college.slug() + "/" + place;
    }

    /** The menu on a page. */
    List<MenuItem> items(Visit visit, @Nullable College college) {
        List<MenuItem> items = new ArrayList<>();
        items.add(new MenuItem(texts.text("menu.accueil"), "/", visit.address().equals("/")));
        if (college == null) {
            Administrators.collegesOf(visit.person(), tenants, Administrators.CALLERS).stream()
                    .map(own -> settingsOf(own, visit))
                    .forEach(items::add);
            return items;
        }
        List<Entry> entries = entries(visit.person(), college);
        List<Entry> all = new ArrayList<>(entries);
        if (!college.uai().isDepartement()) {
            all.addAll(entriesAtDepartement(visit.person()));
        }
        items.addAll(items(visit.address(), all));
        Optional<Entry> current = current(visit.address(), entries);
        settings(visit, college, entries, current.filter(Entry::isSetting).isPresent())
                .ifPresent(items::add);
        return items;
    }

    /** What the Département's own place adds to a menu. */
    List<MenuItem> itemsAtDepartement(Visit visit) {
        return items(visit.address(), entriesAtDepartement(visit.person()));
    }

    private List<Entry> entriesAtDepartement(SignedIn person) {
        return tenants.departement().filter(Tenant::isOpen).stream()
                .flatMap(departement -> entries(person, departement.college()).stream())
                .toList();
    }

    private static List<MenuItem> items(String address, List<Entry> entries) {
        Optional<Entry> current = current(address, entries);
        return entries.stream()
                .filter(entry -> !entry.isSetting())
                .map(entry -> item(entry, current.filter(entry::equals).isPresent()))
                .toList();
    }

    private static MenuItem item(Entry entry, boolean current) {
        return new MenuItem(entry.link().label(), entry.href(), current);
    }

    private MenuItem settingsOf(College own, Visit visit) {
        return new MenuItem(
                texts.text("menu.settings-of", own.name()),
                Administrators.settingsOf(own),
                visit.address().startsWith(below(own, "")));
    }

    /** One thing needs no page that leads to it. */
    private Optional<MenuItem> settings(
            Visit visit, College college, List<Entry> entries, boolean inModule) {
        List<SettingsLink> links = settings(visit.person(), college, entries);
        boolean current = inModule || visit.address().startsWith(below(college, ""));
        return switch (links.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new MenuItem(links.get(0).label(), links.get(0).href(), current));
            default ->
                    Optional.of(
                            new MenuItem(
                                    texts.text("menu.settings"),
                                    Administrators.settingsOf(college),
                                    current));
        };
    }

    /**
     * The entry whose pages one is on: the one it lies below, or says it has also; else the one
     * that begins with the same word, as writing a circular beside the circulars that were sent; on
     * other pages of its module, the module's first.
     */
    private static Optional<Entry> current(String address, List<Entry> entries) {
        return Stream.<Stream<Entry>>of(
                        entries.stream()
                                .filter(entry -> address.startsWith(entry.href()))
                                .sorted(
                                        Comparator.comparingInt(
                                                (Entry entry) -> -entry.href().length())),
                        entries.stream().filter(entry -> entry.hasAlso(address)),
                        entries.stream().filter(entry -> address.startsWith(entry.subject())),
                        entries.stream().filter(entry -> address.startsWith(entry.module())))
                .flatMap(each -> each)
                .findFirst();
    }
}
