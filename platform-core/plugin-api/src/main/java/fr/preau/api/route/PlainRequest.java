package fr.preau.api.route;

import fr.preau.api.school.College;
import java.util.Locale;

/** A request that is just its three facts. */
record PlainRequest(College college, Caller caller, Locale locale) implements Request {}
