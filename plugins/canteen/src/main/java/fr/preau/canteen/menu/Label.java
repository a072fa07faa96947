package fr.preau.canteen.menu;

/**
 * Where a dish comes from, as the law wants it counted and families like to know it (loi EGalim,
 * code rural, article L230-5-1).
 */
public enum Label {
    ORGANIC,
    LABEL_ROUGE,
    AOP,
    IGP,
    FISHING,
    HVE,
    LOCAL,
    HOME_MADE
}
