package fr.preau.core.plugins.weaving;

import org.objectweb.asm.ClassReader;

/** Opens class files that may be anything. */
final class ClassFiles {

    /** The first version of class files, Java 1.0, was 44 (JVMS, table 4.1-A). */
    private static final int BEFORE_JAVA_1 = 44;

    private static final int MAGIC = 0xCAFEBABE;

    private ClassFiles() {}

    /**
     * @throws ClassRefused when it is no class file, or made for a newer Java
     */
    static ClassReader reader(byte[] classFile) {
        requireClassFile(classFile);
        int java = version(classFile) - BEFORE_JAVA_1;
        if (java > Runtime.version().feature()) {
            throw new ClassRefused(
                    "a class is compiled for Java "
                            + java
                            + ", this server runs Java "
                            + Runtime.version().feature(),
                    null);
        }
        try {
            return new ClassReader(classFile);
        } catch (RuntimeException e) {
            throw new ClassRefused("a class can't be read: " + e, e);
        }
    }

    private static void requireClassFile(byte[] bytes) {
        boolean complete =
                bytes.length > 10 && (twoBytes(bytes, 0) << 16 | twoBytes(bytes, 2)) == MAGIC;
        if (!complete) {
            throw new ClassRefused("a class file is none", null);
        }
    }

    private static int version(byte[] bytes) {
        return twoBytes(bytes, 6);
    }

    private static int twoBytes(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
