package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Request;
import fr.preau.api.route.Violations;
import fr.preau.communication.drafts.DraftState;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.recipients.WritingRules;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The forms of letters at all addresses where one comes in: kept as a draft, and shown again. */
final class LetterForms {

    private final WritingRules rules;
    private final Drafts drafts;
    private final NewIds ids;

    LetterForms(WritingRules rules, Drafts drafts, NewIds ids) {
        this.rules = rules;
        this.drafts = drafts;
        this.ids = ids;
    }

    LetterForm of(Request request) {
        return new LetterForm(request.caller().profile(), rules.reachOf(request), drafts);
    }

    /** For what is sent now. */
    LetterForm now(Request request) {
        return new LetterForm(request.caller().profile(), rules.reachNow(request), drafts);
    }

    /** Whatever leads back to the form has kept what stands in it. */
    DraftState kept(Request request, SendInput input) {
        return drafts.save(
                request.caller().person(),
                keyOf(input.key()),
                input.draftVersion(),
                input.content(),
                input.formFiles());
    }

    ComposePage again(Request request, SendInput input, Violations violations) {
        LetterForm form = of(request);
        return form.again(
                input, kept(request, input), form.reach().recipients(input.to()), violations);
    }

    UUID keyOf(@Nullable UUID key) {
        return key == null ? ids.next() : key;
    }
}
