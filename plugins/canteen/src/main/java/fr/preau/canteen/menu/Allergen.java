package fr.preau.canteen.menu;

/**
 * What must be told of a dish to those who can't eat it: the fourteen of annex II of Regulation
 * (EU) No 1169/2011.
 */
public enum Allergen {
    GLUTEN,
    CRUSTACEANS,
    EGGS,
    FISH,
    PEANUTS,
    SOYBEANS,
    MILK,
    NUTS,
    CELERY,
    MUSTARD,
    SESAME,
    SULPHITES,
    LUPIN,
    MOLLUSCS
}
