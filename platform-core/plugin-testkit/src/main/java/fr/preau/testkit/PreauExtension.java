package fr.preau.testkit;

import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Hands out the kit, and makes it fresh before each test.
 *
 * <p>Fresh before the constructor of the test, so that what a constructor sets, such as the clock,
 * is still set in the test.
 */
final class PreauExtension
        implements ParameterResolver, TestInstancePreConstructCallback, BeforeEachCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PreauKit.class;
    }

    @Override
    public PreauKit resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return PreauKit.forModule();
    }

    @Override
    public void preConstructTestInstance(
            TestInstanceFactoryContext factory, ExtensionContext context) {
        PreauKit.forModule().beginAfresh();
    }

    /** An instance that serves all tests of its class was made before the first of them only. */
    @Override
    public void beforeEach(ExtensionContext context) {
        if (context.getTestInstanceLifecycle().filter(Lifecycle.PER_CLASS::equals).isPresent()) {
            PreauKit.forModule().beginAfresh();
        }
    }
}
