package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.liberty.e2e.Chromium.Person;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Appointments, surveys, news, reports and folders, each from end to end in a real browser. */
@ExtendWith(RunningPreau.class)
class CommunicationJourneysIT {

    private static final String COMMUNICATION = "/c/sevres/communication";

    private static final String AT_THE_NEIGHBOUR = "/c/meudon-bel-air/communication";

    private static final String WITH_SCRIPT = "Carnet à couvrir";

    private static final String WITHOUT = "Manuel à rendre";

    private static Chromium chromium;
    private static String teachersName = "";

    @BeforeAll
    static void openBrowser(RunningPreau.Preau preau) {
        preau.awaitEveryCollege();
        chromium = new Chromium(preau.node().address());
        teachersName = preau.person("prof.sevres").name();
        Person writer = signedIn("prof.sevres", true);
        write(writer, WITH_SCRIPT);
        write(writer, WITHOUT);
    }

    /** On a phone: with a script and no pointer, or without a script. */
    private static Person signedIn(String login, boolean javaScript) {
        return javaScript ? chromium.atTheKeyboard(login) : chromium.signedIn(login, false);
    }

    /** To the pupils and the guardians of one class, of whom the demo knows one each. */
    private static void write(Person teacher, String subject) {
        teacher.open(COMMUNICATION + "/messages/recipients");
        teacher.tick("Les élèves de 5e");
        teacher.tick("Les responsables de 5e");
        teacher.press("Écrire aux personnes cochées");
        teacher.fill("[name=subject]", subject);
        teacher.write("Lundi matin.");
        teacher.press("Envoyer à");
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aGuardianOfTwoCollegesBooksAnEveningFromTheAccueil(boolean javaScript) {
        String title = javaScript ? "Réunion du second tour" : "Réunion du premier tour";
        // The second one comes first: the accueil shows the next three appointments.
        openEvening("direction.sevres", COMMUNICATION, title, javaScript ? 20 : 12, javaScript);

        Person guardian = signedIn("parent.sevres", javaScript);
        assertThat(guardian.text()).contains("Collège de Sèvres", "Collège Bel Air");
        assertThat(guardian.page().innerText(".asking")).contains(title);
        guardian.follow(title);
        sound(guardian, "an evening to book", javaScript);
        guardian.press("Réserver ces rendez-vous");
        assertThat(guardian.page().innerText("#notice")).contains("réservé");
        assertThat(guardian.text()).contains("Vos rendez-vous", "réservé par vous");
        sound(guardian, "an evening that is booked", javaScript);
        guardian.open("/");
        assertThat(guardian.text()).contains("Vos prochains rendez-vous", "pour ");
        assertThat(guardian.complaints()).isEmpty();
    }

    @Test
    void aGuardianWithMeetingsInTwoCollegesOnOneEveningIsNeverExpectedAtBothAtOnce() {
        String here = "Réunion de Sèvres";
        String there = "Réunion de Meudon";
        openEvening("direction.sevres", COMMUNICATION, here, 27, true);
        openEvening("direction.meudon-bel-air", AT_THE_NEIGHBOUR, there, 27, true);

        Person guardian = signedIn("parent.sevres", true);
        assertThat(guardian.page().innerText(".asking")).contains(here, there);
        guardian.follow(here);
        String evening = guardian.page().url();
        guardian.act(guardian.page().locator("main form[action$='/book'] summary"));
        guardian.press("17 h 00");
        assertThat(guardian.page().innerText("#notice")).contains("Rendez-vous réservé");

        guardian.open("/");
        guardian.follow(there);
        assertThat(said(guardian)).contains("17 h 00", here, "Collège de Sèvres");
        assertThat(slots(guardian, "17 h 10")).isZero();
        assertThat(slots(guardian, "17 h 30")).isZero();
        assertThat(slots(guardian, "17 h 40")).isPositive();
        guardian.assertSound("an evening beside one at another collège");
        guardian.press("Réserver ces rendez-vous");
        assertThat(guardian.page().innerText("#notice")).contains("réservé");
        assertThat(said(guardian)).contains("17 h 40");

        guardian.open(evening);
        assertThat(said(guardian)).contains(there, "Collège Bel Air");
        assertThat(slots(guardian, "17 h 40")).isZero();
        guardian.open("/");
        assertThat(guardian.text()).doesNotContain(here, there);
        assertThat(guardian.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileOfFiftyMegabytesIsRefusedInWords(boolean javaScript, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("film.mp4");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(50_000_000);
        }
        Person teacher = chromium.signedIn("prof.sevres", javaScript);
        teacher.open(COMMUNICATION + "/messages/recipients");
        teacher.tick("Les élèves de 5e");
        teacher.press("Écrire aux personnes cochées");
        teacher.fill("[name=subject]", "Film");
        teacher.write("Voici le film.");
        teacher.page().locator("[name=files]").setInputFiles(file);
        teacher.press("Envoyer à");

        assertThat(said(teacher)).contains("Mo");
        assertThat(said(teacher)).containsAnyOf("Rien n’a été", "au plus");
        teacher.open(COMMUNICATION + "/sent");
        assertThat(teacher.text()).doesNotContain("Film");
    }

    /** How many teachers can be seen at this time. */
    private static int slots(Person guardian, String time) {
        return guardian.page().locator("main button[name=slot]:has-text('" + time + "')").count();
    }

    private static String said(Person person) {
        return person.text().replace('\u00a0', ' ');
    }

    /** Opens an evening for all classes, that can be booked from now on. */
    private static void openEvening(
            String login, String module, String title, int inDays, boolean javaScript) {
        Person principal = signedIn(login, javaScript);
        principal.open(module + "/meetings/new");
        principal.fill("[name=title]", title);
        principal.fill("[name=day]", day(inDays));
        principal.fill("[name=closes]", day(inDays - 1) + "T20:00");
        for (var box : principal.page().locator("[name=classes]").all()) {
            principal.tick(box);
        }
        principal.press("Ouvrir la réunion");
        assertThat(principal.page().innerText("#notice")).isEqualTo("Réunion ouverte.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSurveyIsAnsweredAndItsResultIsSeen(boolean javaScript) {
        String title = javaScript ? "Les repas de midi" : "Les repas du mercredi";
        Person principal = signedIn("direction.sevres", javaScript);
        principal.open(COMMUNICATION + "/surveys/new");
        principal.fill("[name=title]", title);
        principal.choose("[name=asks]", "GUARDIAN");
        principal.press("Continuer avec les questions");
        principal.fill("[name=wording]", "Le repas est-il assez long ?");
        principal.choose("[name=kind]", "YES_NO");
        sound(principal, "a survey that is written", javaScript);
        principal.press("Ajouter la question");
        principal.press("Publier");
        assertThat(principal.page().innerText("#notice")).isEqualTo("Sondage publié.");

        Person guardian = signedIn("parent.sevres", javaScript);
        assertThat(guardian.page().innerText(".asking")).contains(title);
        guardian.follow(title);
        guardian.choose("main select", "Oui");
        sound(guardian, "a survey to answer", javaScript);
        guardian.press("Envoyer la réponse");
        assertThat(guardian.page().innerText("#notice")).isEqualTo("Réponse enregistrée.");

        principal.page().reload();
        assertThat(principal.text()).contains("1 réponse", "1 sur 1");
        sound(principal, "the result of a survey", javaScript);
        assertThat(guardian.complaints()).isEmpty();
        assertThat(principal.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTeachersNewsIsPublishedByThePrincipalAndReadByAPupilAndAVisitor(boolean javaScript) {
        String title = javaScript ? "Le club théâtre joue" : "La chorale chante";
        Person teacher = signedIn("prof.sevres", javaScript);
        teacher.open(COMMUNICATION + "/newsroom/new");
        teacher.fill("[name=title]", title);
        teacher.write("Vendredi à 18 h, salle 104. Entrée libre.");
        teacher.press("Enregistrer et voir l’aperçu");
        teacher.press("Envoyer en relecture");
        assertThat(teacher.page().innerText("#notice")).contains("envoyée en relecture");

        Person principal = signedIn("direction.sevres", javaScript);
        principal.open(COMMUNICATION + "/newsroom?view=REVIEW");
        principal.follow(title);
        sound(principal, "news to review", javaScript);
        principal.follow("Modifier");
        principal.tick(principal.page().locator("[name=forPublic]"));
        principal.press("Enregistrer et voir l’aperçu");
        principal.press("Publier");
        assertThat(principal.page().innerText("#notice")).isEqualTo("Actualité publiée.");

        Person pupil = signedIn("eleve.sevres", javaScript);
        pupil.follow(title);
        assertThat(pupil.text()).contains("Vendredi à 18 h, salle 104.");
        sound(pupil, "news that is read", javaScript);
        Person visitor = chromium.visitor(javaScript);
        if (javaScript) {
            visitor.open(COMMUNICATION + "/front");
            visitor.assertSound("the public page");
            visitor.follow(title);
        } else {
            // The list for visitors is kept for a moment, and so is still the one of before.
            visitor.open(pupil.page().url().replace("/news/", "/front/"));
        }
        assertThat(visitor.text()).contains("Entrée libre.");
        assertThat(pupil.complaints()).isEmpty();
        assertThat(principal.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPupilReportsAMessageAndTheCpeWithdrawsIt(boolean javaScript) {
        String subject = javaScript ? WITH_SCRIPT : WITHOUT;
        Person pupil = signedIn("eleve.sevres", javaScript);
        pupil.awaitLetter(COMMUNICATION + "/messages", subject);
        pupil.follow(subject);
        String message = pupil.page().url();
        pupil.press("Signaler");
        assertThat(pupil.text()).contains("ne saura pas que c’est toi");
        pupil.fill("[name=reason]", "Ça me gêne.");
        pupil.press("Ajouter au signalement");
        sound(pupil, "a message that was reported", javaScript);

        Person cpe = signedIn("cpe.sevres", javaScript);
        cpe.open(COMMUNICATION + "/safety/reports");
        sound(cpe, "reports to look at", javaScript);
        cpe.follow(subject);
        assertThat(cpe.text()).contains("Ça me gêne.");
        cpe.choose("[name=outcome]", "WITHDRAWN");
        sound(cpe, "a report to decide", javaScript);
        cpe.press("Clore le signalement");
        assertThat(cpe.page().innerText("#notice")).contains("Le signalement est clos");

        pupil.open(message);
        assertThat(pupil.text()).contains("Ce message a été retiré par le collège.");
        cpe.open(COMMUNICATION + "/safety/reports?done=true");
        cpe.follow(subject);
        cpe.press("Rétablir le message");
        pupil.open(message);
        assertThat(pupil.text()).doesNotContain("Ce message a été retiré par le collège.");
        assertThat(cpe.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPupilAsksATeacherAndReadsTheAnswer(boolean javaScript) {
        String subject = javaScript ? "Le devoir de lundi" : "Le devoir de jeudi";
        Person pupil = signedIn("eleve.sevres", javaScript);
        pupil.open(COMMUNICATION + "/messages/new");
        pupil.tick(teachersName);
        pupil.fill("[name=subject]", subject);
        pupil.write("Faut-il rendre l’exercice 3 ?");
        pupil.press("Envoyer");

        Person answering = signedIn("prof.sevres", javaScript);
        answering.awaitLetter(COMMUNICATION + "/messages", subject);
        answering.follow(subject);
        assertThat(answering.text()).contains("Faut-il rendre l’exercice 3 ?");
        answering.write("Oui, au début de l’heure.");
        answering.press("Envoyer la réponse");
        assertThat(answering.text()).contains("Annuler l’envoi");
        if (!javaScript) {
            answering.press("Envoyer tout de suite");
        }

        // With a script it goes by itself, once it can't be undone any more.
        pupil.awaitLetter(COMMUNICATION + "/messages", subject);
        pupil.follow(subject);
        String conversation = URI.create(pupil.page().url()).getPath();
        pupil.awaitLetter(conversation, "Oui, au début de l’heure.");
        sound(pupil, "an answer to a pupil", javaScript);
        assertThat(pupil.complaints()).isEmpty();
        assertThat(answering.complaints()).isEmpty();
    }

    @Test
    void whileThePrincipalHasClosedWritingATeacherReadsWhyAndWritesAgainAfterwards() {
        Person principal = signedIn("direction.sevres", true);
        principal.open("/colleges/sevres/writing");
        principal.assertSound("writing that is open");
        principal.tick(principal.page().locator("[name=profile][value=TEACHER]"));
        principal.press("Voir qui est concerné");
        principal.assertSound("writing to close");
        principal.press("Fermer l’écriture maintenant");
        try {
            Person teacher = signedIn("prof.sevres", true);
            teacher.open(COMMUNICATION + "/messages/new");
            assertThat(teacher.text())
                    .contains("L’envoi de messages est suspendu", "Par mesure de sécurité");
            teacher.assertSound("a message while writing is closed");
        } finally {
            principal.open("/colleges/sevres/writing");
            principal.press("Rouvrir l’écriture");
        }
        principal.assertSound("writing that was opened again");
        assertThat(principal.text()).contains("L’écriture est ouverte");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aGuardianPutsAConversationIntoAFolderFindsItAndTakesItOutOfTheBin(boolean javaScript) {
        String folder = javaScript ? "Sorties de l’année" : "Sorties du trimestre";
        Person guardian = signedIn("parent.sevres", javaScript);
        guardian.open(COMMUNICATION + "/folders");
        guardian.fill("[name=name]", folder);
        guardian.press("Créer le dossier");
        sound(guardian, "folders", javaScript);
        String subject = javaScript ? WITH_SCRIPT : WITHOUT;
        guardian.awaitLetter(COMMUNICATION + "/messages", subject);
        tick(guardian, subject);
        guardian.choose("[name=folder]", folder(guardian, folder));
        guardian.press("Ranger dans ce dossier");
        assertThat(guardian.page().innerText("#notice")).isEqualTo("1 conversation rangée.");

        guardian.open(COMMUNICATION + "/folders");
        guardian.follow(folder);
        assertThat(guardian.text()).contains(subject);
        sound(guardian, "a folder", javaScript);
        tick(guardian, subject);
        guardian.press("Mettre à la corbeille");
        guardian.open(COMMUNICATION + "/messages?in=bin");
        assertThat(guardian.text()).contains(subject);
        sound(guardian, "the bin", javaScript);
        tick(guardian, subject);
        guardian.press("Remettre dans les reçus");

        guardian.open(COMMUNICATION + "/messages");
        guardian.fill("[name=q]", subject);
        guardian.press("Rechercher");
        assertThat(guardian.text()).contains(subject);
        sound(guardian, "what a search finds", javaScript);
        assertThat(guardian.complaints()).isEmpty();
    }

    private static void tick(Person person, String subject) {
        person.tick(person.page().locator("li:has-text(\"" + subject + "\") [name=chosen]"));
    }

    /** Looked at closely where a script can be run in the page. */
    private static void sound(Person person, String stage, boolean javaScript) {
        if (javaScript) {
            person.assertSound(stage);
        }
    }

    /** The value of the folder of this name in the list of folders. */
    private static String folder(Person person, String name) {
        return String.valueOf(
                person.page()
                        .locator("[name=folder] option:has-text(\"" + name + "\")")
                        .first()
                        .getAttribute("value"));
    }

    private static String day(int inDays) {
        return LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(inDays).toString();
    }
}
