/** Folders that people make for their own received messages. */
@NullMarked
package fr.preau.communication.folders;

import org.jspecify.annotations.NullMarked;
