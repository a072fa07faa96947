package org.example.lostandfound;

import static fr.preau.api.school.StaffFunction.CPE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitCollege;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.compatibility.CompatibilitySuite;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.example.lostandfound.items.FoundItem;
import org.example.lostandfound.items.ItemsPage;
import org.example.lostandfound.items.ReturnPage;
import org.junit.jupiter.api.Test;

/** The module on the real host with an invented collège, and what is asked of every module. */
class LostAndFoundTest extends CompatibilitySuite {

    private static final byte[] PHOTO = png();
    private static final Instant FOUND = Instant.parse("2025-11-03T11:00:00Z");

    private static byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Form scarf(String what) {
        return Form.of("what", what, "place", "Gymnase", "foundOn", "2025-11-03");
    }

    private static void enter(PreauKit kit, KitPerson person, Form form) {
        KitAnswer entered = kit.as(person).post("/items", form);
        assertThat(entered.status()).as("%s: %s", entered, entered.json()).isEqualTo(200);
    }

    private static ItemsPage list(PreauKit kit, KitPerson reader, String query) {
        return kit.as(reader).get("/items" + query).as(ItemsPage.class);
    }

    private static ItemsPage.Line onlyItem(PreauKit kit, KitPerson reader) {
        List<ItemsPage.Line> items = list(kit, reader, "").items().items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    @Override
    protected void fill(PreauKit kit, KitCollege college, int many, String mark) {
        for (int i = 0; i < many; i++) {
            enter(
                    kit,
                    college.teacher(),
                    scarf(mark + " " + i).withFile("photo", "photo.png", "image/png", PHOTO));
        }
        for (ItemsPage.Line item : list(kit, college.pupil(), "").items().items()) {
            kit.as(college.pupil()).post("/items/" + item.id() + "/claims", Form.empty());
        }
    }

    @Test
    void whatATeacherEntersAPupilSeesWithItsPhoto(PreauKit kit) {
        enter(
                kit,
                kit.teacher(),
                scarf("Écharpe rouge").withFile("photo", "IMG_1.png", "image/png", PHOTO));

        ItemsPage.Line item = onlyItem(kit, kit.pupil());
        KitAnswer photo = kit.as(kit.pupil()).get("/items/" + item.id() + "/photo");
        assertThat(item.hasPhoto()).isTrue();
        assertThat(photo.bytes()).isEqualTo(PHOTO);
        assertThat(photo.header("Content-Type")).isEqualTo("image/png");
        assertThat(kit.as(kit.pupil()).get("/items").html())
                .contains("/items/" + item.id() + "/photo")
                .contains("Photo\u00a0: Écharpe rouge")
                .contains("lundi 3 novembre, Gymnase");
        assertThat(kit.as(kit.guardian()).card("recent").html()).contains("Écharpe rouge");
    }

    @Test
    void onlyAPhotoIsTaken(PreauKit kit) {
        byte[] text = "Une écharpe rouge".getBytes(StandardCharsets.UTF_8);
        KitAnswer answer =
                kit.as(kit.teacher())
                        .post(
                                "/items",
                                scarf("Écharpe").withFile("photo", "a.txt", "text/plain", text));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations()).containsOnlyKeys("photo");
        assertThat(list(kit, kit.pupil(), "").items().items()).isEmpty();
    }

    @Test
    void aFormThatIsSentTwiceEntersOneItem(PreauKit kit) {
        Form form = scarf("Écharpe").with("key", UUID.randomUUID().toString());
        enter(kit, kit.teacher(), form);
        enter(kit, kit.teacher(), form);

        assertThat(onlyItem(kit, kit.pupil()).what()).isEqualTo("Écharpe");
    }

    @Test
    void aSearchLeavesAccentsAsideAndKnowsNoPatterns(PreauKit kit) {
        enter(kit, kit.teacher(), scarf("Écharpe rouge"));
        enter(kit, kit.teacher(), scarf("Calculatrice"));

        assertThat(list(kit, kit.pupil(), "?q=echarpe").items().items())
                .extracting(ItemsPage.Line::what)
                .containsExactly("Écharpe rouge");
        assertThat(list(kit, kit.pupil(), "?q=%25").items().items()).isEmpty();
    }

    @Test
    void aLongListComesInPages(PreauKit kit) {
        for (int i = 0; i < 21; i++) {
            enter(kit, kit.teacher(), scarf("Écharpe " + i));
        }

        assertThat(list(kit, kit.pupil(), "").items())
                .satisfies(first -> assertThat(first.items()).hasSize(20))
                .satisfies(first -> assertThat(first.more()).isTrue());
        assertThat(list(kit, kit.pupil(), "?page=2").items().items()).hasSize(1);
    }

    @Test
    void whoRecognisesAnItemGetsItFromTheStaff(PreauKit kit) {
        enter(kit, kit.teacher(), scarf("Écharpe").withFile("photo", "a.png", "image/png", PHOTO));
        UUID item = onlyItem(kit, kit.pupil()).id();

        kit.as(kit.pupil()).post("/items/" + item + "/claims", Form.empty());
        assertThat(onlyItem(kit, kit.pupil()).mine()).isTrue();
        assertThat(onlyItem(kit, kit.staff(CPE)).claims()).isEqualTo(1);
        assertThat(page(kit, item).claimants())
                .extracting(ReturnPage.Claimant::name)
                .containsExactly("Inès Bernard");

        kit.as(kit.staff(CPE)).post("/items/" + item, Form.of("name", "Inès Bernard"));
        assertThat(page(kit, item).fate()).isEqualTo(FoundItem.Fate.RETURNED);
        assertThat(page(kit, item).returnedTo()).isEqualTo("Inès Bernard");
        assertThat(list(kit, kit.pupil(), "").items().items()).isEmpty();
        assertThat(kit.as(kit.pupil()).get("/items/" + item + "/photo").status()).isEqualTo(404);
    }

    private static ReturnPage page(PreauKit kit, UUID item) {
        return kit.as(kit.staff(CPE)).get("/items/" + item).as(ReturnPage.class);
    }

    @Test
    void nobodyClaimsOrReturnsWhatIsGone(PreauKit kit) {
        enter(kit, kit.teacher(), scarf("Écharpe"));
        UUID item = onlyItem(kit, kit.pupil()).id();
        kit.as(kit.staff(CPE)).post("/items/" + item, Form.of("name", "Inès Bernard"));

        KitAnswer claim = kit.as(kit.pupil()).post("/items/" + item + "/claims", Form.empty());
        KitAnswer again =
                kit.as(kit.staff(CPE)).post("/items/" + item, Form.of("name", "Léo Martin"));
        assertThat(claim.status()).isEqualTo(409);
        assertThat(claim.problem().detail()).contains("Si tu penses");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem().detail()).contains("Si vous pensez");
        assertThat(page(kit, item).returnedTo()).isEqualTo("Inès Bernard");
    }

    @Test
    void aPupilSeesNotWhoElseRecognisedIt(PreauKit kit) {
        enter(kit, kit.teacher(), scarf("Écharpe"));
        UUID item = onlyItem(kit, kit.guardian()).id();
        kit.as(kit.guardian()).post("/items/" + item + "/claims", Form.empty());

        ItemsPage.Line seen = onlyItem(kit, kit.pupil());
        assertThat(seen.mine()).isFalse();
        assertThat(seen.claims()).isZero();
        assertThat(kit.as(kit.pupil()).get("/items/" + item).status()).isEqualTo(403);
    }

    @Test
    void otherModulesAreTold(PreauKit kit) {
        enter(kit, kit.teacher(), scarf("Écharpe"));

        UUID item = onlyItem(kit, kit.pupil()).id();
        assertThat(kit.published())
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.name()).isEqualTo("lost-and-found.ItemFound");
                            assertThat(event.subject()).isEqualTo(item.toString());
                            assertThat(event.body().asJsonObject().getString("what"))
                                    .isEqualTo("Écharpe");
                        });
    }

    @Test
    void whatNobodyComesForIsGivenAwayAfterNinetyDays(PreauKit kit) {
        enter(kit, kit.teacher(), scarf("Écharpe"));
        UUID item = onlyItem(kit, kit.pupil()).id();

        kit.clock().set(FOUND.plus(Duration.ofDays(90)));
        kit.runJob("give-away");
        assertThat(page(kit, item).fate()).isEqualTo(FoundItem.Fate.WAITING);

        kit.clock().set(FOUND.plus(Duration.ofDays(91)));
        kit.runJob("give-away");
        assertThat(page(kit, item).fate()).isEqualTo(FoundItem.Fate.GIVEN_AWAY);
        assertThat(list(kit, kit.pupil(), "").items().items()).isEmpty();
    }

    @Test
    void theCollegeSetsHowLongThingsAreKept(PreauKit kit) {
        kit.set("keep-days", "14");
        enter(kit, kit.teacher(), scarf("Écharpe"));

        kit.clock().set(FOUND.plus(Duration.ofDays(15)));
        kit.runJob("give-away");

        assertThat(list(kit, kit.pupil(), "").items().items()).isEmpty();
    }

    @Test
    void anotherCollegeSeesNothingOfIt(PreauKit kit) {
        enter(kit, kit.teacher(), scarf("Écharpe").withFile("photo", "a.png", "image/png", PHOTO));
        UUID item = onlyItem(kit, kit.pupil()).id();

        KitPerson stranger = kit.otherCollege().pupil();
        assertThat(list(kit, stranger, "").items().items()).isEmpty();
        assertThat(kit.as(stranger).get("/items/" + item + "/photo").status()).isEqualTo(404);
    }

    @Test
    void anEmptyListSaysTuToAPupilAndVousToAnAdult(PreauKit kit) {
        assertThat(kit.as(kit.pupil()).get("/items").html()).contains("Si tu as perdu");
        assertThat(kit.as(kit.guardian()).get("/items").html()).contains("Si vous avez perdu");
    }

    @Test
    void aFormThatIsWrongIsShownAgainWithWhatWasTyped(PreauKit kit) {
        KitAnswer again =
                kit.as(kit.teacher())
                        .inBrowser()
                        .post(
                                "/items",
                                Form.of(
                                        "what",
                                        "<b>Écharpe</b>",
                                        "place",
                                        "",
                                        "foundOn",
                                        "2025-11-03"));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html())
                .contains("Rien n’est perdu, sauf la photo")
                .containsPattern("&lt;b(>|&gt;)Écharpe")
                .doesNotContain("<b>Écharpe")
                .contains("multipart/form-data");
    }
}
