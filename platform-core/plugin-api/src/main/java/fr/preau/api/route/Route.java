package fr.preau.api.route;

import fr.preau.api.files.Download;
import fr.preau.api.page.Screen;
import fr.preau.api.page.View;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked of a module: a typed value, declared by the module and dispatched by
 * the host, which binds and checks the input, opens the unit of work and draws the answer.
 *
 * <p>Made step by step, from {@link #get} and its sisters: each step gives only the next one, so
 * that a route which does not say who may call it does not compile.
 *
 * @param <I> the input record
 * @param <P> the page record
 */
public final class Route<I, P> {

    private final Method method;
    private final PathTemplate path;
    private final Class<I> input;
    private final Class<P> page;
    private final Callers callers;
    private final View<P> view;
    private final Handler<I, P> handler;
    private final @Nullable InvalidHandler<I, P> invalid;

    private Route(Shown<I, P> shown, Handler<I, P> handler) {
        Guarded<I, P> guarded = shown.guarded;
        this.method = guarded.typed.method;
        this.path = guarded.typed.path;
        this.input = guarded.typed.input;
        this.page = guarded.typed.page;
        this.callers = guarded.callers;
        this.view = shown.view;
        this.invalid = shown.invalid;
        this.handler = Objects.requireNonNull(handler);
    }

    public static Addressed get(String path) {
        return new Addressed(Method.GET, PathTemplate.of(path));
    }

    public static Addressed post(String path) {
        return new Addressed(Method.POST, PathTemplate.of(path));
    }

    public static Addressed put(String path) {
        return new Addressed(Method.PUT, PathTemplate.of(path));
    }

    public static Addressed delete(String path) {
        return new Addressed(Method.DELETE, PathTemplate.of(path));
    }

    public Method method() {
        return method;
    }

    public PathTemplate path() {
        return path;
    }

    public Class<I> input() {
        return input;
    }

    public Class<P> page() {
        return page;
    }

    public Callers callers() {
        return callers;
    }

    public View<P> view() {
        return view;
    }

    public Handler<I, P> handler() {
        return handler;
    }

    /** Whether it answers with a file instead of a page. */
    public boolean isFile() {
        return page.equals(Download.class);
    }

    /** How the form is shown again; null when the host tells the problem by itself. */
    public @Nullable InvalidHandler<I, P> invalid() {
        return invalid;
    }

    private static Screen notDrawn(Object file, Object context) {
        throw new IllegalStateException("a file is sent, not drawn");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /** A route that has its address. */
    public static final class Addressed {
        private final Method method;
        private final PathTemplate path;

        private Addressed(Method method, PathTemplate path) {
            this.method = method;
            this.path = path;
        }

        /** A route without input. */
        public <P> Typed<NoInput, P> shows(Class<P> page) {
            return takes(NoInput.class).shows(page);
        }

        /** A route without input that answers with a file. */
        public Sending<NoInput> sendsFile() {
            return takes(NoInput.class).sendsFile();
        }

        public <I> Taking<I> takes(Class<I> input) {
            return new Taking<>(this, input);
        }
    }

    /** A route that knows its input. */
    public static final class Taking<I> {
        private final Addressed addressed;
        private final Class<I> input;

        private Taking(Addressed addressed, Class<I> input) {
            if (!input.isRecord()) {
                throw new IllegalArgumentException(input + " must be a record");
            }
            this.addressed = addressed;
            this.input = input;
        }

        public <P> Typed<I, P> shows(Class<P> page) {
            if (!page.isRecord()) {
                throw new IllegalArgumentException(page + " must be a record");
            }
            return new Typed<>(addressed.method, addressed.path, input, page);
        }

        /** It answers with a file, which has no other representation: a program gets it as well. */
        public Sending<I> sendsFile() {
            return new Sending<>(
                    new Typed<>(addressed.method, addressed.path, input, Download.class));
        }
    }

    /** A route that answers with a file, but does not say yet who may call it. */
    public static final class Sending<I> {
        private final Typed<I, Download> typed;

        private Sending(Typed<I, Download> typed) {
            this.typed = typed;
        }

        /** Who may call: the step that can't be left out. */
        public Admitting<I> allows(Callers callers) {
            return new Admitting<>(typed.allows(callers));
        }
    }

    /** A route that answers with a file, to those who may have it. */
    public static final class Admitting<I> {
        private final Guarded<I, Download> guarded;

        private Admitting(Guarded<I, Download> guarded) {
            this.guarded = guarded;
        }

        /** Finds or makes the file; whether this caller may have this one is to be checked here. */
        public Route<I, Download> handledBy(FileHandler<I> handler) {
            return guarded.drawnBy(Route::notDrawn)
                    .handledBy((request, input) -> Answer.send(handler.handle(request, input)));
        }
    }

    /** A route that knows its input and its page, but not yet who may call it. */
    public static final class Typed<I, P> {
        private final Method method;
        private final PathTemplate path;
        private final Class<I> input;
        private final Class<P> page;

        private Typed(Method method, PathTemplate path, Class<I> input, Class<P> page) {
            this.method = method;
            this.path = path;
            this.input = input;
            this.page = page;
        }

        /** Who may call: the step that can't be left out. */
        public Guarded<I, P> allows(Callers callers) {
            return new Guarded<>(this, callers);
        }
    }

    /** A route that says who may call it. */
    public static final class Guarded<I, P> {
        private final Typed<I, P> typed;
        private final Callers callers;

        private Guarded(Typed<I, P> typed, Callers callers) {
            this.typed = typed;
            this.callers = Objects.requireNonNull(callers);
        }

        public Shown<I, P> drawnBy(View<P> view) {
            return new Shown<>(this, view, null);
        }
    }

    /** A route that can draw its page. */
    public static final class Shown<I, P> {
        private final Guarded<I, P> guarded;
        private final View<P> view;
        private final @Nullable InvalidHandler<I, P> invalid;

        private Shown(Guarded<I, P> guarded, View<P> view, @Nullable InvalidHandler<I, P> invalid) {
            this.guarded = guarded;
            this.view = Objects.requireNonNull(view);
            this.invalid = invalid;
        }

        /** Shows the form again when the input is not valid. */
        public Shown<I, P> whenInvalid(InvalidHandler<I, P> showAgain) {
            return new Shown<>(guarded, view, showAgain);
        }

        public Route<I, P> handledBy(Handler<I, P> handler) {
            return new Route<>(this, handler);
        }
    }
}
