/** Starts Préau on one machine: its database, its server, its invented people. */
@NullMarked
package fr.preau.liberty;

import org.jspecify.annotations.NullMarked;
