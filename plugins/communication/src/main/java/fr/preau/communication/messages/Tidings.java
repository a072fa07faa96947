package fr.preau.communication.messages;

import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.school.PersonId;
import fr.preau.communication.wording.Wording;
import java.util.UUID;

/** Tells people that something has come for them; all notices of a conversation lead to it. */
public final class Tidings {

    /** As the manifest declares it. */
    private static final String MESSAGE = "message";

    private final Notices notices;

    Tidings(Notices notices) {
        this.notices = notices;
    }

    /** Once for each conversation that a letter opens; what tells of all of them has one key. */
    void letter(PersonId reader, Conversation conversation, String subject) {
        tell(reader, conversation, key(conversation.letterId()), subject);
    }

    void reply(PersonId reader, Conversation conversation, UUID reply, String subject) {
        tell(reader, conversation, key(conversation.letterId(), reply), subject);
    }

    /** What was to be sent later could not be: its author finds it among the drafts. */
    void notSent(PersonId author, UUID draft) {
        notices.tell(
                Notice.of(MESSAGE, "unsent-" + draft, Wording.of("told.unsent"), "/drafts"),
                author);
    }

    private void tell(PersonId reader, Conversation conversation, String key, String subject) {
        notices.tell(Notice.of(MESSAGE, key, subject, path(conversation)), reader);
    }

    /** Who has read a conversation needs to be told nothing of it any more. */
    void read(PersonId reader, Conversation conversation) {
        read(reader, conversation.id());
    }

    void read(PersonId reader, UUID conversation) {
        notices.seen("/messages/" + conversation, reader);
    }

    /** With what the keys of all that was told of a letter and of its answers begin. */
    public static String key(UUID letter) {
        return "letter-" + letter;
    }

    /** The key of what was told of an answer, which has the title of its letter. */
    public static String key(UUID letter, UUID reply) {
        return key(letter) + "-reply-" + reply;
    }

    private static String path(Conversation conversation) {
        return "/messages/" + conversation.id();
    }
}
