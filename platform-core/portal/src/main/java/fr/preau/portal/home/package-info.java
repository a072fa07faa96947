/** The accueil: one page for all of a person's children and collèges. */
@NullMarked
package fr.preau.portal.home;

import org.jspecify.annotations.NullMarked;
