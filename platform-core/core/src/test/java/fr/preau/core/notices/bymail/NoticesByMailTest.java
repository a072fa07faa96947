package fr.preau.core.notices.bymail;

import static fr.preau.core.notices.bymail.TownOfReaders.harvest;
import static fr.preau.core.notices.bymail.TownOfReaders.storm;
import static fr.preau.core.testing.TwoColleges.NANTERRE;
import static fr.preau.core.testing.TwoColleges.SEVRES;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.notices.bymail.TownOfReaders.Reader;
import fr.preau.core.notices.quiet.QuietHours;
import fr.preau.core.tenancy.DatabaseSpace;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes to whom by mail, and when. */
class NoticesByMailTest {

    /** A Tuesday of school. */
    private static final String TUESDAY = "2026-12-01T";

    private final TownOfReaders town;
    private final Reader awa;

    NoticesByMailTest() throws Exception {
        town = new TownOfReaders();
        town.at(TUESDAY + "10:00");
        awa = town.mailed("awa");
    }

    private void chooses(Reader reader, MailChoice choice) {
        town.choices.choose(
                reader.account(),
                Map.of(
                        new NoticeChoices.About(SEVRES, null, "garden", "harvest"),
                        new NoticeChoices.Choice(choice, true)));
    }

    @Test
    void whoHasChosenNothingGetsOneMailInTheEveningOfAllCollegesTogether() {
        town.tell(SEVRES, harvest("a", "Les radis"), awa.sevres());
        town.tell(NANTERRE, harvest("b", "L’été « rouge »"), awa.nanterre());
        town.comes(TUESDAY + "17:29");
        assertThat(town.mails()).isEmpty();

        town.comes(TUESDAY + "17:30");

        assertThat(town.mails()).containsExactly("awa@famille.example 2 nouveautés sur Préau");
        assertThat(town.ask("SELECT body FROM mail").get(0))
                .contains(
                        "Récolte\u00a0: Les radis\n"
                                + "https://ent.example/c/college-0921244c/garden/beds/a")
                .contains("Récolte\u00a0: L’été « rouge »\nhttps://ent.example/c/college-0920077j/")
                .contains("https://ent.example/notifications/preferences")
                .doesNotContain("Martin", "awa");
    }

    @Test
    void whoWantsItAtOnceGetsItAfterAMinute() {
        chooses(awa, MailChoice.NOW);
        town.tell(SEVRES, harvest("a", "Les radis"), awa.sevres());
        town.comes(TUESDAY + "10:00:30");
        assertThat(town.mails()).isEmpty();

        town.comes(TUESDAY + "10:01");
        town.comes(TUESDAY + "17:30");

        assertThat(town.mails()).containsExactly("awa@famille.example Récolte\u00a0: Les radis");
    }

    @Test
    void whoWantsNoneGetsNoneAndFindsItInThePortal() {
        chooses(awa, MailChoice.NONE);
        town.tell(SEVRES, harvest("a", "Les radis"), awa.sevres());

        town.comes(TUESDAY + "10:05");
        town.comes(TUESDAY + "17:30");

        assertThat(town.mails()).isEmpty();
        assertThat(town.colleges.ask(SEVRES, "SELECT title FROM core_notice"))
                .containsExactly("Les radis");
    }

    @Test
    void aChoiceIsForOneKindAndOneChild() {
        Reader child = town.reader("zoe");
        town.choices.choose(
                awa.account(),
                Map.of(
                        new NoticeChoices.About(SEVRES, child.sevres(), "garden", "harvest"),
                        new NoticeChoices.Choice(MailChoice.NOW, true)));
        town.tell(SEVRES, harvest("a", "De Zoé").about(child.sevres()), awa.sevres());
        town.tell(SEVRES, harvest("b", "De personne"), awa.sevres());

        town.comes(TUESDAY + "10:05");

        assertThat(town.mails()).containsExactly("awa@famille.example Récolte\u00a0: De Zoé");
    }

    @Test
    void theNightHoldsWhatIsNotUrgentUntilTheMorning() {
        chooses(awa, MailChoice.NOW);
        town.at(TUESDAY + "22:00");
        town.tell(SEVRES, harvest("a", "Les radis"), awa.sevres());
        town.tell(SEVRES, storm("s"), awa.sevres());

        town.comes(TUESDAY + "22:00:10");
        assertThat(town.mails()).containsExactly("awa@famille.example Orage\u00a0: Rentrez\u00a0!");
        town.comes("2026-12-02T06:59");
        assertThat(town.mails()).hasSize(1);

        town.comes("2026-12-02T07:00");
        assertThat(town.mails())
                .hasSize(2)
                .contains("awa@famille.example Récolte\u00a0: Les radis");
    }

    @Test
    void whatWaitedTooLongForItsMailDoesNotGoAtNightEither() {
        chooses(awa, MailChoice.NOW);
        town.at(TUESDAY + "19:50");
        town.tell(SEVRES, harvest("a", "Les radis"), awa.sevres());
        town.sorting.sort(SEVRES, "college-0921244c");
        assertThat(town.ask("SELECT due_at FROM notice_mail").get(0))
                .startsWith("2026-12-01 18:51");

        town.comes(TUESDAY + "20:30");
        assertThat(town.mails()).isEmpty();

        town.comes("2026-12-02T07:00");
        assertThat(town.mails()).containsExactly("awa@famille.example Récolte\u00a0: Les radis");
    }

    @Test
    void noMoreMailsAreMadeThanSoonLeaveSoThatTheNightHoldsTheRest() {
        NoticesByMail slow = town.slow();
        List<Reader> four =
                List.of(awa, town.mailed("zoe"), town.mailed("noe"), town.mailed("ali"));
        Reader eve = town.mailed("eve");
        four.forEach(one -> chooses(one, MailChoice.NOW));
        town.at(TUESDAY + "19:50");
        four.forEach(one -> town.tell(SEVRES, harvest("a", "Les radis"), one.sevres()));

        town.at(TUESDAY + "19:52");
        slow.turn();
        slow.turn();
        assertThat(town.mails()).hasSize(2);
        town.tellUnheard(SEVRES, storm("s"), eve.sevres());
        town.sorting.sort(SEVRES, "college-0921244c");
        slow.turn();
        assertThat(town.mails()).hasSize(3);

        town.change("UPDATE mail SET state = 'SENT', body = ''");
        town.at(TUESDAY + "20:30");
        slow.turn();
        assertThat(town.mails()).hasSize(3);
        town.at("2026-12-02T07:00");
        slow.turn();
        assertThat(town.mails()).hasSize(5);
    }

    @Test
    void aCollegeThatHasNoQuietHoursSendsAtNightAndTheOtherDoesNot() {
        town.quiet.set(
                Actor.system(),
                SEVRES,
                new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false, false));
        chooses(awa, MailChoice.NOW);
        town.choices.choose(
                awa.account(),
                Map.of(
                        new NoticeChoices.About(NANTERRE, null, "garden", "harvest"),
                        new NoticeChoices.Choice(MailChoice.NOW, true)));
        town.at("2026-12-05T23:00");
        town.tell(SEVRES, harvest("a", "Les radis"), awa.sevres());
        town.tell(NANTERRE, harvest("b", "Les navets"), awa.nanterre());

        town.comes("2026-12-05T23:05");
        assertThat(town.mails()).containsExactly("awa@famille.example Récolte\u00a0: Les radis");

        town.comes("2026-12-07T07:00");
        assertThat(town.mails()).hasSize(2);
    }

    @Test
    void whatGatheredOverTheHolidaysIsOneMail() {
        chooses(awa, MailChoice.NOW);
        town.at("2026-12-21T09:00");
        for (int i = 0; i < 35; i++) {
            town.tell(SEVRES, harvest("n" + i, "Récolte " + i), awa.sevres());
        }

        town.comes("2027-01-03T12:00");
        assertThat(town.mails()).isEmpty();
        town.comes("2027-01-04T07:00");

        assertThat(town.mails()).containsExactly("awa@famille.example 35 nouveautés sur Préau");
        assertThat(town.ask("SELECT body FROM mail").get(0))
                .contains("Récolte 29", "Et 5 autres")
                .doesNotContain("Récolte 30");
    }

    @Test
    void whatWasSeenOrWithdrawnMeanwhileIsInNoMail() {
        town.tell(SEVRES, harvest("a", "Les radis"), awa.sevres());
        town.tell(SEVRES, harvest("b", "Les navets"), awa.sevres());
        town.comes(TUESDAY + "10:05");
        town.units.write(
                DatabaseSpace.of(SEVRES),
                unit -> {
                    town.garden.seen("/beds/a", awa.sevres());
                    town.garden.withdraw("b");
                    return true;
                });

        town.comes(TUESDAY + "17:30");

        assertThat(town.mails()).isEmpty();
        assertThat(town.ask("SELECT id FROM notice_mail WHERE due_at IS NOT NULL")).isEmpty();
    }

    @Test
    void whoseRightsHaveEndedMeanwhileGetsNoMail() {
        town.tell(SEVRES, harvest("a", "Les radis"), awa.sevres());
        town.comes(TUESDAY + "10:05");
        town.colleges.change(
                SEVRES,
                "UPDATE person SET profile = 'GUARDIAN' WHERE id = ?",
                awa.sevres().toString());

        town.comes(TUESDAY + "17:30");

        assertThat(town.mails()).isEmpty();
    }

    @Test
    void whoHasConfirmedNothingIsSentNothing() {
        Reader paul = town.reader("paul");
        town.addresses.want(paul.account(), "paul@famille.example");
        town.tell(SEVRES, storm("s"), paul.sevres());

        town.comes(TUESDAY + "17:30");

        assertThat(town.mails())
                .containsExactly("paul@famille.example Confirmer cette adresse pour Préau");
    }

    @Test
    void whoHasStoppedMailsOrIsNotThereGetsNone() {
        Reader paul = town.mailed("paul");
        town.tell(SEVRES, harvest("a", "Les radis"), awa.sevres(), paul.sevres());
        town.comes(TUESDAY + "10:05");
        town.addresses.stop(MailAddresses.stopToken(town.signer, awa.account()));
        town.change(
                "UPDATE notice_address SET bad_at = '2026-12-01' WHERE account_id = ?",
                paul.account().toString());

        town.comes(TUESDAY + "17:30");

        assertThat(town.mails()).isEmpty();
        assertThat(town.addresses.of(awa.account()).receives()).isFalse();
        assertThat(town.addresses.of(paul.account()).bad()).isPresent();
    }

    @Test
    void aNodeThatDiedInBetweenSendsNothingTwice() {
        chooses(awa, MailChoice.NOW);
        town.tell(SEVRES, harvest("a", "Les radis"), awa.sevres());
        town.comes(TUESDAY + "10:05");
        assertThat(town.mails()).hasSize(1);

        // As if it had died before it noted that this was decided.
        town.colleges.change(SEVRES, "UPDATE core_notice SET pending = TRUE");
        town.byMail.wake(SEVRES);
        town.comes(TUESDAY + "10:10");
        town.comes(TUESDAY + "17:30");

        assertThat(town.mails()).hasSize(1);
    }

    @Test
    void whatANodeThatDiedHasNotHeardIsFoundWithinAMinute() throws Exception {
        chooses(awa, MailChoice.NOW);
        town.byMail.turn();
        town.tellUnheard(SEVRES, harvest("a", "Les radis"), awa.sevres());

        NoticesByMail another = town.anotherNode();
        town.at(TUESDAY + "10:03");
        another.turn();
        town.at(TUESDAY + "10:06");
        another.turn();

        assertThat(town.mails()).hasSize(1);
    }
}
