/** Health plans (projets d’accueil individualisés), as far as a kitchen needs them. */
@NullMarked
package fr.preau.canteen.healthplan;

import org.jspecify.annotations.NullMarked;
