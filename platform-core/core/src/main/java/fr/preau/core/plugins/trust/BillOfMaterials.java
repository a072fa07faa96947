package fr.preau.core.plugins.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a module says it is made of: the CycloneDX bill of materials in its jar. */
public sealed interface BillOfMaterials {

    /** Where Spring Boot and others put it as well. */
    String ENTRY = "META-INF/sbom/application.cdx.json";

    /** Of a module with a thousand parts, ten times over. */
    int LARGEST = 8 << 20;

    /** It is there. */
    record Listed(List<Component> components) implements BillOfMaterials {

        public Listed {
            components = List.copyOf(components);
        }
    }

    /** The jar brings none. */
    record Absent() implements BillOfMaterials {}

    /** The jar brings one that can't be read; the reason is English, for the operator. */
    record Broken(String reason) implements BillOfMaterials {}

    /**
     * One part of a module.
     *
     * @param group empty where there is none
     * @param version empty where there is none
     * @param licences SPDX ids or expressions, or else names; empty if nothing is said
     */
    record Component(String group, String name, String version, List<String> licences) {

        public Component {
            licences = List.copyOf(licences);
        }
    }

    /** The one of a jar as it stands there, for tools that read CycloneDX. */
    static Optional<byte[]> bytes(Path jar) throws IOException {
        return BoundedEntry.read(jar, ENTRY, LARGEST);
    }

    /** Reads the one of a jar. */
    static BillOfMaterials of(Path jar) {
        try {
            Optional<byte[]> bytes = bytes(jar);
            return bytes.isPresent() ? new Listed(CycloneDx.components(bytes.get())) : new Absent();
        } catch (IOException | ClassCastException e) {
            return new Broken(ENTRY + ": " + Shown.text("" + e.getMessage()));
        }
    }
}
