package fr.preau.api.service;

/**
 * A service that a module offers to the others of the collège.
 *
 * @param name the id of the module, a dot and a word, as in {@code canteen.Meals}; declared in the
 *     manifest under {@code services.offers}. A change that breaks who uses it is another name,
 *     {@code canteen.Meals/2}
 * @param type an interface without overloaded methods, which take and return records and values
 *     that JSON can hold. A parameter may be added at the end, a member to a record
 * @param provider answers, in the unit of work of the module that asks
 */
public record OfferedService<S>(String name, Class<S> type, S provider) {

    public static <S> OfferedService<S> of(String name, Class<S> type, S provider) {
        return new OfferedService<>(name, type, provider);
    }
}
