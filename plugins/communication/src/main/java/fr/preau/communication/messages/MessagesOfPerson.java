package fr.preau.communication.messages;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.PersonId;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The messages that somebody wrote and received, oldest first, in words that they can read. Five
 * statements, however many there are.
 */
final class MessagesOfPerson {

    private final EntityManager entities;
    private final Directory directory;
    private final Clock clock;

    MessagesOfPerson(EntityManager entities, Directory directory, Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.clock = clock;
    }

    List<KeptMessage> all(PersonId person) {
        List<Letter> written = of(person, "Letter.ofAuthor", Letter.class);
        List<Letter> received =
                entities.createNamedQuery("Letter.receivedBy", Letter.class)
                        .setParameter("person", person.value())
                        .setParameter("now", clock.instant())
                        .getResultList();
        List<KeptReplyRow> replies = of(person, "Reply.ofPerson", KeptReplyRow.class);
        Map<UUID, List<UUID>> sentTo =
                of(person, "Conversation.ofAuthor", SentToRow.class).stream()
                        .collect(
                                Collectors.groupingBy(
                                        SentToRow::letter,
                                        Collectors.mapping(
                                                SentToRow::recipient, Collectors.toList())));
        Words words = new Words(person.value(), names(person, written, received, replies, sentTo));
        return Stream.of(
                        written.stream().map(letter -> words.written(letter, sentTo)),
                        received.stream().map(words::received),
                        replies.stream().map(words::reply))
                .flatMap(messages -> messages)
                .sorted(Comparator.comparing(KeptMessage::sentAt))
                .toList();
    }

    private <T> List<T> of(PersonId person, String query, Class<T> result) {
        return entities.createNamedQuery(query, result)
                .setParameter("person", person.value())
                .getResultList();
    }

    private Names names(
            PersonId person,
            List<Letter> written,
            List<Letter> received,
            List<KeptReplyRow> replies,
            Map<UUID, List<UUID>> sentTo) {
        // Without letters and replies there is nobody to be named.
        if (written.isEmpty() && received.isEmpty() && replies.isEmpty()) {
            return new Names(Map.of());
        }
        Stream<@Nullable UUID> people =
                Stream.of(
                                Stream.of(person.value()),
                                sentTo.values().stream().flatMap(List::stream),
                                received.stream().map(letter -> letter.author().value()),
                                replies.stream()
                                        .flatMap(
                                                reply -> Stream.of(reply.author(), reply.reader())))
                        .flatMap(ids -> ids);
        return Names.of(people, directory);
    }

    /** Messages in the words of one of their two people. */
    private record Words(UUID person, Names names) {

        KeptMessage written(Letter letter, Map<UUID, List<UUID>> sentTo) {
            List<UUID> recipients = sentTo.getOrDefault(letter.id(), List.of());
            return message("kept.written", letter, recipients.stream().map(this::name).toList());
        }

        KeptMessage received(Letter letter) {
            return message("kept.received", letter, List.of(name(person)));
        }

        private KeptMessage message(String what, Letter letter, List<String> to) {
            return new KeptMessage(
                    Wording.of(what),
                    letter.subject(),
                    name(letter.author().value()),
                    to,
                    letter.sentAt(),
                    letter.text());
        }

        KeptMessage reply(KeptReplyRow reply) {
            boolean own = reply.author().equals(person);
            return new KeptMessage(
                    Wording.of(own ? "kept.reply.written" : "kept.reply.received"),
                    reply.subject(),
                    name(reply.author()),
                    List.of(name(reply.reader())),
                    reply.sentAt(),
                    reply.text());
        }

        private String name(UUID id) {
            String name = names.of(id);
            return name == null ? Wording.of("person.left") : name;
        }
    }
}
