/** Tests of what an urgent message may say and open. */
@NullMarked
package fr.preau.portal.banners;

import org.jspecify.annotations.NullMarked;
