package fr.preau.core.contracts;

/** Carries what a module threw out of a unit of work, which is rolled back by it. */
public final class Threw extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exception thrown;

    public Threw(Exception thrown) {
        super(thrown);
        this.thrown = thrown;
    }

    public Exception thrown() {
        return thrown;
    }
}
