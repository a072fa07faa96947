package fr.preau.communication.recipients;

/**
 * What a collège decides about messages.
 *
 * @param pupilsWriteToTheirClass whether pupils may write to the pupils of their own class
 */
public record WritingPolicy(boolean pupilsWriteToTheirClass) {

    /**
     * What holds at every collège until modules have settings: between pupils, nothing is opened
     * that nobody of the collège asked for.
     */
    public static final WritingPolicy DEFAULT = new WritingPolicy(false);
}
