/** Facts of school life that many modules share. */
@Export
@Version("1.0.0")
@NullMarked
package fr.preau.api.event.school;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
