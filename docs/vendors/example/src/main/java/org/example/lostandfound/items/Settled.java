package org.example.lostandfound.items;

import fr.preau.api.files.FileStore;
import java.time.Instant;

/** The end of an item's waiting: its photo, which nobody needs any more, goes with it. */
final class Settled {

    private final FileStore files;

    Settled(FileStore files) {
        this.files = files;
    }

    void byReturn(FoundItem item, String name, Instant now) {
        item.photo().ifPresent(files::delete);
        item.returnTo(name, now);
    }

    void byGift(FoundItem item, Instant now) {
        item.photo().ifPresent(files::delete);
        item.giveAway(now);
    }
}
