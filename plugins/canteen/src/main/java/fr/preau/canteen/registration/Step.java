package fr.preau.canteen.registration;

import java.util.UUID;

/**
 * Which of the steps of an application a page is.
 *
 * @param application which one
 * @param year the school year, as people call it
 * @param number of this step, from 1; one more than there are for the summary
 * @param reached the last step that is filled in
 */
public record Step(UUID application, String year, int number, int reached) {

    static final int CHILDREN = 1;
    static final int DAYS = 2;
    static final int QUOTIENT = 3;
    static final int PAYERS = 4;
    static final int SUMMARY = 5;

    static Step of(Application application, int number) {
        return new Step(
                application.id(), application.year().toString(), number, application.reached());
    }

    /** How many there are to fill in. */
    public static int count() {
        return Application.STEPS;
    }

    /** Below the module. */
    public String address(int step) {
        return address(application, step);
    }

    static String address(UUID application, int step) {
        String page =
                switch (step) {
                    case CHILDREN -> "children";
                    case DAYS -> "days";
                    case QUOTIENT -> "quotient";
                    case PAYERS -> "payers";
                    default -> "summary";
                };
        return "/registrations/" + application + "/" + page;
    }
}
