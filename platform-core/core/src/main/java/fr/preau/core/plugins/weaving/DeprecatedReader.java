package fr.preau.core.plugins.weaving;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Finds in one class of a module what it uses of an API that is going to leave. */
final class DeprecatedReader extends ClassVisitor {

    private final DeprecatedApi api;
    private final Supertypes supertypes;
    private final Consumer<DeprecatedUse> found;
    private String type = "";

    DeprecatedReader(DeprecatedApi api, Supertypes supertypes, Consumer<DeprecatedUse> found) {
        super(Opcodes.ASM9);
        this.api = api;
        this.supertypes = supertypes;
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
        type = name;
        if (parent != null) {
            type(dotted(name), parent);
        }
        if (interfaces != null) {
            Stream.of(interfaces).forEach(above -> type(dotted(name), above));
        }
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access,
            String name,
            String descriptor,
            @Nullable String signature,
            @Nullable Object value) {
        type(dotted(type) + "." + name, Type.getType(descriptor));
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access,
            String name,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        String place = dotted(type) + "." + name;
        type(place, Type.getReturnType(descriptor));
        Stream.of(Type.getArgumentTypes(descriptor)).forEach(argument -> type(place, argument));
        if ((access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) == 0 && !name.equals("<init>")) {
            // A method that the host calls under a name that will go.
            member(place, type, name, descriptor);
        }
        return new Code(place);
    }

    /** What one method does. */
    private final class Code extends MethodVisitor {

        private final String place;

        Code(String place) {
            super(Opcodes.ASM9);
            this.place = place;
        }

        @Override
        public void visitMethodInsn(
                int opcode, String owner, String name, String descriptor, boolean isInterface) {
            type(place, owner);
            member(place, owner, name, descriptor);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            type(place, owner);
            member(place, owner, name, descriptor);
        }

        @Override
        public void visitTypeInsn(int opcode, String name) {
            type(place, Type.getObjectType(name));
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Type constant) {
                type(place, constant);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(
                String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    member(place, handle.getOwner(), handle.getName(), handle.getDesc());
                }
            }
        }
    }

    private void type(String place, Type used) {
        Type element = used.getSort() == Type.ARRAY ? used.getElementType() : used;
        if (element.getSort() == Type.OBJECT) {
            type(place, element.getInternalName());
        }
    }

    private void type(String place, String used) {
        api.type(used)
                .ifPresent(since -> found.accept(new DeprecatedUse(place, dotted(used), since)));
    }

    private void member(String place, String owner, String name, String descriptor) {
        if (owner.startsWith("[")) {
            return;
        }
        for (String above : supertypes.of(owner)) {
            Optional<String> since = api.member(above.replace('.', '/'), name + descriptor);
            if (since.isPresent()) {
                String what = above + "." + name.replace("<init>", "new");
                found.accept(new DeprecatedUse(place, what, since.get()));
                return;
            }
        }
    }

    private static String dotted(String name) {
        return name.replace('/', '.');
    }
}
