package fr.preau.testkit;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out the kit, and makes it fresh before each test. */
final class PreauExtension implements ParameterResolver, BeforeEachCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PreauKit.class;
    }

    @Override
    public PreauKit resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return PreauKit.forModule();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        PreauKit.forModule().beginAfresh();
    }
}
