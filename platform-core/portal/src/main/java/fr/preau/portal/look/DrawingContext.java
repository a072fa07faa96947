package fr.preau.portal.look;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Parts;
import fr.preau.portal.templates.Templates;
import gg.jte.Content;
import java.time.Instant;
import java.util.Locale;

/**
 * What templates of the portal or of one module may use for one request.
 *
 * @param texts the texts of the portal or of the module
 * @param base the address below which {@link #href} stands, empty for the portal, without a slash
 *     at its end
 * @param token the value of the hidden field that every form holds
 * @param audience who reads: a text with {@code .pupil} or {@code .adult} at the end of its key is
 *     for them alone
 */
public record DrawingContext(
        Templates templates,
        Texts texts,
        String base,
        Parts parts,
        String token,
        FrenchMoments moments,
        Audience audience)
        implements PageContext {

    @Override
    public String text(String key, Object... arguments) {
        return texts.text(audience, key, arguments);
    }

    @Override
    public String href(String path) {
        return base + path;
    }

    @Override
    public Content formToken() {
        return templates.partsToken(token);
    }

    @Override
    public String moment(Instant instant) {
        return moments.moment(instant);
    }

    @Override
    public Locale locale() {
        return texts.locale();
    }
}
