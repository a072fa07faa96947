package fr.preau.tenants.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds phone numbers and e-mail addresses that can reach nobody. */
final class Contacts {

    private static final Pattern NOT_IN_MAIL = Pattern.compile("[^a-z]+");

    private Contacts() {}

    static Contact ofGuardian(Dice dice, PersonName name) {
        String home = dice.percent(35) ? phone("01 99 00", dice) : "";
        String mobile = dice.percent(93) ? phone("06 39 98", dice) : "";
        String mail = dice.percent(88) ? mail(name, dice.between(1, 9999), "courriel.example") : "";
        return new Contact(home, mobile, mail);
    }

    static String ofStaff(PersonName name, long jointure, String academie) {
        return mail(name, (int) (jointure % 1_000_000), "ac-" + plain(academie) + ".invalid");
    }

    private static String phone(String prefix, Dice dice) {
        return String.format(Locale.ROOT, "%s %02d %02d", prefix, dice.below(100), dice.below(100));
    }

    private static String mail(PersonName name, int number, String domain) {
        return plain(name.given()) + "." + plain(name.family()) + number + "@" + domain;
    }

    private static String plain(String text) {
        String small = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.FRENCH);
        return NOT_IN_MAIL.matcher(small).replaceAll("");
    }
}
