/** News, from the first draft to the term, as those meet them who write, publish and read. */
@NullMarked
package fr.preau.communication.news;

import org.jspecify.annotations.NullMarked;
