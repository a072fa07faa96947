/** What people find of a module, told to the same module at another of their collèges. */
@Export
@Version("1.1.0")
@NullMarked
package fr.preau.api.search;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
