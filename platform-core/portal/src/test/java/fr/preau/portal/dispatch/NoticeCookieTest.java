package fr.preau.portal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.identity.SignedIn;
import fr.preau.core.identity.TokenSigner;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was done is told once, on the next page of the same session. */
class NoticeCookieTest {

    private final TokenSigner signer =
            new TokenSigner("a secret of the tests, longer than it needs to be", Clock.systemUTC());
    private final NoticeCookie notice = new NoticeCookie(signer, new SessionCookie(false));
    private final List<Cookie> jar = new ArrayList<>();
    private final UUID claire = UUID.randomUUID();
    private final UUID awa = UUID.randomUUID();

    private static Visit visitOf(UUID session) {
        Visit visit = new Visit("/", false, "trace");
        visit.isOf(new SignedIn(session, session, "x", "Claire", "Moreau", false, List.of()));
        return visit;
    }

    private static <T> T answering(
            Class<T> type, String method, java.util.function.Function<Object[], Object> answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, called, arguments) -> {
                            if (called.getName().equals(method)) {
                                return answer.apply(arguments == null ? new Object[0] : arguments);
                            }
                            return called.getReturnType() == boolean.class ? false : null;
                        }));
    }

    private HttpServletRequest request() {
        return answering(
                HttpServletRequest.class, "getCookies", arguments -> jar.toArray(new Cookie[0]));
    }

    private HttpServletResponse response() {
        return answering(
                HttpServletResponse.class,
                "addCookie",
                arguments -> {
                    jar.clear();
                    jar.add((Cookie) arguments[0]);
                    return arguments;
                });
    }

    private void leave(UUID session, String text) {
        Visit visit = visitOf(session);
        visit.leaveNotice(text);
        notice.write(request(), response(), visit);
    }

    private String told(UUID session) {
        Visit visit = visitOf(session);
        notice.read(request(), visit);
        String text = visit.takeNotice().orElse("nothing");
        notice.write(request(), response(), visit);
        return text;
    }

    @Test
    void whatWasDoneIsToldOnceOnTheNextPage() {
        leave(claire, "Message envoyé à 52 personnes.");
        assertThat(told(claire)).isEqualTo("Message envoyé à 52 personnes.");
        assertThat(jar).singleElement().satisfies(c -> assertThat(c.getMaxAge()).isZero());
        assertThat(told(claire)).isEqualTo("nothing");
    }

    @Test
    void aPageThatTellsNothingLeavesItForTheNext() {
        leave(claire, "Réponse envoyée.");
        Visit redirected = visitOf(claire);
        notice.read(request(), redirected);
        notice.write(request(), response(), redirected);
        assertThat(told(claire)).isEqualTo("Réponse envoyée.");
    }

    @Test
    void whoSignsInNextOnTheSameDeviceIsNotToldWhatSomebodyElseDid() {
        leave(claire, "Message envoyé.");
        assertThat(told(awa)).isEqualTo("nothing");
    }

    @Test
    void aNoticeIsShortAndNoScriptReadsIt() {
        leave(claire, "é".repeat(5_000));
        assertThat(jar)
                .singleElement()
                .satisfies(
                        cookie -> {
                            assertThat(cookie.isHttpOnly()).isTrue();
                            assertThat(cookie.getMaxAge()).isBetween(1, 60);
                            assertThat(cookie.getValue()).hasSizeLessThan(1_200);
                        });
        assertThat(told(claire)).hasSize(300).endsWith("…");
    }
}
