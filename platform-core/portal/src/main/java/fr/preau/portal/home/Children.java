package fr.preau.portal.home;

import fr.preau.api.school.Child;
import fr.preau.api.school.College;
import fr.preau.api.school.SchoolClass;
import fr.preau.portal.pages.ChildLine;
import java.util.List;
import java.util.stream.Collectors;

/** The children of a guardian as lines of a page. */
public final class Children {

    private Children() {}

    public static List<ChildLine> lines(College college, List<Child> children) {
        return children.stream()
                .map(
                        child ->
                                new ChildLine(
                                        college.slug(),
                                        college.name(),
                                        child.pupil().givenName(),
                                        child.pupil().familyName(),
                                        child.classes().stream()
                                                .map(SchoolClass::name)
                                                .collect(Collectors.joining(", "))))
                .toList();
    }
}
