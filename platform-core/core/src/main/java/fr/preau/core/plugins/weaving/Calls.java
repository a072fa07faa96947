package fr.preau.core.plugins.weaving;

import java.lang.reflect.Method;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The verdicts on the calls of one class, and whether any of them changes it. */
final class Calls {

    private final Supertypes supertypes;
    private boolean changed;

    Calls(Supertypes supertypes) {
        this.supertypes = supertypes;
    }

    Verdict verdict(String owner, String name, String descriptor) {
        if (owner.startsWith("[")) {
            // An array's clone.
            return Verdict.ALLOWED;
        }
        List<String> owners =
                name.equals("<init>") ? List.of(owner.replace('/', '.')) : supertypes.of(owner);
        return Verdict.of(owners, name, descriptor);
    }

    void changed() {
        changed = true;
    }

    boolean areChanged() {
        return changed;
    }

    static Handle handle(Method guard) {
        return new Handle(
                Opcodes.H_INVOKESTATIC,
                Type.getInternalName(guard.getDeclaringClass()),
                guard.getName(),
                Type.getMethodDescriptor(guard),
                false);
    }
}
