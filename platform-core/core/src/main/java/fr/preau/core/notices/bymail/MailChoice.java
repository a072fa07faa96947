package fr.preau.core.notices.bymail;

import fr.preau.core.plugins.manifest.DeclaredNotice.Urgency;

/** When somebody wants a mail of a kind of notice. */
public enum MailChoice {
    /** As soon as the quiet hours let it through. */
    NOW,
    /** Once a day, together with the others. */
    DAILY,
    NONE;

    /** What holds for who has chosen nothing: one mail a day, and what can't wait at once. */
    public static MailChoice usual(Urgency urgency) {
        return urgency == Urgency.EMERGENCY ? NOW : DAILY;
    }
}
