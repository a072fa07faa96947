package fr.preau.core.imports;

import org.jspecify.annotations.Nullable;

/** The files changed while they were read: what was read is not what lies there. */
final class DeliveryReplaced extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeliveryReplaced(DeliveryFolder folder, @Nullable Throwable cause) {
        super("the files of " + folder.uai() + " changed while they were read", cause);
    }
}
