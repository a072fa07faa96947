/**
 * News of the collège: written by teachers and staff, read again and published by those who answer
 * for the collège, seen by those whom they are for from a moment to another.
 */
@NullMarked
package fr.preau.communication.news;

import org.jspecify.annotations.NullMarked;
