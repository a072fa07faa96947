package fr.preau.portal.notices;

import fr.preau.core.identity.SignedIn;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.notices.ReceivedNotices;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.Bell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the bell says: one statement a collège of the person. */
public final class UnseenNotices implements Bell {

    private static final Logger LOG = LoggerFactory.getLogger(UnseenNotices.class);

    private final ReceivedNotices notices;
    private final Tenants tenants;
    private final ModuleGate gate;

    public UnseenNotices(ReceivedNotices notices, Tenants tenants, ModuleGate gate) {
        this.notices = notices;
        this.tenants = tenants;
        this.gate = gate;
    }

    @Override
    public int unseen(SignedIn person) {
        int count = 0;
        try {
            for (ToldCollege college : ToldCollege.of(person, tenants, gate)) {
                count +=
                        notices.unseen(
                                college.college().uai(),
                                college.persons(),
                                college.modules().keySet());
            }
        } catch (RuntimeException e) {
            // The page is there, and it is what the person has asked for.
            LOG.warn("the bell can't be counted", e);
        }
        return count;
    }
}
