package fr.preau.core.tenancy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts that were met not long ago, in bounded memory: those not asked for again are forgotten, so
 * that somebody who says a new text each time pushes out little that is in use.
 */
public final class RecentTexts {

    private static final int TEXTS = 1_000;
    private static final int LETTERS = 1_000_000;

    private volatile Set<String> fresh = ConcurrentHashMap.newKeySet();
    private volatile Set<String> before = Set.of();
    private int letters;

    public boolean contains(String text) {
        if (fresh.contains(text)) {
            return true;
        }
        boolean known = before.contains(text);
        if (known) {
            add(text);
        }
        return known;
    }

    public synchronized void add(String text) {
        if (!fresh.add(text)) {
            return;
        }
        letters += text.length();
        if (fresh.size() > TEXTS || letters > LETTERS) {
            before = fresh;
            fresh = ConcurrentHashMap.newKeySet();
            letters = 0;
        }
    }

    /** How many are kept. */
    public int size() {
        return fresh.size() + before.size();
    }
}
