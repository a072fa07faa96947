package fr.preau.portal.server;

import fr.preau.core.files.ClamAv;
import fr.preau.core.files.VirusScan;
import fr.preau.core.mail.BounceBox;
import fr.preau.core.mail.MailServer;
import fr.preau.core.web.StandIns;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of this node; docs/operators/settings.md says what each is for.
 *
 * @param secret signs sessions and forms, the same on every node
 * @param demo whether the people are invented and their accounts shown
 * @param demoRoster the file that lists the accounts of the demo
 * @param standIns who answers instead of servers outside; nobody where people are real
 * @param tenants the folder of the collèges' descriptors
 * @param plugins the folder whose jars run
 * @param imports the folder into which AAF files are delivered, one folder a collège
 * @param work a folder for what this node can lose
 * @param connectionsBehind how many connections to the collèges what modules do behind may take
 * @param cookieAlwaysSecure whether the cookie is only ever sent over HTTPS
 * @param openToModules whether modules run that nobody known has signed, for those who write them
 * @param publishers the folder of the certificates of those who may sign modules
 * @param erasureDelay between asking for an erasure, or leaving, and erasing
 * @param site how people reach Préau, for the links in mails
 * @param mail the server that takes mails; without one none are sent
 * @param bounces the mailbox of mails that come back, if somebody else does not read it
 * @param scan what looks for malicious programs in files that are sent
 * @param diagnostics whether answers say how many statements they took
 */
public record Settings(
        String secret,
        boolean demo,
        Optional<Path> demoRoster,
        StandIns standIns,
        Path tenants,
        Path plugins,
        Path imports,
        Path work,
        String node,
        String databaseUser,
        int connectionsBehind,
        boolean cookieAlwaysSecure,
        boolean openToModules,
        Optional<Path> publishers,
        Duration erasureDelay,
        String site,
        Optional<MailServer> mail,
        Optional<BounceBox> bounces,
        VirusScan scan,
        boolean diagnostics,
        Optional<String> operatorLogin,
        Optional<String> operatorPassword) {

    /** How the secrets begin that the demo makes for itself. */
    private static final String DEMO_SECRET = "demo-";

    private static final int SHORTEST_SECRET = 32;

    private static final int MOST_BEHIND = 8;

    /** Whoever asked by mistake must be able to find out. */
    private static final int FEWEST_DAYS = 7;

    /** What nobody needs any more may not be kept for ever. */
    private static final int MOST_DAYS = 365;

    /** Reads the settings; what has no safe default must be given. */
    static Settings from(Config config) {
        boolean demo = config.getOptionalValue("preau.demo", Boolean.class).orElse(false);
        return new Settings(
                secret(required(config, "preau.secret"), demo),
                demo,
                config.getOptionalValue("preau.demo.roster", String.class).map(Path::of),
                standIns(config, demo),
                Path.of(required(config, "preau.tenants")),
                Path.of(required(config, "preau.plugins")),
                Path.of(required(config, "preau.imports")),
                Path.of(required(config, "preau.work")),
                config.getOptionalValue("preau.node", String.class).orElse("preau-1"),
                config.getOptionalValue("preau.db.application.user", String.class)
                        .orElse("'preau_app'@'127.0.0.1'"),
                connectionsBehind(
                        config.getOptionalValue("preau.db.pool", Integer.class).orElse(24)),
                config.getOptionalValue("preau.cookie.secure", Boolean.class).orElse(true),
                config.getOptionalValue("preau.modules.open", Boolean.class).orElse(demo),
                config.getOptionalValue("preau.publishers", String.class).map(Path::of),
                erasureDelay(config),
                MailSettings.site(config),
                MailSettings.server(config),
                MailSettings.bounces(config),
                scan(config),
                config.getOptionalValue("preau.diagnostics", Boolean.class).orElse(false),
                config.getOptionalValue("preau.operator.login", String.class),
                config.getOptionalValue("preau.operator.password", String.class));
    }

    /** The rest is for people who wait for their page. */
    private static int connectionsBehind(int pool) {
        return Math.max(1, Math.min(MOST_BEHIND, pool / 2));
    }

    private static String secret(String value, boolean demo) {
        if (value.length() < SHORTEST_SECRET) {
            throw new NotStarted("PREAU_SECRET has fewer than " + SHORTEST_SECRET + " characters");
        }
        if (!demo && value.startsWith(DEMO_SECRET)) {
            throw new NotStarted("PREAU_SECRET is the secret of a demo; make one of your own");
        }
        return value;
    }

    /** Real people's money and data never go to whoever only plays a server. */
    private static StandIns standIns(Config config, boolean demo) {
        StandIns standIns = new StandIns();
        String given = config.getOptionalValue("preau.demo.servers", String.class).orElse("");
        if (!given.isBlank() && !demo) {
            throw new NotStarted("PREAU_DEMO_SERVERS is for demonstrations only");
        }
        for (String pair : given.isBlank() ? new String[0] : given.split(",")) {
            int equals = pair.indexOf('=');
            if (equals < 1 || !pair.substring(equals + 1).startsWith("http://127.0.0.1:")) {
                throw new NotStarted(
                        "PREAU_DEMO_SERVERS has pairs as in"
                                + " meteo.example.org=http://127.0.0.1:9090, not "
                                + pair);
            }
            standIns.put(pair.substring(0, equals), URI.create(pair.substring(equals + 1)));
        }
        return standIns;
    }

    private static Duration erasureDelay(Config config) {
        String days = config.getOptionalValue("preau.erasure.days", String.class).orElse("30");
        if (!days.matches("[0-9]{1,3}")
                || Integer.parseInt(days) < FEWEST_DAYS
                || Integer.parseInt(days) > MOST_DAYS) {
            throw new NotStarted(
                    "PREAU_ERASURE_DAYS is a number of days from "
                            + FEWEST_DAYS
                            + " to "
                            + MOST_DAYS
                            + ", not "
                            + days);
        }
        return Duration.ofDays(Integer.parseInt(days));
    }

    private static VirusScan scan(Config config) {
        Optional<String> address =
                config.getOptionalValue("preau.clamav", String.class).filter(a -> !a.isBlank());
        try {
            return address.<VirusScan>map(a -> ClamAv.at(a, ClamAv.USUAL_PATIENCE))
                    .orElse(VirusScan.NONE);
        } catch (IllegalArgumentException e) {
            throw new NotStarted("PREAU_CLAMAV is " + e.getMessage());
        }
    }

    private static String required(Config config, String name) {
        return config.getOptionalValue(name, String.class)
                .filter(value -> !value.isBlank())
                .orElseThrow(
                        () ->
                                new NotStarted(
                                        "the setting "
                                                + name
                                                + " is missing (environment variable "
                                                + name.toUpperCase(Locale.ROOT).replace('.', '_')
                                                + ")"));
    }
}
