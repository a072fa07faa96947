package fr.preau.canteen.service;

import java.time.LocalDate;
import java.util.List;

/** The page at which pupils pass; it holds no pupil, a device fetches its list with it. */
public record LinePage(LocalDate day) {

    /** What the page says while pupils pass, for its script: {@code line.say.} and one of these. */
    public static final List<String> SAID =
            List.of(
                    "regime.EATS",
                    "regime.CANCELLED",
                    "regime.AWAY",
                    "regime.OTHER_DAY",
                    "regime.PASSER",
                    "regime.STAFF",
                    "again",
                    "again.more",
                    "lost",
                    "lost.more",
                    "unknown",
                    "by-name",
                    "several",
                    "choose",
                    "undo",
                    "undo.of",
                    "undone",
                    "counted",
                    "guests",
                    "staff",
                    "left",
                    "no-class",
                    "ready",
                    "device",
                    "online",
                    "sending",
                    "offline",
                    "sign-in",
                    "sign-in.first",
                    "refused",
                    "no-list",
                    "too-old",
                    "failed",
                    "closed",
                    "ended",
                    "over",
                    "erased");
}
