package fr.preau.core.contracts;

import fr.preau.core.contracts.ModuleWords.Presence;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who needs whom, worked out from what the manifests say and from which modules are on at a
 * collège.
 *
 * <p>A module that requires a service answers only where the module that offers it answers, which
 * may itself require another one. Two that require each other answer together.
 */
public final class ModuleNeeds {

    /** What a module loses when another one is switched off. */
    public record Loss(String module, Kind kind, Set<String> names) {

        /** How bad it is. */
        public enum Kind {
            /** It does not answer any more: it requires what is gone, or who requires it. */
            CLOSES,
            /** It goes on without a service. */
            LOSES_SERVICE,
            /** It hears nothing more of some facts. */
            HEARS_NOTHING
        }
    }

    private final Map<String, ModuleWords> words;

    /** What all modules say that run, whether on or off at some collège. */
    public ModuleNeeds(Collection<ModuleWords> words) {
        this.words = words.stream().collect(Collectors.toMap(ModuleWords::id, Function.identity()));
    }

    /** Of the modules that are on at a collège, those that have all that they require. */
    public Set<String> open(Set<String> on) {
        Set<String> open = new HashSet<>(on);
        open.retainAll(words.keySet());
        while (open.removeIf(module -> !missingAmong(module, open).isEmpty())) {
            // Who requires one that was just taken away goes next.
        }
        return open;
    }

    /**
     * The services that a module requires and nobody offers who answers; empty if it may answer.
     */
    public Set<String> missing(String module, Set<String> on) {
        Set<String> withIt = new HashSet<>(on);
        withIt.add(module);
        Set<String> open = open(withIt);
        return open.contains(module) ? Set.of() : missingAmong(module, open);
    }

    private Set<String> missingAmong(String module, Set<String> open) {
        return used(module, Presence.REQUIRED, name -> !isOffered(name, open));
    }

    private boolean isOffered(String name, Set<String> open) {
        String owner = ModuleWords.ownerOf(name);
        ModuleWords provider = words.get(owner);
        return provider != null && open.contains(owner) && provider.offers().contains(name);
    }

    private Set<String> used(String module, Presence presence, Predicate<String> which) {
        ModuleWords user = words.get(module);
        if (user == null) {
            return Set.of();
        }
        return user.uses().entrySet().stream()
                .filter(use -> use.getValue() == presence && which.test(use.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who loses what when a module that is on is switched off; who closes stands first. */
    public List<Loss> lossesWithout(String module, Set<String> on) {
        Set<String> before = open(on);
        Set<String> rest = new HashSet<>(on);
        rest.remove(module);
        Set<String> after = open(rest);
        Set<String> gone = new HashSet<>(before);
        gone.removeAll(after);
        return before.stream()
                .filter(other -> !other.equals(module))
                .sorted()
                .flatMap(other -> losses(other, after, gone).stream())
                .filter(loss -> !loss.names().isEmpty())
                .sorted(Comparator.comparing(Loss::kind))
                .toList();
    }

    private List<Loss> losses(String module, Set<String> after, Set<String> gone) {
        Predicate<String> isGone = name -> gone.contains(ModuleWords.ownerOf(name));
        if (!after.contains(module)) {
            return List.of(
                    new Loss(module, Loss.Kind.CLOSES, used(module, Presence.REQUIRED, isGone)));
        }
        Set<String> unheard =
                heard(module).stream().filter(isGone).collect(Collectors.toUnmodifiableSet());
        return List.of(
                new Loss(module, Loss.Kind.LOSES_SERVICE, used(module, Presence.OPTIONAL, isGone)),
                new Loss(module, Loss.Kind.HEARS_NOTHING, unheard));
    }

    private Set<String> heard(String module) {
        ModuleWords listener = words.get(module);
        return listener == null ? Set.of() : listener.listens();
    }
}
