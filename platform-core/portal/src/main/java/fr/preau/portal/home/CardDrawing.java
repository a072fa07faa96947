package fr.preau.portal.home;

import fr.preau.api.page.PageContext;
import fr.preau.api.plugin.Card;
import fr.preau.api.route.Request;
import fr.preau.core.plugins.LiveCard;
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
        return plugin.at(request.college().uai()).cards().stream()
                .filter(card -> card.id().equals(id))
                .filter(card -> card.isFor(request.caller().profile()))
                .findFirst()
                .map(card -> readNow(plugin, card, request, visit));
    }

    private ReadCard readNow(LivePlugin plugin, LiveCard card, Request request, Visit visit) {
        return readNow(plugin, card.card(), card.asks(), request, visit);
    }

    private <P> ReadCard readNow(
            LivePlugin plugin, Card<P> card, boolean asks, Request request, Visit visit) {
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
                            asks,
                            false,
                            null,
                            plugin.json().tree(page)),
                    Optional.empty());
        }
        String html = html(card, page, drawing.module(visit, plugin, request.college()));
        CardSlot slot =
                new CardSlot(plugin.id(), title, card.id(), college, asks, false, null, null);
        // One that draws nothing has nothing to say, and takes no place.
        return new ReadCard(
                slot,
                Optional.of(html)
                        .filter(text -> !text.isBlank())
                        .map(text -> drawn(slot, output -> output.writeContent(text))));
    }

    private static DrawnCard drawn(CardSlot slot, Content html) {
        return new DrawnCard(slot.college(), slot.module(), slot.id(), slot.asks(), html);
    }

    private static <P> String html(Card<P> card, P page, PageContext context) {
        BoundedOutput html = new BoundedOutput();
        card.fragment().draw(page, context).writeTo(html);
        return html.toString();
    }
}
