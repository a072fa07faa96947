package fr.preau.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.core.testing.SourceBundle;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.osgi.framework.Bundle;

/** Tricks with class files that no compiler writes, and what must never come of them. */
class TricksTest {

    private static final Handle GC =
            new Handle(Opcodes.H_INVOKESTATIC, "java/lang/System", "gc", "()V", false);

    private final Strangers strangers;

    TricksTest() throws IOException {
        strangers = new Strangers();
    }

    @AfterEach
    void stop() {
        strangers.close();
    }

    /** The class {@code hostile.Act}, whose call is written by hand. */
    private static byte[] written(String name, Consumer<MethodVisitor> body) {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String[] faces = {"java/util/concurrent/Callable"};
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", faces);
        MethodVisitor made = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        made.visitVarInsn(Opcodes.ALOAD, 0);
        made.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        made.visitInsn(Opcodes.RETURN);
        made.visitMaxs(0, 0);
        MethodVisitor call =
                type.visitMethod(Opcodes.ACC_PUBLIC, "call", "()Ljava/lang/Object;", null, null);
        body.accept(call);
        call.visitInsn(Opcodes.ACONST_NULL);
        call.visitInsn(Opcodes.ARETURN);
        call.visitMaxs(0, 0);
        return type.toByteArray();
    }

    private Bundle bundle(byte[] act) throws Exception {
        return strangers.install(SourceBundle.named("tricks").entry("hostile/Act.class", act));
    }

    @Test
    void aMethodHandleInTheConstantsIsRefused() throws Exception {
        Bundle bundle =
                bundle(
                        written(
                                "hostile/Act",
                                call -> {
                                    call.visitLdcInsn(GC);
                                    call.visitMethodInsn(
                                            Opcodes.INVOKEVIRTUAL,
                                            "java/lang/invoke/MethodHandle",
                                            "invokeExact",
                                            "()V",
                                            false);
                                }));

        assertThatThrownBy(() -> Strangers.call(bundle, "Act"))
                .isInstanceOf(SecurityException.class)
                .hasMessageContaining("java.lang.System.gc");
    }

    @Test
    void aConstantThatIsComputedByAForbiddenMethodIsRefused() throws Exception {
        Handle invoke =
                new Handle(
                        Opcodes.H_INVOKESTATIC,
                        "java/lang/invoke/ConstantBootstraps",
                        "invoke",
                        "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;"
                                + "Ljava/lang/invoke/MethodHandle;[Ljava/lang/Object;)"
                                + "Ljava/lang/Object;",
                        false);
        Bundle bundle =
                bundle(
                        written(
                                "hostile/Act",
                                call -> {
                                    call.visitLdcInsn(
                                            new ConstantDynamic(
                                                    "x", "Ljava/lang/Object;", invoke, GC));
                                    call.visitInsn(Opcodes.POP);
                                }));

        assertThatThrownBy(() -> Strangers.call(bundle, "Act"))
                .isInstanceOf(SecurityException.class)
                .hasMessageContaining("java.lang.System.gc");
    }

    @Test
    void aForbiddenMethodAsABootstrapIsRefused() throws Exception {
        Bundle bundle =
                bundle(
                        written(
                                "hostile/Act",
                                call ->
                                        call.visitInvokeDynamicInsn(
                                                "x",
                                                "()V",
                                                new Handle(
                                                        Opcodes.H_INVOKESTATIC,
                                                        "java/lang/Class",
                                                        "forName",
                                                        "(Ljava/lang/String;ZLjava/lang/ClassLoader;)"
                                                                + "Ljava/lang/Class;",
                                                        false))));

        assertThatThrownBy(() -> Strangers.call(bundle, "Act"))
                .isInstanceOf(SecurityException.class)
                .hasMessageContaining("as a bootstrap");
    }

    /** The framework forgets a hook that fails; then nobody would be held back any more. */
    @Test
    void aBrokenClassDoesNotSwitchTheHoldingBackOff() throws Exception {
        byte[] newer = written("hostile/Act", call -> {});
        newer[7] = (byte) 200;
        byte[] cut =
                new byte[] {
                    (byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61, 9, 9, 9, 9
                };
        Bundle broken =
                strangers.install(
                        SourceBundle.named("broken")
                                .entry("hostile/Act.class", newer)
                                .entry("hostile/Cut.class", cut)
                                .entry("hostile/None.class", new byte[3]));
        for (String name : new String[] {"Act", "Cut", "None"}) {
            assertThatThrownBy(() -> broken.loadClass("hostile." + name))
                    .isInstanceOf(LinkageError.class);
        }

        Bundle next =
                strangers.install(SourceBundle.named("next").act("Exit", "System.gc(); return 1;"));
        assertThatThrownBy(() -> Strangers.call(next, "Exit"))
                .isInstanceOf(SecurityException.class);
    }

    /** What the rewritten code calls is looked for in the module's own jar first. */
    @Test
    void aFalseGuardIsNotLoaded() throws Exception {
        Bundle bundle =
                strangers.install(
                        SourceBundle.named("false")
                                .entry("fr/preau/core/plugins/guard/Refused.class", falseRefusal())
                                .act("Act", "System.gc(); return \"done\";"));

        assertThatThrownBy(() -> Strangers.call(bundle, "Act"))
                .isInstanceOf(LinkageError.class)
                .hasStackTraceContaining("has a name of the host");
    }

    private static byte[] falseRefusal() {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC,
                "fr/preau/core/plugins/guard/Refused",
                null,
                "java/lang/Object",
                null);
        MethodVisitor call =
                type.visitMethod(
                        Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
                        "call",
                        "(Ljava/lang/String;)V",
                        null,
                        null);
        call.visitInsn(Opcodes.RETURN);
        call.visitMaxs(0, 0);
        return type.toByteArray();
    }

    @Test
    void theGuardsThemselvesAreNoWayRound() throws Exception {
        Bundle bundle =
                strangers.install(
                        SourceBundle.named("guards")
                                .header("Import-Package", "fr.preau.core.plugins.guard")
                                .act(
                                        "Twice",
                                        """
                                        var invoke = Class.forName("fr.preau.core.plugins.guard.ReflectionGuard")
                                            .getMethod("invoke", java.lang.reflect.Method.class, Object.class, Object[].class);
                                        return invoke.invoke(null, System.class.getMethod("gc"), null, null);
                                        """)
                                .act(
                                        "Lent",
                                        """
                                        var method = System.class.getMethod("gc");
                                        java.util.function.BiFunction<Object, Object[], Object> invoke = (target, all) -> {
                                          try { return method.invoke(target, all); } catch (ReflectiveOperationException e) { return e; } };
                                        return java.util.Optional.of(1).map(one -> invoke.apply(null, null));
                                        """));

        for (String act : new String[] {"Twice", "Lent"}) {
            assertThatThrownBy(() -> Strangers.call(bundle, act))
                    .isInstanceOf(SecurityException.class);
        }
    }

    @Test
    void aBundleThatIsGoneLeavesTheMemory() throws Exception {
        WeakReference<ClassLoader> loader = usedAndGone();

        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (loader.get() != null && System.nanoTime() < end) {
            System.gc();
            Thread.onSpinWait();
        }

        assertThat(loader.get()).isNull();
    }

    private WeakReference<ClassLoader> usedAndGone() throws Exception {
        Bundle bundle =
                strangers.install(
                        SourceBundle.named("leaving")
                                .type(
                                        "hostile.Own",
                                        "package hostile; public class Own extends java.io.File {"
                                                + " private int secret; public Own() { super(\"a\"); } }")
                                .act(
                                        "Act",
                                        """
                                        var secret = Own.class.getDeclaredField("secret");
                                        secret.setAccessible(true);
                                        secret.setInt(new Own(), 3);
                                        try { new Own().delete(); } catch (SecurityException e) { return Own.class.getClassLoader(); }
                                        return null;
                                        """));
        Object own = Strangers.call(bundle, "Act");
        assertThat(own).isNotNull();
        bundle.uninstall();
        return new WeakReference<>((ClassLoader) own);
    }
}
