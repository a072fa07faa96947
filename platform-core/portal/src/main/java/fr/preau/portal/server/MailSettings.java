package fr.preau.portal.server;

import fr.preau.core.mail.BounceBox;
import fr.preau.core.mail.MailServer;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** What a node is told of its mail; docs/operators/settings.md says what each setting is for. */
final class MailSettings {

    private static final String NOWHERE = "http://localhost";

    private MailSettings() {}

    /** The root of the site, without a slash at its end. */
    static String site(Config config) {
        String site = config.getOptionalValue("preau.site", String.class).orElse(NOWHERE);
        if (!site.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")) {
            throw new NotStarted(
                    "PREAU_SITE is the address of Préau, as in https://ent.example, not " + site);
        }
        return site;
    }

    /** The name in the address of the site, for the Message-ID of mails. */
    static String host(String site) {
        return String.valueOf(URI.create(site).getHost());
    }

    /** The server that takes mails, if one is named. */
    static Optional<MailServer> server(Config config) {
        Optional<String> host = config.getOptionalValue("preau.mail.host", String.class);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        if (site(config).equals(NOWHERE)) {
            throw new NotStarted("PREAU_MAIL_HOST needs PREAU_SITE, for the links in mails");
        }
        MailServer.Security security = security(config, "preau.mail.security", "starttls");
        return Optional.of(
                new MailServer(
                        host.get(),
                        config.getOptionalValue("preau.mail.port", Integer.class)
                                .orElse(security == MailServer.Security.TLS ? 465 : 587),
                        security,
                        config.getOptionalValue("preau.mail.user", String.class)
                                .map(user -> new MailServer.Account(user, password(config))),
                        from(config),
                        rate(config)));
    }

    /** The mailbox of mails that come back, if one is named. */
    static Optional<BounceBox> bounces(Config config) {
        Optional<String> host = config.getOptionalValue("preau.mail.bounces.host", String.class);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        MailServer.Security security = security(config, "preau.mail.bounces.security", "tls");
        String user =
                config.getOptionalValue("preau.mail.bounces.user", String.class)
                        .orElseThrow(() -> incomplete("PREAU_MAIL_BOUNCES_USER"));
        String password =
                config.getOptionalValue("preau.mail.bounces.password", String.class)
                        .orElseThrow(() -> incomplete("PREAU_MAIL_BOUNCES_PASSWORD"));
        return Optional.of(
                new BounceBox(
                        host.get(),
                        config.getOptionalValue("preau.mail.bounces.port", Integer.class)
                                .orElse(security == MailServer.Security.TLS ? 993 : 143),
                        security,
                        new MailServer.Account(user, password)));
    }

    private static NotStarted incomplete(String missing) {
        return new NotStarted("PREAU_MAIL_BOUNCES_HOST needs " + missing);
    }

    private static MailServer.Security security(Config config, String name, String usual) {
        String said = config.getOptionalValue(name, String.class).orElse(usual);
        return Arrays.stream(MailServer.Security.values())
                .filter(one -> one.name().equals(said.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new NotStarted(
                                        name.toUpperCase(Locale.ROOT).replace('.', '_')
                                                + " is one of "
                                                + Arrays.stream(MailServer.Security.values())
                                                        .map(Enum::name)
                                                        .collect(Collectors.joining(", "))
                                                        .toLowerCase(Locale.ROOT)
                                                + ", not "
                                                + said));
    }

    private static String password(Config config) {
        return config.getOptionalValue("preau.mail.password", String.class)
                .orElseThrow(() -> new NotStarted("PREAU_MAIL_USER needs PREAU_MAIL_PASSWORD"));
    }

    private static String from(Config config) {
        String from =
                config.getOptionalValue("preau.mail.from", String.class)
                        .orElseThrow(() -> new NotStarted("PREAU_MAIL_HOST needs PREAU_MAIL_FROM"));
        if (!from.matches("[^@\\s]+@[^@\\s]+")) {
            throw new NotStarted("PREAU_MAIL_FROM is an address, not " + from);
        }
        return from;
    }

    private static int rate(Config config) {
        int rate =
                config.getOptionalValue("preau.mail.rate", Integer.class).orElse(MailServer.USUAL);
        if (rate < 1 || rate > 60_000) {
            throw new NotStarted("PREAU_MAIL_RATE is a number of mails a minute, from 1 to 60000");
        }
        return rate;
    }
}
