package fr.preau.core.notices.bymail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What mails say, in French: what it is about and where it is, and nothing else. */
public final class MailWords {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("fr.preau.core.notices.bymail.texts", Locale.FRANCE);

    private final String site;

    /**
     * @param site how people reach Préau, as in {@code https://ent.example}
     */
    public MailWords(String site) {
        this.site = site;
    }

    /** A notice as a mail says it. */
    record Line(String kind, String title, String href) {}

    String subject(List<Line> lines) {
        return lines.size() == 1
                ? text("notice.subject", lines.get(0).kind(), lines.get(0).title())
                : text("notices.subject", lines.size());
    }

    String text(List<Line> lines, String stopToken) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines.subList(0, Math.min(lines.size(), NoticeLetters.MOST_LINES))) {
            text.append(text("notice.line", line.kind(), line.title()))
                    .append('\n')
                    .append(site)
                    .append(line.href())
                    .append("\n\n");
        }
        if (lines.size() > NoticeLetters.MOST_LINES) {
            text.append(text("notices.more", lines.size() - NoticeLetters.MOST_LINES))
                    .append('\n')
                    .append(site)
                    .append("/notifications\n\n");
        }
        return text.append("-- \n")
                .append(
                        text(
                                "notice.foot",
                                site + "/notifications/preferences",
                                stopHref(stopToken)))
                .append('\n')
                .toString();
    }

    /** Where one stops mails without signing in. */
    String stopHref(String stopToken) {
        return site + "/notifications/stop?token=" + encoded(stopToken);
    }

    String confirmSubject() {
        return text("confirm.subject");
    }

    String confirmText(String token) {
        return text(
                        "confirm.text",
                        site + "/notifications/address?token=" + encoded(token),
                        MailAddresses.LINK.toHours())
                + "\n";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(String key, Object... arguments) {
        return new MessageFormat(TEXTS.getString(key), Locale.FRANCE).format(arguments);
    }
}
