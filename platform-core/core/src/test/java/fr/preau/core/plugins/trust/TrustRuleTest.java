package fr.preau.core.plugins.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is installed where. */
class TrustRuleTest {

    private static JarSignature with(SignatureStanding standing) {
        return JarSignature.of(standing, "is as it is");
    }

    @Test
    void aKnownPublisherIsAdmittedEverywhereAndNotMarked() {
        JarSignature known = with(SignatureStanding.KNOWN);
        for (TrustRule rule : TrustRule.values()) {
            assertThat(rule.refusal(known)).isEmpty();
            assertThat(rule.marks(known)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KNOWN")
    void nobodyElseIsAdmittedInProduction(SignatureStanding standing) {
        assertThat(TrustRule.KNOWN_ONLY.refusal(with(standing)))
                .contains("is as it is; here only modules of known publishers are installed");
        assertThat(TrustRule.KNOWN_ONLY.marks(with(standing))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"KNOWN", "UNREADABLE"})
    void inTheOpenModeTheOthersAreAdmittedAndMarked(SignatureStanding standing) {
        assertThat(TrustRule.OPEN.refusal(with(standing))).isEmpty();
        assertThat(TrustRule.OPEN.marks(with(standing))).isTrue();
    }

    @Test
    void whatCannotBeReadIsInstalledNowhere() {
        JarSignature bomb = with(SignatureStanding.UNREADABLE);
        assertThat(TrustRule.OPEN.refusal(bomb)).contains("is as it is");
        assertThat(TrustRule.OPEN.marks(bomb)).isFalse();
    }
}
