package fr.preau.communication.safety;

import fr.preau.api.page.PageOf;

/** What was done to keep people safe, the latest first. */
public record JournalPage(PageOf<SafetyJournal.Line> acts) {}
