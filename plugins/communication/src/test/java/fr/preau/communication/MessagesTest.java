package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.route.Answer;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.Person;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.messages.BoxInput;
import fr.preau.communication.messages.ComposeInput;
import fr.preau.communication.messages.ComposePage;
import fr.preau.communication.messages.ConversationInput;
import fr.preau.communication.messages.ConversationPage;
import fr.preau.communication.messages.InboxPage;
import fr.preau.communication.messages.LetterInput;
import fr.preau.communication.messages.LetterPage;
import fr.preau.communication.messages.ListInput;
import fr.preau.communication.messages.MarkedRead;
import fr.preau.communication.messages.ReadInput;
import fr.preau.communication.messages.ReplyInput;
import fr.preau.communication.messages.SendInput;
import fr.preau.communication.messages.SentPage;
import fr.preau.communication.messages.UnreadCard;
import fr.preau.communication.messages.WaitingReplyInput;
import fr.preau.communication.recipients.About;
import fr.preau.communication.recipients.ChangeInput;
import fr.preau.communication.recipients.Draft;
import fr.preau.communication.recipients.RecipientsPage;
import fr.preau.communication.recipients.WritingPolicy;
import fr.preau.communication.school.Host;
import fr.preau.communication.school.InventedSchool;
import fr.preau.communication.school.ModuleAtSchool;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final InventedSchool school = new InventedSchool();
    private final SchoolClass fifthB = school.aClass("5eB");
    private final Person pupil = school.aPupil("Inès Marchetout", fifthB);
    private final Person classmate = school.aPupil("Tom Vifargent", fifthB);
    private final Person guardian = school.aGuardian("Aïcha Marchetout", pupil);
    private final Person otherGuardian = school.aGuardian("Paul Vifargent", classmate);
    private final Person teacher = school.aTeacher("Claire Tableau", fifthB);
    private final Host host = ModuleAtSchool.host(school);

    @Test
    void aGuardianOfTheClassAnswersTheTeacherAndNobodyElse() {
        write(teacher, "Sortie", "Nous irons au musée.", guardiansOf(fifthB));

        reply(guardian, only(inbox(guardian)).conversation(), "Je peux accompagner.");

        InboxPage.Line answer = only(inbox(teacher));
        assertThat(answer.correspondent()).isEqualTo("Aïcha Marchetout");
        assertThat(answer.unread()).isTrue();
        assertThat(conversation(teacher, answer.conversation()).replies().items())
                .extracting(ConversationPage.Message::text)
                .containsExactly("Je peux accompagner.");
        UUID others = only(inbox(otherGuardian)).conversation();
        assertThat(conversation(otherGuardian, others).replies().items()).isEmpty();
    }

    @Test
    void aGuardianSeesToWhichGroupALetterWentButNoName() {
        write(teacher, "Sortie", "Nous irons au musée.", guardiansOf(fifthB));

        ConversationPage page = conversation(guardian, only(inbox(guardian)).conversation());

        assertThat(page.correspondent()).isEqualTo("Claire Tableau");
        assertThat(page.recipients()).isEqualTo(2);
        assertThat(page.groups())
                .singleElement()
                .satisfies(group -> assertThat(group.name()).isEqualTo("5eB"));
        assertThat(page.toString()).doesNotContain("Vifargent");
    }

    @Test
    void theTeacherAnswersOneGuardianInPrivateToo() {
        write(teacher, "Sortie", "Nous irons au musée.", guardiansOf(fifthB));
        UUID conversation = only(inbox(guardian)).conversation();
        reply(guardian, conversation, "À quelle heure ?");

        reply(teacher, conversation, "À neuf heures.");

        assertThat(conversation(guardian, conversation).replies().items())
                .extracting(ConversationPage.Message::text)
                .containsExactly("À quelle heure ?", "À neuf heures.");
        assertThat(only(inbox(otherGuardian)).unread()).isTrue();
        UUID others = only(inbox(otherGuardian)).conversation();
        assertThat(conversation(otherGuardian, others).replies().items()).isEmpty();
    }

    @Test
    void theAuthorSeesWhoAnswered() {
        String location = write(teacher, "Sortie", "Musée.", guardiansOf(fifthB));
        reply(otherGuardian, only(inbox(otherGuardian)).conversation(), "D’accord.");

        UUID letter = UUID.fromString(location.substring("/sent/".length()));
        LetterPage page =
                host.show(
                        teacher,
                        "GET /sent/{letter}",
                        new LetterInput(letter, null),
                        LetterPage.class);

        assertThat(page.recipients().items())
                .extracting(LetterPage.Line::name)
                .containsExactly("Paul Vifargent", "Aïcha Marchetout");
        assertThat(page.recipients().items().get(0).answeredAt()).isNotNull();
        assertThat(page.recipients().items().get(1).answeredAt()).isNull();
    }

    @Test
    void aFormPostedTwiceSendsOnce() {
        SendInput form = letter("Bonjour", "Un mot", person(teacher));

        Answer<ComposePage> first = send(guardian, form);
        Answer<ComposePage> second = send(guardian, form);

        assertThat(locationOf(second)).isEqualTo(locationOf(first));
        assertThat(inbox(teacher)).hasSize(1);
        assertThat(sent(guardian)).hasSize(1);
    }

    @Test
    void aFormPostedFourTimesAtOnceSendsOnce() throws Exception {
        SendInput form = letter("Bonjour", "Un mot", person(teacher));
        ExecutorService hurried = Executors.newFixedThreadPool(4);
        Callable<String> click = () -> locationOf(send(guardian, form));

        List<Future<String>> clicks = hurried.invokeAll(List.of(click, click, click, click));
        hurried.shutdown();

        String first = clicks.get(0).get();
        for (Future<String> one : clicks) {
            assertThat(one.get()).isEqualTo(first);
        }
        assertThat(inbox(teacher)).hasSize(1);
    }

    @Test
    void whoGoesBackAndWritesAnotherTextSendsAnotherMessage() {
        UUID key = InventedSchool.newId();
        send(
                guardian,
                new SendInput(
                        List.of(person(teacher)),
                        "Bonjour",
                        "Un",
                        key,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null));
        send(
                guardian,
                new SendInput(
                        List.of(person(teacher)),
                        "Bonjour",
                        "Deux",
                        key,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null));

        assertThat(inbox(teacher)).hasSize(2);
    }

    @Test
    void aReplyPostedTwiceAtOnceIsSentOnce() throws Exception {
        write(teacher, "Sortie", "Musée.", person(guardian));
        UUID conversation = only(inbox(guardian)).conversation();
        ReplyInput form =
                new ReplyInput(
                        conversation,
                        "Oui",
                        InventedSchool.newId(),
                        1,
                        null,
                        null,
                        null,
                        null,
                        null);
        ExecutorService hurried = Executors.newFixedThreadPool(2);
        Callable<Answer<ConversationPage>> click = () -> reply(guardian, form);

        for (Future<Answer<ConversationPage>> one : hurried.invokeAll(List.of(click, click))) {
            assertThat(one.get()).isInstanceOf(Answer.Done.class);
        }
        hurried.shutdown();
        host.call(
                guardian,
                "POST /messages/{conversation}/go",
                new WaitingReplyInput(conversation, Objects.requireNonNull(form.key())),
                ConversationPage.class);

        assertThat(conversation(teacher, conversation).replies().items()).hasSize(1);
    }

    @Test
    void thirtyGuardiansMayAnswerAtOnce() throws Exception {
        SchoolClass sixthC = school.aClass("6eC");
        Person author = school.aTeacher("Marc Compas", sixthC);
        List<Callable<Answer<ConversationPage>>> answers = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            school.aGuardian("Responsable Numéro" + i, school.aPupil("Élève Numéro" + i, sixthC));
        }
        send(
                author,
                new SendInput(
                        List.of(guardiansOf(sixthC)),
                        "Sortie",
                        "Musée.",
                        InventedSchool.newId(),
                        null,
                        null,
                        null,
                        true,
                        null,
                        null));
        for (Person one : school.guardiansOf(List.of(sixthC.id()))) {
            UUID conversation = only(inbox(one)).conversation();
            answers.add(
                    () ->
                            reply(
                                    one,
                                    new ReplyInput(
                                            conversation,
                                            "Oui",
                                            null,
                                            1,
                                            null,
                                            null,
                                            null,
                                            null,
                                            null)));
        }

        ExecutorService all = Executors.newFixedThreadPool(8);
        for (Future<Answer<ConversationPage>> answer : all.invokeAll(answers)) {
            assertThat(answer.get()).isInstanceOf(Answer.Done.class);
        }
        all.shutdown();

        assertThat(host.card(author, UnreadCard.class).unread()).isEqualTo(30);
    }

    @Test
    void aLetterToSomeoneOneMayNotWriteToIsSentToNobodyAndComesBackWithoutThatPerson() {
        SendInput form = letter("Bonjour", "Un mot", person(teacher), person(pupil));

        Answer<ComposePage> answer = send(guardian, form);

        assertThat(answer).isInstanceOf(Answer.TryAgain.class);
        ComposePage page = answer.page();
        assertThat(page.violations().byField()).containsOnlyKeys("to");
        assertThat(page.violations().of("to")).get().asString().contains("retirée");
        assertThat(ticked(page)).containsExactly("Claire Tableau");
        assertThat(page.subject()).isEqualTo("Bonjour");
        assertThat(page.text()).isEqualTo("Un mot");
        assertThat(page.key()).isEqualTo(form.key());
        assertThat(inbox(teacher)).isEmpty();
        assertThat(inbox(pupil)).isEmpty();
        assertThat(sent(guardian)).isEmpty();
    }

    @Test
    void aMadeUpRecipientIsTreatedLikeOneWhoMayNotBeWrittenTo() {
        for (String madeUp : List.of("person:" + InventedSchool.newId(), "everybody:all", "x")) {
            Answer<ComposePage> answer =
                    send(teacher, letter("Bonjour", "Un mot", person(guardian), madeUp));

            assertThat(answer).as(madeUp).isInstanceOf(Answer.TryAgain.class);
            assertThat(answer.page().chosen())
                    .extracting(ComposePage.Chosen::name)
                    .containsExactly("Aïcha Marchetout");
            assertThat(answer.page().text()).isEqualTo("Un mot");
        }
        assertThat(inbox(guardian)).isEmpty();
    }

    @Test
    void someoneWhoLeavesWhileOneWritesIsTakenOffAndTheTextIsKept() {
        ComposePage begun = compose(teacher, person(guardian), person(otherGuardian));
        school.leaves(guardian);

        Answer<ComposePage> answer =
                send(
                        teacher,
                        new SendInput(
                                List.of(person(guardian), person(otherGuardian)),
                                "Sortie",
                                "Musée.",
                                begun.key(),
                                null,
                                null,
                                null,
                                false,
                                null,
                                null));

        assertThat(answer).isInstanceOf(Answer.TryAgain.class);
        assertThat(answer.page().chosen())
                .extracting(ComposePage.Chosen::name)
                .containsExactly("Paul Vifargent");
        assertThat(answer.page().text()).isEqualTo("Musée.");
        assertThat(inbox(otherGuardian)).isEmpty();
    }

    @Test
    void aPupilWritesToAClassmateWhereTheCollegeAllowsIt() {
        school.allows(WritingPolicy.PUPILS_WRITE_TO_THEIR_CLASS);

        assertThat(compose(pupil).offered())
                .extracting(ComposePage.Circle::profile)
                .containsExactly(Profile.TEACHER, Profile.PUPIL);
        write(pupil, "Devoirs", "Page 12 ?", person(classmate));

        assertThat(only(inbox(classmate)).correspondent()).isEqualTo("Inès Marchetout");
    }

    @Test
    void aPupilWritesToNoClassmateWhereTheCollegeDoesNotSaySo() {
        assertThat(compose(pupil).offered())
                .extracting(ComposePage.Circle::profile)
                .containsExactly(Profile.TEACHER);

        assertThat(send(pupil, letter("Devoirs", "Page 12 ?", person(classmate))))
                .isInstanceOf(Answer.TryAgain.class);
        assertThat(inbox(classmate)).isEmpty();
    }

    @Test
    void whoeverIsSpokenToIsSpokenToAsTheyExpect() {
        SendInput empty = new SendInput(null, "", "", null, null, null, null, false, null, null);

        assertThat(send(pupil, empty).page().violations().of("to"))
                .contains("Choisis au moins une personne.");
        assertThat(send(guardian, empty).page().violations().of("to"))
                .contains("Choisissez au moins une personne.");
    }

    @Test
    void aLetterThatIsChosenAnewKeepsItsTextAndItsKey() {
        SendInput typed = letter("Sortie", "Musée.\nMardi.", person(guardian));

        RecipientsPage chooser = chooseAnew(teacher, typed, fifthB);
        Draft draft = Objects.requireNonNull(chooser.draft());
        ComposePage back =
                host.show(
                        teacher,
                        "POST /messages/new",
                        new SendInput(
                                List.of(person(guardian), person(otherGuardian)),
                                draft.subject(),
                                draft.text(),
                                draft.key(),
                                null,
                                null,
                                null,
                                false,
                                null,
                                null),
                        ComposePage.class);

        assertThat(chooser.chosen())
                .extracting(RecipientsPage.Choosable::name)
                .containsExactly("Aïcha Marchetout");
        assertThat(chooser.people())
                .extracting(RecipientsPage.Choosable::name)
                .contains("Paul Vifargent")
                .doesNotContain("Aïcha Marchetout");
        assertThat(back.subject()).isEqualTo("Sortie");
        assertThat(back.text()).isEqualTo("Musée.\nMardi.");
        assertThat(back.key()).isEqualTo(typed.key());
        assertThat(back.people()).isEqualTo(2);
    }

    @Test
    void aLetterIsNotSentAgainFromAnEarlierStageOfItsForm() {
        SendInput form = letter("Sortie", "Musée.", person(guardian));
        send(
                teacher,
                new SendInput(
                        null, "Sortie", "Musée.", form.key(), null, null, null, false, null, null));
        send(teacher, form);

        send(teacher, form);

        assertThat(inbox(guardian)).hasSize(1);
    }

    @Test
    void whoTicksNobodyInTheMiddleOfALetterFindsTheLetterAgain() {
        ComposePage back =
                host.show(
                        teacher,
                        "POST /messages/new",
                        new SendInput(
                                null,
                                "",
                                "Musée.",
                                InventedSchool.newId(),
                                null,
                                null,
                                null,
                                false,
                                null,
                                null),
                        ComposePage.class);

        assertThat(back.needsRecipients()).isFalse();
        assertThat(back.text()).isEqualTo("Musée.");
    }

    @Test
    void whatIsMissingOrTooLongIsSaidAndNothingTypedIsLost() {
        SendInput form =
                new SendInput(
                        null,
                        "x".repeat(151),
                        " \u0007\n ",
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null);

        Answer<ComposePage> answer = send(guardian, form);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.TryAgain.class,
                        again ->
                                assertThat(again.violations().byField().keySet())
                                        .isEqualTo(Set.of("to", "subject", "text")));
        assertThat(answer.page().subject()).isEqualTo(form.subject());
        assertThat(answer.page().violations().of("subject"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("150", "1"));
        assertThat(sent(guardian)).isEmpty();
    }

    @Test
    void aTextOfTwentyThousandCharactersIsSentAndOneMoreIsNot() {
        write(teacher, "Long", "é".repeat(20_000), person(guardian));

        Answer<ComposePage> answer =
                send(teacher, letter("Trop long", "é".repeat(20_001), person(guardian)));

        assertThat(answer).isInstanceOf(Answer.TryAgain.class);
        assertThat(answer.page().text()).hasSize(20_001);
        assertThat(answer.page().chosen())
                .extracting(ComposePage.Chosen::name)
                .containsExactly("Aïcha Marchetout");
        UUID conversation = only(inbox(guardian)).conversation();
        assertThat(conversation(guardian, conversation).letter().text()).hasSize(20_000);
    }

    @Test
    void aBlankReplyIsNotSent() {
        write(teacher, "Sortie", "Musée.", person(guardian));
        UUID conversation = only(inbox(guardian)).conversation();

        Answer<ConversationPage> answer =
                reply(
                        guardian,
                        new ReplyInput(conversation, "  ", null, 1, null, null, null, null, null));

        assertThat(answer).isInstanceOf(Answer.TryAgain.class);
        assertThat(answer.page().reply()).isEqualTo("  ");
        assertThat(inbox(teacher)).isEmpty();
    }

    @Test
    void theConversationOfOthersAndAnUnknownOneAreNotFoundByAnyRoad() {
        write(teacher, "Sortie", "Musée.", person(guardian));
        UUID theirs = only(inbox(guardian)).conversation();

        for (UUID conversation : List.of(theirs, InventedSchool.newId())) {
            assertNotFound(() -> conversation(otherGuardian, conversation));
            assertNotFound(() -> reply(otherGuardian, conversation, "Bonjour"));
            assertNotFound(() -> markRead(otherGuardian, conversation, 1));
        }
        assertThat(only(inbox(guardian)).unread()).isTrue();
        assertThat(conversation(guardian, theirs).replies().items()).isEmpty();
    }

    @Test
    void aLetterIsOpenToItsAuthorOnly() {
        String location = write(teacher, "Sortie", "Musée.", guardiansOf(fifthB));
        UUID letter = UUID.fromString(location.substring("/sent/".length()));

        assertNotFound(
                () ->
                        host.show(
                                guardian,
                                "GET /sent/{letter}",
                                new LetterInput(letter, null),
                                LetterPage.class));
    }

    @Test
    void openingAConversationChangesNothingAndMarkingItAsReadDoes() {
        write(teacher, "Sortie", "Musée.", person(guardian));
        UUID conversation = only(inbox(guardian)).conversation();

        ConversationPage opened = conversation(guardian, conversation);
        assertThat(only(inbox(guardian)).unread()).isTrue();
        markRead(guardian, conversation, opened.seen());

        assertThat(only(inbox(guardian)).unread()).isFalse();
        assertThat(host.card(guardian, UnreadCard.class).unread()).isZero();
    }

    @Test
    void whatComesInWhileOneReadsStaysUnread() {
        write(teacher, "Sortie", "Musée.", person(guardian));
        UUID conversation = only(inbox(guardian)).conversation();
        ConversationPage opened = conversation(guardian, conversation);
        reply(teacher, conversation, "Encore un mot.");

        markRead(guardian, conversation, opened.seen());

        assertThat(only(inbox(guardian)).unread()).isTrue();
    }

    @Test
    void whoRepliesHasReadWhatWasShown() {
        write(teacher, "Sortie", "Musée.", person(guardian));

        reply(guardian, only(inbox(guardian)).conversation(), "Merci.");

        assertThat(only(inbox(guardian)).unread()).isFalse();
    }

    @Test
    void theCardCountsAllAndShowsTheThreeNewest() {
        for (String subject : List.of("Un", "Deux", "Trois", "Quatre")) {
            write(teacher, subject, "Bonjour.", person(guardian));
        }

        UnreadCard card = host.card(guardian, UnreadCard.class);

        assertThat(card.unread()).isEqualTo(4);
        assertThat(card.newest())
                .extracting(UnreadCard.Line::subject)
                .containsExactly("Quatre", "Trois", "Deux");
    }

    @Test
    void theConversationWithSomeoneWhoHasLeftStaysReadable() {
        write(teacher, "Sortie", "Musée.", person(guardian));
        school.leaves(teacher);

        InboxPage.Line line = only(inbox(guardian));

        assertThat(line.correspondent()).isNull();
        assertThat(conversation(guardian, line.conversation()).letter().text()).isEqualTo("Musée.");
    }

    @Test
    void nobodyRepliesToSomeoneWhoHasLeft() {
        write(teacher, "Sortie", "Musée.", person(guardian));
        UUID conversation = only(inbox(guardian)).conversation();
        school.leaves(teacher);

        assertThatThrownBy(() -> reply(guardian, conversation, "Merci."))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.status()).isEqualTo(409);
                            assertThat(refusal.type()).isEqualTo("correspondent-has-left");
                            assertThat(refusal.title())
                                    .isEqualTo("Cette personne a quitté le collège");
                            assertThat(refusal.detail()).contains("votre réponse");
                        });
        assertThat(conversation(guardian, conversation).replies().items()).isEmpty();
        assertThat(only(inbox(guardian)).unread()).isTrue();
    }

    @Test
    void whoLoadsARefusedReplyAgainIsLedToTheConversation() {
        write(teacher, "Sortie", "Musée.", person(guardian));
        UUID conversation = only(inbox(guardian)).conversation();

        Answer<ConversationPage> answer =
                host.call(
                        guardian,
                        "GET /messages/{conversation}/replies",
                        new ConversationInput(conversation, null),
                        ConversationPage.class);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Done.class,
                        done -> assertThat(done.location()).isEqualTo("/messages/" + conversation));
        assertNotFound(
                () ->
                        host.show(
                                otherGuardian,
                                "GET /messages/{conversation}/replies",
                                new ConversationInput(conversation, null),
                                ConversationPage.class));
    }

    @Test
    void signsBeyondTheFirstPlaneOfUnicodeComeThrough() {
        write(teacher, "Bravo 🎉", "Merci 👨‍👩‍👧 à tous 🇫🇷", person(guardian));
        UUID conversation = only(inbox(guardian)).conversation();
        reply(guardian, conversation, "😀");

        assertThat(only(inbox(guardian)).subject()).isEqualTo("Bravo 🎉");
        ConversationPage page = conversation(teacher, conversation);
        assertThat(page.letter().text()).isEqualTo("Merci 👨‍👩‍👧 à tous 🇫🇷");
        assertThat(page.replies().items())
                .extracting(ConversationPage.Message::text)
                .containsExactly("😀");
    }

    @Test
    void aSubjectOfAThousandCharactersIsRefusedAndComesBackAsItWasTyped() {
        String subject = "é".repeat(1_000);

        Answer<ComposePage> answer = send(teacher, letter(subject, "Musée.", person(guardian)));

        assertThat(answer).isInstanceOf(Answer.TryAgain.class);
        assertThat(answer.page().violations().of("subject"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("150", "850"));
        assertThat(answer.page().subject()).isEqualTo(subject);
        assertThat(answer.page().text()).isEqualTo("Musée.");
        assertThat(inbox(guardian)).isEmpty();
    }

    @Test
    void someoneChosenTwiceReceivesOneLetter() {
        write(teacher, "Sortie", "Musée.", guardiansOf(fifthB), person(guardian));

        assertThat(inbox(guardian)).hasSize(1);
        assertThat(inbox(otherGuardian)).hasSize(1);
    }

    @Test
    void theFormShowsATeacherHowManyPeopleAGroupHas() {
        ComposePage page =
                host.show(
                        teacher,
                        "GET /messages/new",
                        new ComposeInput(List.of(guardiansOf(fifthB)), null),
                        ComposePage.class);

        assertThat(page.people()).isEqualTo(2);
        assertThat(page.chosen())
                .containsExactly(
                        new ComposePage.Chosen(
                                guardiansOf(fifthB),
                                Profile.GUARDIAN,
                                "5eB",
                                true,
                                2,
                                About.NOTHING));
    }

    @Test
    void theDepartementsOperatorHasNoLetterBox() {
        assertThat(host.route("GET /messages").callers().profiles())
                .doesNotContain(Profile.OPERATOR);
    }

    private ComposePage compose(Person writer, String... to) {
        return host.show(
                writer,
                "GET /messages/new",
                new ComposeInput(List.of(to), null),
                ComposePage.class);
    }

    private static List<String> ticked(ComposePage page) {
        return page.offered().stream()
                .flatMap(circle -> circle.people().stream())
                .filter(ComposePage.Offered::chosen)
                .map(ComposePage.Offered::name)
                .toList();
    }

    private RecipientsPage chooseAnew(Person writer, SendInput typed, SchoolClass in) {
        return host.show(
                writer,
                "POST /messages/recipients",
                new ChangeInput(
                        null,
                        in.id().toString(),
                        typed.to(),
                        typed.subject(),
                        typed.text(),
                        typed.key(),
                        null,
                        null,
                        null,
                        false),
                RecipientsPage.class);
    }

    private static String person(Person person) {
        return "person:" + person.id();
    }

    private static String guardiansOf(SchoolClass schoolClass) {
        return "guardians:" + schoolClass.id();
    }

    private static SendInput letter(String subject, String text, String... to) {
        return new SendInput(
                List.of(to),
                subject,
                text,
                InventedSchool.newId(),
                null,
                null,
                null,
                false,
                null,
                null);
    }

    private String write(Person author, String subject, String text, String... to) {
        return locationOf(send(author, letter(subject, text, to)));
    }

    private Answer<ComposePage> send(Person author, SendInput form) {
        return host.call(author, "POST /messages", form, ComposePage.class);
    }

    private static String locationOf(Answer<ComposePage> answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done<ComposePage>) answer).location();
    }

    private Answer<ConversationPage> reply(Person writer, ReplyInput form) {
        return host.call(
                writer, "POST /messages/{conversation}/replies", form, ConversationPage.class);
    }

    private void reply(Person writer, UUID conversation, String text) {
        reply(writer, new ReplyInput(conversation, text, null, 1, null, null, null, null, null));
    }

    private void markRead(Person reader, UUID conversation, int seen) {
        host.call(
                reader,
                "POST /messages/{conversation}/read",
                new ReadInput(conversation, seen),
                MarkedRead.class);
    }

    private ConversationPage conversation(Person reader, UUID conversation) {
        return host.show(
                reader,
                "GET /messages/{conversation}",
                new ConversationInput(conversation, null),
                ConversationPage.class);
    }

    private List<InboxPage.Line> inbox(Person owner) {
        return host.show(owner, "GET /messages", new BoxInput(null, null, null), InboxPage.class)
                .conversations()
                .items();
    }

    private List<SentPage.Line> sent(Person author) {
        return host.show(author, "GET /sent", new ListInput(null, null, null), SentPage.class)
                .letters()
                .items();
    }

    private static InboxPage.Line only(List<InboxPage.Line> lines) {
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static void assertNotFound(Runnable road) {
        assertThatThrownBy(road::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(404));
    }
}
