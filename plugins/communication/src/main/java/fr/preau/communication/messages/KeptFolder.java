package fr.preau.communication.messages;

/**
 * A folder as it is handed to its owner.
 *
 * @param what that it is a folder, in words
 */
public record KeptFolder(String what, String name) {}
