package fr.preau.core.plugins.weaving;

import fr.preau.core.plugins.guard.Guards;
import fr.preau.core.plugins.guard.SensitiveCall;
import fr.preau.core.plugins.guard.SensitiveCalls;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** What becomes of a call in a module's code. */
sealed interface Verdict {

    /** It stays as it is. */
    record Allowed() implements Verdict {}

    /**
     * It throws.
     *
     * @param what the method, and why it is refused
     */
    record Forbidden(String owner, String what, SensitiveCall call) implements Verdict {}

    /** It goes to a guard instead. */
    record Guarded(Method guard) implements Verdict {}

    Verdict ALLOWED = new Allowed();

    /**
     * @param owners the class that is named, then those above it, as {@code a.b.C}
     */
    static Verdict of(List<String> owners, String method, String descriptor) {
        // A constructor is that of the class itself.
        List<String> asked = method.equals("<init>") ? owners.subList(0, 1) : owners;
        String named = owners.get(0);
        return asked.stream()
                .flatMap(owner -> ofOne(owner, method, descriptor).stream())
                .filter(found -> isMeant(found, named, method))
                .findFirst()
                .orElse(ALLOWED);
    }

    /** A subclass has methods of its own, which "all methods" of the class above does not mean. */
    private static boolean isMeant(Verdict found, String named, String method) {
        return !(found instanceof Forbidden forbidden)
                || forbidden.owner().equals(named)
                || Supertypes.declares(forbidden.owner(), method);
    }

    private static Optional<Verdict> ofOne(String owner, String method, String descriptor) {
        Optional<Verdict> guarded =
                Guards.instead(owner, method, descriptor).map(Verdict.Guarded::new);
        return guarded.or(
                () ->
                        SensitiveCalls.refused(owner, method, descriptor)
                                .map(call -> forbidden(owner, method, call)));
    }

    private static Verdict forbidden(String owner, String method, SensitiveCall call) {
        String name = method.equals("<init>") ? "new " + owner : owner + "." + method;
        return new Forbidden(owner, name + ": " + call.advice(), call);
    }
}
