package fr.preau.communication.messages;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.Person;
import fr.preau.api.school.Profile;
import fr.preau.communication.drafts.DraftContent;
import fr.preau.communication.words.Words;
import jakarta.persistence.TypedQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/**
 * What somebody looks for in their mail: words of subject and text by their beginnings, or the
 * beginning of a correspondent's name. What holds no word, such as « % », is looked for in subjects
 * just as it was typed.
 *
 * @param people correspondents of that name
 */
record Sought(String typed, Words words, List<UUID> people) {

    private static final int NAMESAKES = 50;

    static Sought of(String typed, Directory directory) {
        Words words = Words.of(typed);
        List<UUID> people =
                words.isEmpty()
                        ? List.of()
                        : directory.search(typed, EnumSet.allOf(Profile.class), NAMESAKES).stream()
                                .map(Person::id)
                                .map(id -> id.value())
                                .toList();
        return new Sought(typed, words, people);
    }

    <T> TypedQuery<T> in(TypedQuery<T> query) {
        query.setParameter("subject", words.isEmpty() ? SubjectSearch.containing(typed) : "%");
        // An empty list is no SQL; nobody has this identity.
        query.setParameter("people", people.isEmpty() ? List.of(DraftContent.NEW_LETTER) : people);
        List<String> patterns = words.patterns();
        for (int i = 0; i < patterns.size(); i++) {
            query.setParameter("word" + (i + 1), patterns.get(i));
        }
        return query;
    }
}
