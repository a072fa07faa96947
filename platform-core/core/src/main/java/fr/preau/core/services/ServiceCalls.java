package fr.preau.core.services;

import fr.preau.api.school.Uai;
import fr.preau.api.service.OfferedService;
import fr.preau.api.service.ServiceFailed;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.contracts.FaultNote;
import fr.preau.core.contracts.ModuleCalls;
import fr.preau.core.contracts.ModuleClosed;
import fr.preau.core.contracts.ModuleContract;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.contracts.OpenModules;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries questions from one module to another as JSON, at the collège and in the unit of work of
 * who asks.
 */
public final class ServiceCalls {

    /** A question may lead to another one so often; two modules that ask each other stop here. */
    static final int DEEPEST = 8;

    /** Of the JSON of all arguments, and of an answer; characters. */
    static final int LARGEST = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCalls.class);

    private final UnitsOfWork units;
    private final OpenModules modules;
    private final ModuleCalls calls;
    private final ThreadLocal<Integer> depth = new ThreadLocal<>();

    public ServiceCalls(UnitsOfWork units, OpenModules modules, ModuleCalls calls) {
        this.units = units;
        this.modules = modules;
        this.calls = calls;
    }

    /** Whether a module that answers at the collège of this unit of work offers a service. */
    boolean isOffered(String service) {
        return modules.find(college(), ModuleWords.ownerOf(service))
                .filter(words -> words.offers().contains(service))
                .isPresent();
    }

    private Uai college() {
        return units.current().space().uai();
    }

    /**
     * Asks a service.
     *
     * @param arguments each as JSON
     * @return the answer as JSON
     */
    String ask(String service, String method, List<String> arguments) {
        Integer before = depth.get();
        int now = before == null ? 1 : before + 1;
        if (now > DEEPEST) {
            throw failed(service, "modules ask each other in a circle");
        }
        if (arguments.stream().mapToInt(String::length).sum() > LARGEST) {
            throw failed(service, "the question is too large");
        }
        depth.set(now);
        try {
            return askHere(service, method, arguments);
        } finally {
            if (before == null) {
                depth.remove();
            } else {
                depth.set(before);
            }
        }
    }

    private String askHere(String service, String method, List<String> arguments) {
        String provider = ModuleWords.ownerOf(service);
        try {
            return calls.call(
                    college(),
                    provider,
                    CallKind.SERVICE,
                    contract -> answer(contract, service, method, arguments));
        } catch (ModuleClosed e) {
            LOG.debug("{} does not answer", provider, e);
            throw failed(service, "the module does not answer at this collège");
        } catch (ServiceUnanswered e) {
            throw failed(service, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(service, "the call was interrupted");
        } catch (Throwable e) {
            LOG.warn("{} failed at {}: {}", service, method, FaultNote.of(e));
            throw failed(service, "the module failed");
        }
    }

    private static String answer(
            ModuleContract contract, String service, String method, List<String> arguments)
            throws Exception {
        OfferedService<?> offered =
                contract.service(service)
                        .orElseThrow(
                                () ->
                                        new ServiceUnanswered(
                                                "the module does not offer it any more"));
        String answer = new OfferedMethod(offered, method).answer(contract.json(), arguments);
        if (answer.length() > LARGEST) {
            throw new ServiceUnanswered("the answer is too large");
        }
        return answer;
    }

    /**
     * The one exception that the asking module sees. What the other one had begun to write may not
     * be committed, even if this is caught.
     */
    ServiceFailed failed(String service, String reason) {
        UnitOfWork unit = units.current();
        if (unit.isWriting()) {
            unit.doom("the service " + service + " failed: " + reason);
        }
        return new ServiceFailed(service, reason);
    }
}
