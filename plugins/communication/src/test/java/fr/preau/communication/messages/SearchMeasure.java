package fr.preau.communication.messages;

import fr.preau.api.school.Person;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.school.Database;
import fr.preau.communication.school.Host;
import fr.preau.communication.school.InventedSchool;
import fr.preau.communication.school.ModuleAtSchool;
import fr.preau.communication.words.Words;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Measures the search over all one's mail and the pages of an inbox, in a collège with more
 * messages than one has: 100,000, of which one person received 10,000 and another ten.
 *
 * <p>Run by docs/performance/search.sh.
 */
final class SearchMeasure {

    private static final int MESSAGES = 100_000;
    private static final int OF_ONE = 10_000;
    private static final int WORDS_OF_A_TEXT = 150;
    private static final int VOCABULARY = 5_000;
    private static final int RUNS = 30;

    private final InventedSchool school = new InventedSchool();
    private final SchoolClass fifthB = school.aClass("5eB");
    private final Person teacher = school.aTeacher("Claire Tableau", fifthB);
    private final Person secretary = school.aTeacher("Nora Couloir", fifthB);
    private final List<Person> guardians = new ArrayList<>();
    private final Host host = ModuleAtSchool.host(school);
    private final Random random = new Random(1);

    private SearchMeasure() {}

    public static void main(String[] arguments) {
        new SearchMeasure().run();
    }

    private void run() {
        for (int i = 0; i <= MESSAGES / OF_ONE; i++) {
            Person pupil = school.aPupil("Élève Numéro" + i, fifthB);
            guardians.add(school.aGuardian("Responsable Numéro" + i, pupil));
        }
        for (int first = 0; first < MESSAGES; first += 5_000) {
            int from = first;
            Database.get().inUnitOfWork(true, () -> fill(from, from + 5_000));
        }
        bringStatisticsUpToDate();
        Person one = guardians.get(0);
        Person few = guardians.get(guardians.size() - 1);
        System.out.println(MESSAGES + " messages, " + OF_ONE + " of one person; milliseconds");
        time("inbox, first page, 10,000", () -> inbox(one, null));
        String last = after(one, 400);
        time("inbox, page 401, 10,000", () -> inbox(one, last));
        time("inbox, first page, 10", () -> inbox(few, null));
        for (String q :
                List.of("mot7", "mot4999", "mot12 mot3000", "nulle part", "Tableau", "objet")) {
            time("search « " + q + " »", () -> search(one, q));
        }
        Database.get().inUnitOfWork(true, this::sendToMany);
        bringStatisticsUpToDate();
        for (String q : List.of("mot7", "nulle part", "Responsable nulle")) {
            time("sent to many, « " + q + " »", () -> search(secretary, q));
        }
    }

    /** As the database does by itself within seconds; it plans by them. */
    private static void bringStatisticsUpToDate() {
        Database.get()
                .inUnitOfWork(
                        true,
                        () -> {
                            Connection connection = Database.get().proxy().unwrap(Connection.class);
                            try (Statement statement = connection.createStatement()) {
                                return statement.execute(
                                        "ANALYZE TABLE communication_letter,"
                                                + " communication_conversation,"
                                                + " communication_reply,"
                                                + " communication_inbox_entry");
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        });
    }

    /** A secretary's 200 letters to 900 families each, of whom ten in a hundred got a word more. */
    private int sendToMany() {
        Connection connection = Database.get().proxy().unwrap(Connection.class);
        try (PreparedStatement letters =
                        connection.prepareStatement(
                                "INSERT INTO communication_letter (id, author_id, subject, body,"
                                        + " words, addressed_to, recipient_count,"
                                        + " first_recipient_id, sent_at)"
                                        + " VALUES (?, ?, ?, ?, ?, '', 900, ?, ?)");
                PreparedStatement conversations =
                        connection.prepareStatement(
                                "INSERT INTO communication_conversation (id, letter_id,"
                                        + " author_id, recipient_id) VALUES (?, ?, ?, ?)");
                PreparedStatement replies =
                        connection.prepareStatement(
                                "INSERT INTO communication_reply (id, conversation_id, letter_id,"
                                        + " author_id, body, words, sent_at)"
                                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            String author = secretary.id().toString();
            LocalDateTime at = LocalDateTime.of(2026, 9, 1, 6, 0);
            for (int i = 0; i < 200; i++) {
                String letter = UUID.randomUUID().toString();
                String text = text();
                String words = Words.of(text).kept();
                String first = guardians.get(0).id().toString();
                set(letters, letter, author, "À tous " + i, text, words, first, at.plusHours(i));
                for (int reader = 0; reader < 900; reader++) {
                    String conversation = UUID.randomUUID().toString();
                    String recipient = UUID.randomUUID().toString();
                    set(conversations, conversation, letter, author, recipient);
                    if (reader % 10 == 0) {
                        String reply = UUID.randomUUID().toString();
                        set(
                                replies,
                                reply,
                                conversation,
                                letter,
                                author,
                                text,
                                words,
                                at.plusHours(i));
                    }
                }
            }
            letters.executeBatch();
            conversations.executeBatch();
            replies.executeBatch();
            return 200;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int fill(int from, int to) {
        Connection connection = Database.get().proxy().unwrap(Connection.class);
        try (PreparedStatement letters =
                        connection.prepareStatement(
                                "INSERT INTO communication_letter (id, author_id, subject, body,"
                                        + " words, addressed_to, recipient_count,"
                                        + " first_recipient_id, sent_at)"
                                        + " VALUES (?, ?, ?, ?, ?, '', 1, ?, ?)");
                PreparedStatement conversations =
                        connection.prepareStatement(
                                "INSERT INTO communication_conversation (id, letter_id,"
                                        + " author_id, recipient_id) VALUES (?, ?, ?, ?)");
                PreparedStatement entries =
                        connection.prepareStatement(
                                "INSERT INTO communication_inbox_entry (id, owner_id,"
                                        + " conversation_id, correspondent_id, subject,"
                                        + " received_count, received_at, unread)"
                                        + " VALUES (?, ?, ?, ?, ?, 1, ?, TRUE)")) {
            for (int i = from; i < to; i++) {
                row(i, letters, conversations, entries);
            }
            letters.executeBatch();
            conversations.executeBatch();
            entries.executeBatch();
            return to - from;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void row(
            int i,
            PreparedStatement letters,
            PreparedStatement conversations,
            PreparedStatement entries)
            throws SQLException {
        boolean ofFew = i >= MESSAGES - 10;
        Person reader = guardians.get(ofFew ? guardians.size() - 1 : i / OF_ONE);
        String letter = UUID.randomUUID().toString();
        String conversation = UUID.randomUUID().toString();
        String subject = "Objet " + i;
        String text = text();
        LocalDateTime at =
                LocalDateTime.ofInstant(
                        Instant.parse("2025-09-01T06:00:00Z").plus(Duration.ofMinutes(i % OF_ONE)),
                        ZoneOffset.UTC);
        String author = teacher.id().toString();
        set(
                letters,
                letter,
                author,
                subject,
                text,
                Words.of(subject, text).kept(),
                reader.id().toString(),
                at);
        set(conversations, conversation, letter, author, reader.id().toString());
        set(
                entries,
                UUID.randomUUID().toString(),
                reader.id().toString(),
                conversation,
                author,
                subject,
                at);
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    /** Few words are frequent and many are rare, as in any language. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORDS_OF_A_TEXT; i++) {
            double tail = random.nextDouble();
            text.append("mot").append((int) (VOCABULARY * tail * tail * tail)).append(' ');
        }
        return text.toString();
    }

    private InboxPage inbox(Person owner, @Nullable String older) {
        return host.show(owner, "GET /messages", new BoxInput(null, null, older), InboxPage.class);
    }

    private @Nullable String after(Person owner, int pages) {
        @Nullable String older = null;
        for (int i = 0; i < pages; i++) {
            older = inbox(owner, older).older();
        }
        return older;
    }

    private SearchPage search(Person owner, String q) {
        return host.show(owner, "GET /search", new SearchInput(q), SearchPage.class);
    }

    private static void time(String what, Runnable work) {
        long[] took = new long[RUNS];
        work.run();
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            work.run();
            took[i] = System.nanoTime() - start;
        }
        Arrays.sort(took);
        System.out.printf(
                "%-32s p50 %6.1f   max %6.1f%n", what, took[RUNS / 2] / 1e6, took[RUNS - 1] / 1e6);
    }
}
