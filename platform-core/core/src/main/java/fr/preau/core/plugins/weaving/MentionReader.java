package fr.preau.core.plugins.weaving;

import fr.preau.core.plugins.guard.Guards;
import fr.preau.core.plugins.guard.SensitiveCalls;
import fr.preau.core.plugins.weaving.Mention.Held;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds what one class mentions. */
final class MentionReader extends ClassVisitor {

    private final Calls calls;
    private final Consumer<Mention> found;
    private String type = "";

    MentionReader(Calls calls, Consumer<Mention> found) {
        super(Opcodes.ASM9);
        this.calls = calls;
        this.found = found;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String parent,
            String @Nullable [] interfaces) {
        type = name.replace('/', '.');
        String above = parent == null ? "" : parent.replace('/', '.');
        SensitiveCalls.extending(above)
                .ifPresent(
                        call ->
                                found.accept(
                                        new Mention(
                                                call.category(),
                                                type,
                                                "extends " + above,
                                                Held.REFUSED)));
    }

    @Override
    public MethodVisitor visitMethod(
            int access,
            String name,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        String place = type + "." + name;
        if ((access & Opcodes.ACC_NATIVE) != 0) {
            found.accept(new Mention("native code", place, "a native method", Held.REFUSED));
        }
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitMethodInsn(
                    int opcode, String owner, String method, String signature, boolean face) {
                look(place, owner, method, signature);
            }

            @Override
            public void visitInvokeDynamicInsn(
                    String method, String signature, Handle bootstrap, Object... arguments) {
                constant(place, bootstrap);
                List.of(arguments).forEach(argument -> constant(place, argument));
            }

            @Override
            public void visitLdcInsn(Object value) {
                constant(place, value);
            }
        };
    }

    private void constant(String place, Object constant) {
        if (constant instanceof Handle handle) {
            look(place, handle.getOwner(), handle.getName(), handle.getDesc());
        } else if (constant instanceof ConstantDynamic dynamic) {
            constant(place, dynamic.getBootstrapMethod());
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                constant(place, dynamic.getBootstrapMethodArgument(i));
            }
        }
    }

    private void look(String place, String owner, String method, String descriptor) {
        String what = owner.replace('/', '.') + "." + method.replace("<init>", "new");
        Verdict verdict = calls.verdict(owner, method, descriptor);
        if (verdict instanceof Verdict.Forbidden forbidden) {
            found.accept(new Mention(forbidden.call().category(), place, what, Held.REFUSED));
        } else if (verdict instanceof Verdict.Guarded guarded) {
            String category = Guards.category(guarded.guard());
            found.accept(new Mention(category, place, what, Held.GUARDED));
        } else {
            SensitiveCalls.find(owner.replace('/', '.'), method, descriptor)
                    .ifPresent(
                            call ->
                                    found.accept(
                                            new Mention(call.category(), place, what, Held.FREE)));
        }
    }
}
