/** The days of school: the dates that the ministry publishes, and public holidays by rule. */
@NullMarked
package fr.preau.core.calendar;

import org.jspecify.annotations.NullMarked;
