package fr.preau.api.page;

import gg.jte.Content;

/**
 * What a module puts inside the shell.
 *
 * @param title the page's heading and the first words of the browser's title
 * @param body the HTML below the heading, from a typed template
 */
public record Screen(String title, Content body) {}
