package fr.preau.api.seal;

/**
 * Seals what must not be changed afterwards without anybody seeing it: what was signed, paid,
 * decided.
 *
 * <p>A seal is made with a key of this module at the collège of the current request, job or fact.
 * The key is derived from the secret of the installation and stands in no table: whoever can write
 * the database, and nothing else, makes no seal that holds. It says nothing of who has sealed it.
 *
 * <p>What is sealed is a text; a module that seals several things writes them so that no two lists
 * of things make the same text, with the length before each, say.
 *
 * <p>Sealing costs no statement. Outside a request, a job or a listener there is no collège: {@link
 * IllegalStateException}.
 */
public interface Seals {

    /** The seal of a text: 64 hexadecimal digits, the same each time. */
    String of(String text);

    /** Whether this is the seal of the text; compared without telling how far it agrees. */
    boolean holds(String text, String seal);
}
