package fr.preau.portal.pages;

import fr.preau.api.page.PageOf;
import java.time.Instant;

/**
 * What somebody was told, newest first.
 *
 * @param manyColleges whether each line says at which collège
 * @param unseen whether one of those so far is new
 * @param badAddress whether mails don't reach them any more
 * @param until when this was read
 */
public record NoticesPage(
        PageOf<NoticeLine> lines,
        boolean manyColleges,
        boolean unseen,
        boolean badAddress,
        Instant until) {}
