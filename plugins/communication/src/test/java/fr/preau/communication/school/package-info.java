/** An invented collège with its people, a database and a small host, to try the module in. */
@NullMarked
package fr.preau.communication.school;

import org.jspecify.annotations.NullMarked;
