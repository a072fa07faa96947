package fr.preau.core.notices.bymail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.notices.bymail.TownOfReaders.Reader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose address it is, before anything else is sent there. */
class MailAddressesTest {

    private final TownOfReaders town;
    private final Reader awa;
    private final Reader paul;

    MailAddressesTest() throws Exception {
        town = new TownOfReaders();
        awa = town.reader("awa");
        paul = town.reader("paul");
    }

    /** The token in the newest link. */
    private String link() {
        List<String> bodies = town.ask("SELECT body FROM mail ORDER BY made_at DESC, id DESC");
        String body = bodies.get(0);
        int at = body.indexOf("?token=") + "?token=".length();
        return URLDecoder.decode(
                body.substring(at, body.indexOf('\n', at)), StandardCharsets.UTF_8);
    }

    @Test
    void anAddressIsTakenOnceItsLinkIsFollowed() {
        assertThat(town.addresses.want(awa.account(), "awa@famille.example")).isTrue();
        assertThat(town.addresses.of(awa.account()).mail()).isEmpty();
        assertThat(town.addresses.of(awa.account()).wanted()).contains("awa@famille.example");

        assertThat(town.addresses.confirm(awa.account(), link())).isTrue();

        MailAddress now = town.addresses.of(awa.account());
        assertThat(now.mail()).contains("awa@famille.example");
        assertThat(now.wanted()).isEmpty();
        assertThat(now.receives()).isTrue();
    }

    @Test
    void aLinkIsGoodOnceForADayAndForNobodyElse() {
        town.addresses.want(awa.account(), "awa@famille.example");
        String token = link();

        assertThat(town.addresses.confirm(paul.account(), token)).isFalse();
        assertThat(town.addresses.confirm(awa.account(), token + "x")).isFalse();
        assertThat(town.addresses.confirm(awa.account(), "")).isFalse();
        town.clock.advance(Duration.ofHours(24));
        assertThat(town.addresses.confirm(awa.account(), token)).isFalse();

        town.addresses.want(awa.account(), "awa@famille.example");
        String fresh = link();
        assertThat(town.addresses.confirm(awa.account(), fresh)).isTrue();
        assertThat(town.addresses.confirm(awa.account(), fresh)).isFalse();
    }

    @Test
    void aLaterLinkPutsTheOneBeforeOut() {
        town.addresses.want(awa.account(), "awq@famille.example");
        String mistyped = link();
        town.clock.advance(Duration.ofMinutes(1));
        town.addresses.want(awa.account(), "awa@famille.example");

        assertThat(town.addresses.confirm(awa.account(), mistyped)).isFalse();
        assertThat(town.addresses.confirm(awa.account(), link())).isTrue();
        assertThat(town.addresses.of(awa.account()).mail()).contains("awa@famille.example");
    }

    @Test
    void nobodyIsFloodedWithLinks() {
        for (int i = 0; i < MailAddresses.MOST_LINKS; i++) {
            assertThat(town.addresses.want(awa.account(), "autre@famille.example")).isTrue();
        }
        assertThat(town.addresses.want(awa.account(), "autre@famille.example")).isFalse();
        assertThat(town.mails()).hasSize(MailAddresses.MOST_LINKS);

        town.clock.advance(Duration.ofDays(1));
        assertThat(town.addresses.want(awa.account(), "awa@famille.example")).isTrue();
    }

    @Test
    void theAddressBeforeGoesOnUntilTheNewOneIsConfirmed() {
        town.addresses.want(awa.account(), "awa@famille.example");
        town.addresses.confirm(awa.account(), link());
        town.clock.advance(Duration.ofMinutes(1));
        town.addresses.want(awa.account(), "awa@travail.example");

        assertThat(town.addresses.of(awa.account()).mail()).contains("awa@famille.example");
        town.addresses.confirm(awa.account(), link());
        assertThat(town.addresses.of(awa.account()).mail()).contains("awa@travail.example");
    }

    @Test
    void aBadAddressIsGoodAgainOnceItIsConfirmedAgain() {
        town.addresses.want(awa.account(), "awa@famille.example");
        town.addresses.confirm(awa.account(), link());
        town.change("UPDATE notice_address SET bad_at = '2026-11-30', bad_reason = '550'");
        assertThat(town.addresses.of(awa.account()).receives()).isFalse();

        town.clock.advance(Duration.ofMinutes(1));
        town.addresses.want(awa.account(), "awa@famille.example");
        town.addresses.confirm(awa.account(), link());

        assertThat(town.addresses.of(awa.account()).receives()).isTrue();
    }

    @Test
    void theLinkOfAMailStopsThoseOfItsReaderAlone() {
        Reader zoe = town.mailed("zoe");
        Reader tom = town.mailed("tom");
        String token = MailAddresses.stopToken(town.signer, zoe.account());

        assertThat(town.addresses.stop(token + "x")).isFalse();
        assertThat(town.addresses.stop(zoe.account().toString())).isFalse();
        assertThat(town.addresses.stop(token)).isTrue();
        assertThat(town.addresses.stop(token)).isTrue();

        assertThat(town.addresses.of(zoe.account()).receives()).isFalse();
        assertThat(town.addresses.of(tom.account()).receives()).isTrue();
        town.addresses.goOn(zoe.account());
        assertThat(town.addresses.of(zoe.account()).receives()).isTrue();
    }

    @Test
    void whoRemovesTheirAddressIsForgotten() {
        Reader zoe = town.mailed("zoe");
        town.addresses.remove(zoe.account());

        assertThat(town.addresses.of(zoe.account())).isEqualTo(MailAddress.NONE);
    }
}
