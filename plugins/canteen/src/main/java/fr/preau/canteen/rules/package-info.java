/** By what rules a canteen runs in a school year: campaign, days, cut-off, change of régime. */
@NullMarked
package fr.preau.canteen.rules;

import org.jspecify.annotations.NullMarked;
