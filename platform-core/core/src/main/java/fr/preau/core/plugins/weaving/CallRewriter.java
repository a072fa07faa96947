package fr.preau.core.plugins.weaving;

import fr.preau.core.plugins.guard.Refused;
import fr.preau.core.plugins.guard.SensitiveCall;
import fr.preau.core.plugins.guard.SensitiveCalls;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts a refusal before each forbidden call of one method, and guards in the place of guarded ones.
 *
 * <p>A refusal is one call more before the call, with nothing left on the stack: so neither frames
 * nor branches change, and a class that never gets there is as it was.
 */
final class CallRewriter extends MethodVisitor {

    private static final String REFUSED = Type.getInternalName(Refused.class);

    private static final String REFUSED_CALL = "(Ljava/lang/String;)V";

    private final Calls calls;
    private final String superName;
    private final boolean constructor;

    CallRewriter(MethodVisitor next, Calls calls, String superName, boolean constructor) {
        super(Opcodes.ASM9, next);
        this.calls = calls;
        this.superName = superName;
        this.constructor = constructor;
    }

    @Override
    public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
        Verdict verdict = calls.verdict(owner, name, descriptor);
        if (verdict instanceof Verdict.Guarded guarded) {
            call(guarded.guard());
            return;
        }
        if (verdict instanceof Verdict.Forbidden forbidden) {
            refuse(forbidden.what());
        } else if (name.equals("<init>") && constructor && owner.equals(superName)) {
            extending(owner)
                    .ifPresent(
                            call ->
                                    refuse(
                                            "a subclass of "
                                                    + dotted(owner)
                                                    + ": "
                                                    + call.advice()));
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    private static Optional<SensitiveCall> extending(String owner) {
        return SensitiveCalls.extending(dotted(owner));
    }

    private static String dotted(String owner) {
        return owner.replace('/', '.');
    }

    @Override
    public void visitInvokeDynamicInsn(
            String name, String descriptor, Handle bootstrap, Object... arguments) {
        refuseBootstrap(bootstrap);
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, guarded(arguments));
    }

    @Override
    public void visitLdcInsn(Object value) {
        super.visitLdcInsn(guarded(value));
    }

    /** A method reference is a constant: refused ones stay, behind a refusal. */
    private Object[] guarded(Object[] constants) {
        Object[] all = new Object[constants.length];
        for (int i = 0; i < constants.length; i++) {
            all[i] = guarded(constants[i]);
        }
        return all;
    }

    private Object guarded(Object constant) {
        if (constant instanceof Handle handle) {
            return guarded(handle);
        }
        if (constant instanceof ConstantDynamic dynamic) {
            return guarded(dynamic);
        }
        return constant;
    }

    private Handle guarded(Handle handle) {
        Verdict verdict = calls.verdict(handle.getOwner(), handle.getName(), handle.getDesc());
        if (verdict instanceof Verdict.Guarded guarded) {
            calls.changed();
            return Calls.handle(guarded.guard());
        }
        if (verdict instanceof Verdict.Forbidden forbidden) {
            refuse(forbidden.what());
        }
        return handle;
    }

    private ConstantDynamic guarded(ConstantDynamic constant) {
        refuseBootstrap(constant.getBootstrapMethod());
        Object[] arguments = new Object[constant.getBootstrapMethodArgumentCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = guarded(constant.getBootstrapMethodArgument(i));
        }
        return new ConstantDynamic(
                constant.getName(),
                constant.getDescriptor(),
                constant.getBootstrapMethod(),
                arguments);
    }

    /** Java's compiler names no such method there; who does so means to get around. */
    private void refuseBootstrap(Handle bootstrap) {
        Verdict verdict =
                calls.verdict(bootstrap.getOwner(), bootstrap.getName(), bootstrap.getDesc());
        if (!(verdict instanceof Verdict.Allowed)) {
            refuse(dotted(bootstrap.getOwner()) + "." + bootstrap.getName() + " as a bootstrap");
        }
    }

    private void call(Method guard) {
        super.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Type.getInternalName(guard.getDeclaringClass()),
                guard.getName(),
                Type.getMethodDescriptor(guard),
                false);
        calls.changed();
    }

    private void refuse(@Nullable String what) {
        super.visitLdcInsn(what);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, REFUSED, "call", REFUSED_CALL, false);
        calls.changed();
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + 1, maxLocals);
    }
}
