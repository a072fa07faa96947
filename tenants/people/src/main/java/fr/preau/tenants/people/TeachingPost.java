package fr.preau.tenants.people;

import java.util.ArrayList;
import java.util.List;

/** What one teacher of a collège teaches there, and which classes they head. */
final class TeachingPost {

    private final int number;
    private final Subject subject;
    private final List<Teaching> teachings = new ArrayList<>();
    private final List<String> headOf = new ArrayList<>();

    TeachingPost(int number, Subject subject) {
        this.number = number;
        this.subject = subject;
    }

    int number() {
        return number;
    }

    Subject subject() {
        return subject;
    }

    List<Teaching> teachings() {
        return teachings;
    }

    List<String> headOf() {
        return headOf;
    }

    int halfHours() {
        return teachings.stream().mapToInt(Teaching::halfHours).sum();
    }

    boolean teaches(String schoolClass) {
        return teachings.stream().anyMatch(teaching -> teaching.division().equals(schoolClass));
    }

    void add(Teaching teaching) {
        teachings.add(teaching);
    }

    void head(String schoolClass) {
        headOf.add(schoolClass);
    }
}
