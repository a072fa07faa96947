package fr.preau.portal.home;

import fr.preau.api.page.PageContext;
import fr.preau.api.plugin.Card;
import fr.preau.api.route.Request;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.portal.dispatch.BoundedOutput;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.CardSlot;
import fr.preau.portal.pages.DrawnCard;
import gg.jte.Content;
import java.util.Optional;

/**
 * Reads a card and draws it at once, while the same version of its module is held: a record of one
 * version can't be drawn by the next.
 */
final class CardDrawing {

    private final Drawing drawing;

    CardDrawing(Drawing drawing) {
        this.drawing = drawing;
    }

    /**
     * @return empty when this version has no such card for the caller any more
     */
    Optional<ReadCard> read(LivePlugin plugin, String id, Request request, Visit visit) {
        return plugin.cards().stream()
                .filter(card -> card.id().equals(id))
                .filter(card -> card.isFor(request.caller().profile()))
                .findFirst()
                .map(card -> readNow(plugin, card.card(), request, visit));
    }

    private <P> ReadCard readNow(LivePlugin plugin, Card<P> card, Request request, Visit visit) {
        P page = card.read().apply(request);
        String college = request.college().slug();
        String title = plugin.manifest().title();
        if (visit.wantsJson()) {
            return new ReadCard(
                    new CardSlot(
                            plugin.id(),
                            title,
                            card.id(),
                            college,
                            false,
                            null,
                            plugin.json().tree(page)),
                    Optional.empty());
        }
        Content html = html(card, page, drawing.module(visit, plugin, request.college()));
        return new ReadCard(
                new CardSlot(plugin.id(), title, card.id(), college, false, null, null),
                Optional.of(new DrawnCard(college, plugin.id(), card.id(), html)));
    }

    private static <P> Content html(Card<P> card, P page, PageContext context) {
        BoundedOutput html = new BoundedOutput();
        card.fragment().draw(page, context).writeTo(html);
        String text = html.toString();
        return output -> output.writeContent(text);
    }
}
