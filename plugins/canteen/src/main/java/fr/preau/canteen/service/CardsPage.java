package fr.preau.canteen.service;

import java.util.List;

/** Badges to print and cut out. */
public record CardsPage(String in, String name, List<Card> cards) {

    public CardsPage {
        cards = List.copyOf(cards);
    }

    /**
     * @param number in groups of four
     * @param side how many modules the QR code has on a side, its margin included
     * @param path what an SVG draws of it
     */
    public record Card(String name, String list, String number, int side, String path) {}
}
