package fr.preau.portal.pages;

import java.util.List;

/** The collèges that show something to everybody. */
public record FrontPagesPage(List<Front> colleges) {

    public FrontPagesPage {
        colleges = List.copyOf(colleges);
    }

    /** One of them, and where its front page is. */
    public record Front(String name, String commune, String href) {}
}
