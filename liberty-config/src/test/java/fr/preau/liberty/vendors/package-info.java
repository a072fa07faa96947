/** What the pages for vendors say, compared with what is. */
@NullMarked
package fr.preau.liberty.vendors;

import org.jspecify.annotations.NullMarked;
