package fr.preau.core.plugins;

import fr.preau.api.plugin.Card;
import fr.preau.api.route.Route;
import fr.preau.core.plugins.manifest.DeclaredCard;
import fr.preau.core.plugins.manifest.DeclaredMenuEntry;
import fr.preau.core.plugins.manifest.PlacePart;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.routes.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * What a running module shows at one kind of place: at collèges, or at the Département's own.
 *
 * @param declared what its manifest says of it
 */
public record LivePart(
        PlacePart declared, RouteTable routes, List<LiveCard> cards, List<ModuleMenuEntry> menu) {

    public LivePart {
        cards = List.copyOf(cards);
        menu = List.copyOf(menu);
    }

    /**
     * @param cards those of the code that nothing has been declared for so far; those of this part
     *     are taken out
     * @throws PluginRefused when the code does not do what the manifest says
     */
    static LivePart of(
            String module,
            PlacePart declared,
            List<Route<?, ?>> routes,
            Map<String, Card<?>> cards,
            ResourceBundle texts)
            throws PluginRefused {
        return new LivePart(
                declared,
                new RouteTable(routes),
                cards(module, declared, cards),
                menu(module, declared, texts));
    }

    /** Each card of the manifest with what the code does for it. */
    private static List<LiveCard> cards(
            String module, PlacePart declared, Map<String, Card<?>> coded) throws PluginRefused {
        List<LiveCard> cards = new ArrayList<>();
        for (DeclaredCard one : declared.cards()) {
            Card<?> card = coded.remove(one.id());
            if (card == null) {
                throw new PluginRefused(module + ": nothing is done for its card " + one.id());
            }
            cards.add(new LiveCard(card, one.profiles(), one.asks()));
        }
        return cards;
    }

    /** The words are looked for now: a menu stands on every page, and may not fail there. */
    private static List<ModuleMenuEntry> menu(
            String module, PlacePart declared, ResourceBundle texts) throws PluginRefused {
        List<ModuleMenuEntry> menu = new ArrayList<>();
        for (DeclaredMenuEntry entry : declared.menu()) {
            String settingsKey = entry.settingsKey();
            menu.add(
                    new ModuleMenuEntry(
                            wordsOfMenu(module, texts, entry.textKey()),
                            entry.path(),
                            entry.also(),
                            entry.profiles(),
                            settingsKey == null ? null : wordsOfMenu(module, texts, settingsKey)));
        }
        return menu;
    }

    private static String wordsOfMenu(String module, ResourceBundle texts, String key)
            throws PluginRefused {
        if (!texts.containsKey(key)) {
            throw new PluginRefused(module + ": the text " + key + " of its menu is missing");
        }
        return texts.getString(key);
    }
}
