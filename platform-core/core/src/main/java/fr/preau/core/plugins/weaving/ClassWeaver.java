package fr.preau.core.plugins.weaving;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Rewrites one class of a module. */
final class ClassWeaver extends ClassVisitor {

    /** Of the host: a class of that name would be taken for it, a guard's above all. */
    private static final List<String> RESERVED =
            List.of("fr/preau/core/", "fr/preau/portal/", "fr/preau/api/");

    private final Calls calls;
    private String superName = "java/lang/Object";

    private ClassWeaver(ClassVisitor next, Calls calls) {
        super(Opcodes.ASM9, next);
        this.calls = calls;
    }

    /**
     * @param classFile as the module brings it
     * @return what is to be loaded, nothing if that is the same
     * @throws ClassRefused for a class that no module may have, or that can't be read
     */
    static Optional<byte[]> weave(byte[] classFile, Supertypes supertypes) {
        ClassReader reader = ClassFiles.reader(classFile);
        requireOwnPackage(reader.getClassName());
        // What is not rewritten is copied as it is: no frame is computed anew.
        ClassWriter writer = new ClassWriter(reader, 0);
        Calls calls = new Calls(supertypes);
        try {
            reader.accept(new ClassWeaver(writer, calls), 0);
            return calls.areChanged() ? Optional.of(writer.toByteArray()) : Optional.empty();
        } catch (RuntimeException e) {
            // A hostile class file has any shape, and the reader does not look before it leaps.
            throw new ClassRefused(reader.getClassName() + " can't be read: " + e, e);
        }
    }

    static void requireOwnPackage(String internalName) {
        if (RESERVED.stream().anyMatch(internalName::startsWith)) {
            throw new ClassRefused(internalName + " has a name of the host", null);
        }
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String parent,
            String @Nullable [] interfaces) {
        if (parent != null) {
            superName = parent;
        }
        super.visit(version, access, name, signature, parent, interfaces);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access,
            String name,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        if (name.equals("finalize") && descriptor.equals("()V")) {
            // It would run on the one thread of the JVM that frees what everybody left.
            calls.changed();
            return null;
        }
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return new CallRewriter(next, calls, superName, name.equals("<init>"));
    }
}
