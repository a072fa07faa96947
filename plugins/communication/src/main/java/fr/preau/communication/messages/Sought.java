package fr.preau.communication.messages;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.Person;
import fr.preau.api.school.Profile;
import fr.preau.communication.drafts.DraftContent;
import fr.preau.communication.words.Words;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/**
 * What somebody looks for in their mail: words, each of which is the beginning of one of subject
 * and text, or of a correspondent's name by itself or with the word beside it, as in « Le Goff »;
 * or all of them together such a name. What holds no word, such as « % », is looked for in subjects
 * just as it was typed.
 *
 * @param people correspondents of that name
 * @param namesakes correspondents of whose name each word is one
 */
record Sought(String typed, Words words, List<UUID> people, List<List<UUID>> namesakes) {

    private static final int NAMESAKES = 200;

    static Sought of(String typed, Directory directory) {
        Words words = Words.of(typed);
        List<UUID> people = words.isEmpty() ? List.of() : named(typed, directory);
        List<List<UUID>> namesakes = new ArrayList<>();
        List<String> some = words.words().stream().limit(Words.MOST_SOUGHT).toList();
        if (some.size() > 1) { // one alone is the name itself
            some.forEach(word -> namesakes.add(new ArrayList<>(named(word, directory))));
        }
        for (int i = 1; i < some.size(); i++) {
            List<UUID> both = named(some.get(i - 1) + " " + some.get(i), directory);
            namesakes.get(i - 1).addAll(both);
            namesakes.get(i).addAll(both);
        }
        return new Sought(typed, words, people, namesakes);
    }

    private static List<UUID> named(String beginning, Directory directory) {
        return directory.search(beginning, EnumSet.allOf(Profile.class), NAMESAKES).stream()
                .map(Person::id)
                .map(id -> id.value())
                .toList();
    }

    <T> TypedQuery<T> in(TypedQuery<T> query) {
        query.setParameter("subject", words.isEmpty() ? SubjectSearch.containing(typed) : "%");
        query.setParameter("people", some(people));
        List<String> patterns = words.patterns();
        for (int i = 0; i < patterns.size(); i++) {
            query.setParameter("word" + (i + 1), patterns.get(i));
            query.setParameter(
                    "people" + (i + 1), some(i < namesakes.size() ? namesakes.get(i) : List.of()));
        }
        return query;
    }

    /** An empty list is no SQL; nobody has this identity. */
    private static List<UUID> some(List<UUID> people) {
        return people.isEmpty() ? List.of(DraftContent.NEW_LETTER) : people;
    }
}
