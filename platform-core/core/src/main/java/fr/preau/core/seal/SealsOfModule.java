package fr.preau.core.seal;

import fr.preau.api.seal.Seals;
import fr.preau.core.tenancy.UnitsOfWork;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The seals of one module at the collège of whatever unit of work this thread is in. */
public final class SealsOfModule implements Seals {

    private final String module;
    private final UnitsOfWork units;
    private final SealSecret secret;

    public SealsOfModule(String module, UnitsOfWork units, SealSecret secret) {
        this.module = module;
        this.units = units;
        this.secret = secret;
    }

    @Override
    public String of(String text) {
        return secret.seal(module, units.current().space().uai(), text);
    }

    @Override
    public boolean holds(String text, String seal) {
        return MessageDigest.isEqual(
                of(text).getBytes(StandardCharsets.US_ASCII),
                seal.getBytes(StandardCharsets.US_ASCII));
    }
}
