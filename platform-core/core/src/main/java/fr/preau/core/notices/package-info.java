/** What people are told: kept at their collège, and read under the bell of the portal. */
@NullMarked
package fr.preau.core.notices;

import org.jspecify.annotations.NullMarked;
