package fr.preau.communication.recipients;

import fr.preau.api.route.Request;
import org.jspecify.annotations.Nullable;

/** Keeps a letter, with its files, while its writer chooses the recipients. */
@FunctionalInterface
public interface LetterUnderWay {

    /**
     * @return the letter as it comes along, null if nothing stood in its form
     */
    @Nullable Draft keep(Request request, ChangeInput input);
}
