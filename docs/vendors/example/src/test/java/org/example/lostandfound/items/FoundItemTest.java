package org.example.lostandfound.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.files.FileId;
import fr.preau.api.files.Upload;
import fr.preau.api.school.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoundItemTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final Instant LATER = Instant.parse("2026-11-05T10:00:00Z");

    private static FoundItem aScarf(@Nullable FileId photo) {
        return new FoundItem(
                UUID.randomUUID(),
                " Écharpe rouge ",
                "Gymnase",
                MONDAY,
                photo,
                new PersonId(UUID.randomUUID()),
                Instant.parse("2026-11-02T10:00:00Z"));
    }

    @Test
    void whatIsFoundWaits() {
        FoundItem scarf = aScarf(null);

        assertThat(scarf.isWaiting()).isTrue();
        assertThat(scarf.what()).isEqualTo("Écharpe rouge");
        assertThat(scarf.photo()).isEmpty();
        assertThat(scarf.settledAt()).isEmpty();
    }

    @Test
    void whatIsReturnedSaysToWhomAndWhen() {
        FoundItem scarf = aScarf(null);

        scarf.returnTo("Inès Bernard", LATER);

        assertThat(scarf.fate()).isEqualTo(FoundItem.Fate.RETURNED);
        assertThat(scarf.returnedTo()).isEqualTo("Inès Bernard");
        assertThat(scarf.settledAt()).contains(LATER);
    }

    @Test
    void nothingEndsTwice() {
        FoundItem scarf = aScarf(null);
        scarf.giveAway(LATER);

        assertThatThrownBy(() -> scarf.returnTo("Inès Bernard", LATER))
                .isInstanceOf(IllegalStateException.class);
        assertThat(scarf.fate()).isEqualTo(FoundItem.Fate.GIVEN_AWAY);
    }

    @Test
    void aPhotoIsKeptByItsIdentity() {
        FileId photo = new FileId(UUID.randomUUID());

        assertThat(aScarf(photo).photo()).contains(photo);
    }

    @Test
    void aPhotoIsNotKeptOnceNobodyNeedsIt() {
        FoundItem scarf = aScarf(new FileId(UUID.randomUUID()));

        scarf.returnTo("Inès Bernard", LATER);

        assertThat(scarf.photo()).isEmpty();
    }

    @Test
    void aPhotoIsOneThatEveryBrowserShows() {
        assertThat(with(null).photoCanBeShown()).isTrue();
        assertThat(with("image/webp").photoCanBeShown()).isTrue();
        assertThat(with("image/gif").photoCanBeShown()).isFalse();
        assertThat(with("image/svg+xml").photoCanBeShown()).isFalse();
        assertThat(with("application/pdf").photoCanBeShown()).isFalse();
    }

    private static EnterInput with(@Nullable String type) {
        Upload photo = type == null ? null : Upload.of("photo", type, new byte[] {1});
        return new EnterInput(null, "Écharpe", "Gymnase", MONDAY, photo);
    }

    @Test
    void ninetyDaysAreCountedInParis() {
        assertThat(GivingAway.firstDayKept(Instant.parse("2026-11-02T23:30:00Z"), 90))
                .isEqualTo(LocalDate.of(2026, 8, 5));
    }

    @Test
    void whatIsLookedForIsNoPattern() {
        assertThat(new ListInput("100 %_!", 0).pattern()).isEqualTo("%100 !%!_!!%");
        assertThat(new ListInput(null, 99_999).number()).isEqualTo(10_000);
        assertThat(new ListInput("a".repeat(200), 0).words()).hasSize(100);
    }
}
