package fr.preau.communication.messages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Person;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.recipients.ChooseInput;
import fr.preau.communication.school.Database;
import fr.preau.communication.school.Host;
import fr.preau.communication.school.InventedSchool;
import fr.preau.communication.school.ModuleAtSchool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LongInboxTest {

    private static final Instant MORNING = Instant.parse("2026-11-03T07:00:00Z");

    private final InventedSchool school = new InventedSchool();
    private final SchoolClass fifthB = school.aClass("5eB");
    private final Person pupil = school.aPupil("Inès Marchetout", fifthB);
    private final Person guardian = school.aGuardian("Aïcha Marchetout", pupil);
    private final Person teacher = school.aTeacher("Claire Tableau", fifthB);
    private final Host host = ModuleAtSchool.host(school);

    @Test
    void aThousandConversationsArePagedByTwentyNewestFirst() {
        receive(IntStream.rangeClosed(1, 1_000).mapToObj(i -> "Mot " + i).toList());

        InboxPage first = inbox(null, null);
        assertThat(first.conversations().items())
                .hasSize(20)
                .extracting(InboxPage.Line::subject)
                .startsWith("Mot 1000", "Mot 999")
                .endsWith("Mot 981");
        Set<UUID> seen = new HashSet<>();
        int pages = 0;
        String older = null;
        do {
            InboxPage page = inbox(null, older);
            page.conversations().items().forEach(line -> seen.add(line.conversation()));
            older = page.older();
            pages++;
        } while (older != null);
        assertThat(pages).isEqualTo(50);
        assertThat(seen).hasSize(1_000);
    }

    @Test
    void nothingStandsOnTwoPagesWhenSomethingComesInMeanwhile() {
        receive(IntStream.rangeClosed(1, 30).mapToObj(i -> "Mot " + i).toList());
        InboxPage first = inbox(null, null);
        Tables.send(
                Database.get().proxy(),
                teacher,
                guardian,
                MORNING.plus(Duration.ofDays(1)),
                List.of("Plus récent"));

        assertThat(inbox(null, first.older()).conversations().items())
                .extracting(InboxPage.Line::subject)
                .startsWith("Mot 10")
                .hasSize(10);
    }

    @Test
    void aPageThatCannotBeIsTheNearestThatCan() {
        receive(List.of("Bonjour"));

        for (String madeUp :
                List.of("x", "-1_" + UUID.randomUUID(), "9".repeat(17) + "_" + UUID.randomUUID())) {
            assertThat(inbox(null, madeUp).conversations().items()).as(madeUp).hasSize(1);
        }
        assertThat(inbox(null, "1_" + UUID.randomUUID()).conversations().items()).isEmpty();
    }

    @Test
    void aSubjectIsFoundWhateverItsAccentsAndCase() {
        receive(List.of("Réunion de rentrée", "Cantine", "Une REUNION de plus"));

        assertThat(found("reu ren")).containsExactly("Réunion de rentrée");
        assertThat(found("union")).isEmpty();
        assertThat(found("reunion")).containsExactly("Une REUNION de plus", "Réunion de rentrée");
        assertThat(found("Rentr\u0065\u0301e")).containsExactly("Réunion de rentrée");
    }

    @Test
    void whatMeansSomethingToTheDatabaseIsSearchedAsTyped() {
        receive(List.of("100 % bio", "5e_B", "Bravo !", "L’essai d'un mot \\ ici", "Autre"));

        assertThat(found("%")).containsExactly("100 % bio");
        assertThat(found("_")).containsExactly("5e_B");
        assertThat(found("!")).containsExactly("Bravo !");
        assertThat(found("\\")).containsExactly("L’essai d'un mot \\ ici");
        assertThat(found("d'un")).containsExactly("L’essai d'un mot \\ ici");
        assertThat(found("' OR 1=1 --")).isEmpty();
    }

    @Test
    void thePagesStayWithinTheirStatements() {
        receive(IntStream.range(0, 30).mapToObj(i -> "Mot " + i).toList());
        UUID conversation = inbox(null, null).conversations().items().get(0).conversation();
        UUID letter =
                host.show(teacher, "GET /sent", new ListInput(null, null, null), SentPage.class)
                        .letters()
                        .items()
                        .get(0)
                        .letter();

        assertThat(host.statements(guardian, "GET /messages", new BoxInput(null, null, null)))
                .isEqualTo(3);
        assertThat(host.statements(guardian, "GET /messages", new BoxInput("mot", null, null)))
                .isEqualTo(4);
        assertThat(host.statements(guardian, "GET /search", new SearchInput("mot"))).isEqualTo(4);
        assertThat(host.statements(teacher, "GET /sent", new ListInput(null, null, 1)))
                .isEqualTo(3);
        assertThat(host.statements(teacher, "GET /sent/{letter}", new LetterInput(letter, 1)))
                .isEqualTo(4);
        assertThat(
                        host.statements(
                                guardian,
                                "GET /messages/{conversation}",
                                new ConversationInput(conversation, 1)))
                .isEqualTo(5);
        assertThat(host.cardStatements(guardian, UnreadCard.class)).isEqualTo(1);
        // Two of them are the rules of the collège, remembered for some seconds; here each look at
        // the clock is later than that.
        assertThat(host.statements(guardian, "GET /messages/new", new ComposeInput(null, null)))
                .isEqualTo(8);
        assertThat(
                        host.statements(
                                teacher,
                                "GET /messages/recipients",
                                new ChooseInput(null, fifthB.id().toString(), null)))
                .isEqualTo(8);
    }

    @Test
    void tenThousandConversationsTakeNoMoreStatementsThanTen() {
        receive(IntStream.rangeClosed(1, 10_000).mapToObj(i -> "Mot " + i).toList());

        String last = "1793779200000000_" + new UUID(0, 0);
        for (BoxInput page :
                List.of(
                        new BoxInput(null, null, null),
                        new BoxInput(null, null, inbox(null, null).older()),
                        new BoxInput(null, null, last))) {
            assertThat(host.statements(guardian, "GET /messages", page)).isEqualTo(3);
        }
        assertThat(host.statements(guardian, "GET /messages", new BoxInput("mot 77", null, null)))
                .isEqualTo(7);
        assertThat(host.cardStatements(guardian, UnreadCard.class)).isEqualTo(1);
        assertThat(host.card(guardian, UnreadCard.class).unread()).isEqualTo(10_000);
    }

    @Test
    void theInboxIsReadInTheOrderOfItsIndex() {
        List<String> subjects = IntStream.range(0, 500).mapToObj(i -> "Mot " + i).toList();
        receive(subjects);

        String plan =
                Database.get()
                        .inUnitOfWork(
                                false,
                                () ->
                                        Database.get()
                                                .ask(
                                                        "EXPLAIN FORMAT=JSON SELECT id FROM"
                                                                + " communication_inbox_entry"
                                                                + " WHERE owner_id = '"
                                                                + guardian.id()
                                                                + "' AND place = 'INBOX' AND"
                                                                + " folder_id = '"
                                                                + new UUID(0, 0)
                                                                + "' AND received_at <="
                                                                + " '2026-11-03 12:00:00' AND"
                                                                + " (received_at <"
                                                                + " '2026-11-03 12:00:00' OR id <"
                                                                + " '"
                                                                + UUID.randomUUID()
                                                                + "') ORDER BY received_at DESC,"
                                                                + " id DESC LIMIT 20",
                                                        1));

        assertThat(plan).contains("communication_inbox_place").doesNotContain("filesort");
    }

    @Test
    void aLongConversationShowsItsNewestRepliesFirst() {
        receive(List.of("Long échange"));
        UUID conversation = inbox(null, null).conversations().items().get(0).conversation();
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= 53; i++) {
            texts.add("Réponse " + i);
            host.call(
                    i % 2 == 0 ? teacher : guardian,
                    "POST /messages/{conversation}/replies",
                    new ReplyInput(
                            conversation, "Réponse " + i, null, 1, null, null, null, null, null),
                    ConversationPage.class);
        }

        assertThat(replies(conversation, 1)).isEqualTo(texts.subList(3, 53));
        assertThat(replies(conversation, 2)).isEqualTo(texts.subList(0, 3));
    }

    private void receive(List<String> subjects) {
        Tables.send(Database.get().proxy(), teacher, guardian, MORNING, subjects);
    }

    private InboxPage inbox(@Nullable String q, @Nullable String older) {
        return host.show(guardian, "GET /messages", new BoxInput(q, null, older), InboxPage.class);
    }

    private List<String> found(String q) {
        return inbox(q, null).conversations().items().stream()
                .map(InboxPage.Line::subject)
                .toList();
    }

    private List<String> replies(UUID conversation, int page) {
        return host
                .show(
                        guardian,
                        "GET /messages/{conversation}",
                        new ConversationInput(conversation, page),
                        ConversationPage.class)
                .replies()
                .items()
                .stream()
                .map(ConversationPage.Message::text)
                .toList();
    }
}
