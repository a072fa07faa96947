package fr.preau.api.page;

import gg.jte.Content;
import java.time.Instant;
import java.util.Locale;

/** What a template may use beside its record: texts, addresses, dates and the shared parts. */
public interface PageContext {

    /**
     * A text of the module's resource bundle. Where a pupil is spoken to otherwise than an adult,
     * the bundle has the key twice, with {@code .pupil} and {@code .adult} at its end.
     *
     * @param arguments for the places {@code {0}}, {@code {1}} … of the text ({@link
     *     java.text.MessageFormat})
     */
    String text(String key, Object... arguments);

    /** The address of a page of this module at this collège, from its path below the module. */
    String href(String path);

    /** The shared accessible parts. */
    Parts parts();

    /** The hidden field that every form that changes something must hold. */
    Content formToken();

    /**
     * A moment as people say it in Europe/Paris: « aujourd’hui à 14 h 05 », « mardi 3 novembre ».
     */
    String moment(Instant instant);

    Locale locale();
}
