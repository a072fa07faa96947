package fr.preau.communication;

import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;

/** What somebody finds under « Messages ». */
final class Inbox {

    private Inbox() {}

    /** The address of the newest conversation. */
    static String newest(PreauKit kit, KitPerson reader) {
        return "/messages/"
                + kit.as(reader)
                        .get("/messages")
                        .json()
                        .getJsonObject("conversations")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("conversation");
    }
}
