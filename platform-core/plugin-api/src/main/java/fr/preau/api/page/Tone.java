package fr.preau.api.page;

/** What a tag or a banner wants to say before it is read. */
public enum Tone {
    NEUTRAL,
    INFO,
    SUCCESS,
    WARNING,
    DANGER
}
