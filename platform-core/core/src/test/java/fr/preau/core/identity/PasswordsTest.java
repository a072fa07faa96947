package fr.preau.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void onlyTheRightPasswordMatches() {
        String hash = passwords.hash("préau du matin");
        assertThat(passwords.matches("préau du matin", hash)).isTrue();
        assertThat(passwords.matches("préau du soir", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void theHashIsArgon2idWithTheCostOwaspAdvisesAndASaltOfItsOwn() {
        String hash = passwords.hash("préau du matin");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("préau du matin")).isNotEqualTo(hash);
    }

    @Test
    void nobodyHasNoPasswordAtAll() {
        assertThat(passwords.matches("a password that nobody has", null)).isFalse();
    }
}
