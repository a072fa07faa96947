package fr.preau.payfip;

/** What a payer does on the payment page. */
public enum Choice {
    PAY_BY_CARD("P", "Payer par carte"),
    PAY_BY_DEBIT("V", "Payer par prélèvement unique"),
    BE_REFUSED("R", "Carte refusée par la banque"),
    BE_REFUSED_DEBIT("Z", "Prélèvement refusé"),
    GIVE_UP("A", "Abandonner");

    private final String result;
    private final String words;

    Choice(String result, String words) {
        this.result = result;
        this.words = words;
    }

    /** As {@code resultrans}. */
    public String result() {
        return result;
    }

    String words() {
        return words;
    }
}
