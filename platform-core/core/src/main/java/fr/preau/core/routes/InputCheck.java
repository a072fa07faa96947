package fr.preau.core.routes;

import fr.preau.api.route.Violations;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks the input records of one module by their Jakarta Validation annotations, in French.
 *
 * <p>It remembers the classes it has seen, so each version of a module has its own, closed with it.
 */
public final class InputCheck implements AutoCloseable {

    private final ValidatorFactory factory;

    public InputCheck() {
        var configuration = Validation.byDefaultProvider().configure();
        MessageInterpolator usual = configuration.getDefaultMessageInterpolator();
        this.factory =
                configuration.messageInterpolator(new InFrench(usual)).buildValidatorFactory();
    }

    public <I> Violations check(I input) {
        Map<String, List<String>> problems = new TreeMap<>();
        for (ConstraintViolation<I> violation : factory.getValidator().validate(input)) {
            problems.computeIfAbsent(field(violation), name -> new ArrayList<>())
                    .add(sentence(violation.getMessage()));
        }
        return problems.isEmpty() ? Violations.none() : new Violations(problems);
    }

    /** The component of the record; an element of a list counts for its list. */
    private static String field(ConstraintViolation<?> violation) {
        String name = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getName() != null && !node.getName().startsWith("<")) {
                name = node.getName();
                break;
            }
        }
        return name;
    }

    private static String sentence(String message) {
        if (message.isEmpty() || message.endsWith(".")) {
            return message;
        }
        String subject =
                message.startsWith("ne ") || message.startsWith("doit ") ? "Ce champ " : "";
        return subject + message + ".";
    }

    @Override
    public void close() {
        factory.close();
    }

    private record InFrench(MessageInterpolator usual) implements MessageInterpolator {

        @Override
        public String interpolate(String template, Context context) {
            return usual.interpolate(template, context, Locale.FRANCE);
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return interpolate(template, context);
        }
    }
}
