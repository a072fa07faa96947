package fr.preau.portal.pages;

import fr.preau.api.page.PageOf;

/** Who did what and when, newest first. */
public record AuditPage(PageOf<AuditLine> lines) {}
