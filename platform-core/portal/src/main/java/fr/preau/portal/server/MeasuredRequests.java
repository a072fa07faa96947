package fr.preau.portal.server;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import fr.preau.api.school.College;
import fr.preau.core.identity.SignedIn;
import fr.preau.portal.dispatch.RequestWatch;
import fr.preau.portal.dispatch.Visit;
import java.time.Duration;
import java.util.function.Predicate;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures requests by collège and module, and gives every line that is logged meanwhile its
 * collège, its account (an identity, never a name) and its trace.
 */
final class MeasuredRequests implements RequestWatch {

    private static final Logger LOG = LoggerFactory.getLogger("fr.preau.request");

    private static final Duration SLOW = Duration.ofSeconds(1);

    private static final String ACCOUNT = "preau_account";
    private static final String COLLEGE = "preau_college";
    private static final String TRACE = "preau_trace";

    private final MetricRegistry metrics;

    private final Predicate<String> knownSlug;

    /**
     * @param knownSlug whether a collège is called so: whatever else stands in an address is not
     *     ours to log
     */
    MeasuredRequests(MetricRegistry metrics, Predicate<String> knownSlug) {
        this.metrics = metrics;
        this.knownSlug = knownSlug;
    }

    @Override
    public void begins(Visit visit) {
        LogRecordContext.addExtension(TRACE, visit.trace());
        String slug = slug(visit.address());
        if (knownSlug.test(slug)) {
            LogRecordContext.addExtension(COLLEGE, slug);
        }
    }

    @Override
    public void knows(SignedIn person) {
        LogRecordContext.addExtension(ACCOUNT, person.account().toString());
    }

    @Override
    public void ends(Visit visit, String module, int status, Duration took, int statements) {
        String slug = visit.collegeInView().map(College::slug).orElse("none");
        metrics.timer("preau_requests", new Tag("college", slug), new Tag("module", module))
                .update(took);
        if (status >= 500) {
            metrics.counter("preau_failures", new Tag("college", slug), new Tag("module", module))
                    .inc();
        }
        if (status >= 500 || took.compareTo(SLOW) > 0) {
            LOG.warn(
                    "{} answered {} after {} ms and {} statements",
                    visit.address(),
                    status,
                    took.toMillis(),
                    statements);
        }
        LogRecordContext.removeExtension(TRACE);
        LogRecordContext.removeExtension(ACCOUNT);
        LogRecordContext.removeExtension(COLLEGE);
    }

    private static String slug(String address) {
        if (!address.startsWith("/c/")) {
            return "";
        }
        int end = address.indexOf('/', 3);
        return end < 0 ? address.substring(3) : address.substring(3, end);
    }
}
