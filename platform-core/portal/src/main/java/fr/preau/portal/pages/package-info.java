/**
 * What the portal's own pages say, as immutable records: the same record is drawn as HTML and goes
 * out as JSON.
 */
@NullMarked
package fr.preau.portal.pages;

import org.jspecify.annotations.NullMarked;
