package fr.preau.canteen.registration;

import fr.preau.api.route.Violations;

/** A child whom somebody registers, for its collège to look at. */
public record IdentityPage(IdentitiesPage.Line child, Check state, Violations violations) {}
