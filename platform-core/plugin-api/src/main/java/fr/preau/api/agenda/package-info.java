/** What people have to do at a time, told to the same module at another of their collèges. */
@Export
@Version("1.0.0")
@NullMarked
package fr.preau.api.agenda;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
