package fr.preau.portal.notices;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.Child;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.core.identity.Membership;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.notices.bymail.NoticeChoices;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.manifest.DeclaredNotice;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.portal.dispatch.OwnPlaces;
import fr.preau.portal.pages.ChoiceGroup;
import fr.preau.portal.pages.ChoiceLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody may choose: each kind of notice, at each collège, for each child. */
final class OfferedChoices {

    /** In the name of a field, what concerns no child. */
    private static final String NO_CHILD = "me";

    private final Tenants tenants;
    private final ModuleGate gate;
    private final UnitsOfWork units;
    private final Directory directory;

    OfferedChoices(Tenants tenants, ModuleGate gate, UnitsOfWork units, Directory directory) {
        this.tenants = tenants;
        this.gate = gate;
        this.units = units;
        this.directory = directory;
    }

    private record Subject(@Nullable PersonId child, @Nullable String name) {

        /** Of a child, only what a guardian is told. */
        boolean concerns(DeclaredNotice notice, Set<Profile> reader) {
            return child == null
                    ? notice.profiles().stream().anyMatch(reader::contains)
                    : notice.profiles().contains(Profile.GUARDIAN);
        }
    }

    /**
     * A choice on the page.
     *
     * @param field its name in the form
     */
    record Offered(
            Tenant tenant,
            @Nullable String childName,
            String field,
            DeclaredNotice notice,
            NoticeChoices.About about) {

        NoticeChoices.Choice chosen(Map<NoticeChoices.About, NoticeChoices.Choice> choices) {
            return choices.getOrDefault(about, NoticeChoices.Choice.usual(notice.urgency()));
        }
    }

    /** All of somebody, in their order. */
    List<Offered> of(SignedIn person) {
        List<Offered> offered = new ArrayList<>();
        OwnPlaces.of(person, tenants, gate)
                .forEach((tenant, memberships) -> offered.addAll(at(tenant, memberships)));
        return offered;
    }

    private List<Offered> at(Tenant tenant, Set<Membership> memberships) {
        Set<Profile> profiles =
                memberships.stream().map(Membership::profile).collect(Collectors.toSet());
        List<Offered> offered = new ArrayList<>();
        for (Subject subject : subjects(tenant, memberships)) {
            for (LivePlugin plugin : gate.modulesOn(tenant.college().uai())) {
                if (serves(plugin, tenant, profiles)) {
                    plugin.manifest().notices().stream()
                            .filter(notice -> subject.concerns(notice, profiles))
                            .map(notice -> offered(tenant, subject, plugin.id(), notice))
                            .forEach(offered::add);
                }
            }
        }
        return offered;
    }

    private static boolean serves(LivePlugin plugin, Tenant tenant, Set<Profile> profiles) {
        return plugin.at(tenant.college().uai()).declared().profiles().stream()
                .anyMatch(profiles::contains);
    }

    private static Offered offered(
            Tenant tenant, Subject subject, String module, DeclaredNotice notice) {
        PersonId child = subject.child();
        return new Offered(
                tenant,
                subject.name(),
                String.join(
                        "_",
                        tenant.college().slug(),
                        child == null ? NO_CHILD : child.toString(),
                        module,
                        notice.id()),
                notice,
                new NoticeChoices.About(tenant.college().uai(), child, module, notice.id()));
    }

    /** Each child, then what concerns none. */
    private List<Subject> subjects(Tenant tenant, Set<Membership> memberships) {
        List<Subject> subjects = new ArrayList<>();
        memberships.stream()
                .filter(membership -> !membership.uai().isDepartement())
                .filter(membership -> membership.profile() == Profile.GUARDIAN)
                .forEach(
                        guardian ->
                                units.read(
                                                tenant.space(),
                                                unit -> directory.childrenOf(guardian.person()))
                                        .forEach(child -> subjects.add(subject(child))));
        subjects.add(new Subject(null, null));
        return subjects;
    }

    private static Subject subject(Child child) {
        return new Subject(child.pupil().id(), child.pupil().givenName());
    }

    /** As the page shows them. */
    static List<ChoiceGroup> groups(
            List<Offered> offered, Map<NoticeChoices.About, NoticeChoices.Choice> choices) {
        Map<String, List<Offered>> together = new LinkedHashMap<>();
        offered.forEach(
                one ->
                        together.computeIfAbsent(
                                        one.tenant().college().slug() + one.about().child(),
                                        key -> new ArrayList<>())
                                .add(one));
        return together.values().stream()
                .map(
                        group ->
                                new ChoiceGroup(
                                        group.get(0).tenant().college().slug(),
                                        group.get(0).tenant().college().name(),
                                        group.get(0).childName(),
                                        group.stream()
                                                .map(
                                                        one ->
                                                                new ChoiceLine(
                                                                        one.field(),
                                                                        one.notice().title(),
                                                                        one.chosen(choices).mail(),
                                                                        one.chosen(choices).push()))
                                                .toList()))
                .toList();
    }
}
