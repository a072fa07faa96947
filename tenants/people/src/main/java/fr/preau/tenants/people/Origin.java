package fr.preau.tenants.people;

import java.util.List;

/**
 * Names that go together, with how often they do.
 *
 * @param weight among all origins
 */
record Origin(
        int weight,
        List<String> girls,
        List<String> boys,
        List<String> women,
        List<String> men,
        List<String> families) {

    List<String> children(Gender gender) {
        return gender == Gender.FEMALE ? girls : boys;
    }

    List<String> adults(Gender gender) {
        return gender == Gender.FEMALE ? women : men;
    }
}
