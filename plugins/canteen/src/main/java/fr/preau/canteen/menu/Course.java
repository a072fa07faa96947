package fr.preau.canteen.menu;

/** The part of a meal that a dish is for, in the order in which it is eaten. */
public enum Course {
    STARTER,
    MAIN,
    SIDE,
    DAIRY,
    DESSERT
}
