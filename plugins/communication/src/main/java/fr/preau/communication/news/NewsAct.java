package fr.preau.communication.news;

import java.util.Locale;

/** What is done with a news beside writing it; the first one is what is done most. */
public enum NewsAct {
    PUBLISH(NewsState.PUBLISHED),
    SEND(NewsState.REVIEW),
    GIVE_BACK(NewsState.DRAFT),
    TAKE_BACK(NewsState.DRAFT),
    ARCHIVE(NewsState.ARCHIVED),
    /** All its readers are told of it now, at whatever hour. */
    ALERT(NewsState.PUBLISHED),
    /** It leads nowhere: the draft is gone. */
    DELETE(NewsState.DRAFT);

    private final NewsState leadsTo;

    NewsAct(NewsState leadsTo) {
        this.leadsTo = leadsTo;
    }

    NewsState leadsTo() {
        return leadsTo;
    }

    /** Its word in addresses, as in {@code give-back}. */
    public String address() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
