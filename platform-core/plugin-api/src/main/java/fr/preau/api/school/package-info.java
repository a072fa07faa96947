/** The school’s own words as values: collège, person, profile, function, class; its days. */
@Export
@Version("1.1.0")
@NullMarked
package fr.preau.api.school;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
