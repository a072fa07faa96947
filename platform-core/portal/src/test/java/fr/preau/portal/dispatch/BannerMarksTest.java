package fr.preau.portal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class BannerMarksTest {

    private static final String ID = "0193a1b2-0000-7000-8000-000000000001";

    @Test
    void whatWasToldAndHiddenComesBackFromTheCookie() {
        String key = BannerMarks.keyOf(ID, 3);
        BannerMarks marks = BannerMarks.NONE.telling(key).hiding(key);

        assertThat(BannerMarks.read(marks.written())).isEqualTo(marks);
    }

    @Test
    void aChangedMessageIsAnother() {
        BannerMarks marks = BannerMarks.NONE.hiding(BannerMarks.keyOf(ID, 1));

        assertThat(marks.hidden()).doesNotContain(BannerMarks.keyOf(ID, 2));
    }

    @Test
    void nonsenseInTheCookieIsNothing() {
        assertThat(BannerMarks.read("x.t.h;<script>.t" + ID + "-1")).isEqualTo(BannerMarks.NONE);
    }

    @Test
    void theCookieStaysSmallHoweverManyThereWere() {
        BannerMarks marks = BannerMarks.NONE;
        for (int i = 0; i < 500; i++) {
            String key = BannerMarks.keyOf(UUID.randomUUID().toString(), 1);
            marks = marks.telling(key).hiding(key);
        }

        assertThat(marks.written()).hasSizeLessThan(1_500);
    }
}
