/** What a module knows of a person, so that the person can have it or have it erased. */
@Export
@Version("1.1.0")
@NullMarked
package fr.preau.api.privacy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
