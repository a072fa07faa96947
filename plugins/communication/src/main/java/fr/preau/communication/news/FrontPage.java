package fr.preau.communication.news;

import fr.preau.api.page.PageOf;

/**
 * The front page of the collège, for everybody.
 *
 * @param college its name
 * @param news those that are for everybody, without a name of anybody
 */
public record FrontPage(String college, String commune, PageOf<NewsListPage.Line> news) {}
