@NullMarked
package fr.preau.core.documents;

import org.jspecify.annotations.NullMarked;
