package fr.preau.communication.attachments;

/**
 * An attachment as it is handed to who sent it.
 *
 * @param what that it is an attachment, in words
 * @param size in bytes
 */
public record KeptAttachment(String what, String name, String contentType, long size) {}
