package fr.preau.payment.payfip;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * What PayFiP is asked to have paid ({@code creerPaiementSecurise}).
 *
 * @param year of the debt, four digits ({@code exer})
 * @param mail where PayFiP sends its ticket, 6 to 80 characters ({@code mel})
 * @param cents in euro cents, 1 € to 99,999.99 € ({@code montant})
 * @param client the number of the régie's contract, six digits ({@code numcli})
 * @param subject what is paid, ASCII, 1 to 99 characters ({@code objet})
 * @param reference ours, 6 to 30 letters and digits, never used twice ({@code refdet})
 * @param notification where PayFiP tells that something happened ({@code urlnotif})
 * @param back where the payer comes back to ({@code urlredirect})
 */
public record PaymentOrder(
        int year,
        String mail,
        int cents,
        String client,
        String subject,
        String reference,
        Saisie saisie,
        URI notification,
        URI back) {

    /** The least that PayFiP takes, in cents. */
    public static final int LEAST = 100;

    /** The most that PayFiP takes, in cents. */
    public static final int MOST = 9_999_999;

    /** The addresses that PayFiP takes: one @, and no blank. */
    public static final String MAIL = "[^\\s@]+@[^\\s@]+";

    private static final Pattern REFERENCE = Pattern.compile("[a-zA-Z0-9]{6,30}");
    private static final Pattern CLIENT = Pattern.compile("[0-9]{6}");
    private static final Pattern SUBJECT = Pattern.compile("[ -~]{1,99}");
    private static final int SHORTEST_MAIL = 6;
    private static final int LONGEST_MAIL = 80;
    private static final int LONGEST_ADDRESS = 250;

    /**
     * @throws IllegalArgumentException naming the field that PayFiP would refuse
     */
    public PaymentOrder {
        require(year >= 2000 && year <= 2999, "exer", String.valueOf(year));
        require(
                mail.matches(MAIL)
                        && mail.length() >= SHORTEST_MAIL
                        && mail.length() <= LONGEST_MAIL,
                "mel",
                mail);
        require(cents >= LEAST && cents <= MOST, "montant", String.valueOf(cents));
        require(CLIENT.matcher(client).matches(), "numcli", client);
        require(SUBJECT.matcher(subject).matches(), "objet", subject);
        require(REFERENCE.matcher(reference).matches(), "refdet", reference);
        require(
                notification.toString().length() < LONGEST_ADDRESS,
                "urlnotif",
                notification.toString());
        require(back.toString().length() < LONGEST_ADDRESS, "urlredirect", back.toString());
    }

    private static void require(boolean right, String field, String value) {
        if (!right) {
            throw new IllegalArgumentException("PayFiP refuses « " + value + " » as " + field);
        }
    }
}
