package fr.preau.core.plugins.trust;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** What the tests of the examination share: a day, a folder of publishers, nobody in it. */
abstract class ExaminationCase {

    static final Clock TODAY = Clock.fixed(Identity.NOW, ZoneOffset.UTC);

    final Publishers publishers = Publishers.inANewFolder();

    JarSignature examined(TestJar jar) throws Exception {
        return examined(jar.written());
    }

    JarSignature examined(Path jar) {
        return examined(jar, JarLimits.USUAL);
    }

    JarSignature examined(Path jar, JarLimits limits) {
        return examination(limits, List.of()).examine(jar);
    }

    JarSignature examined(TestJar jar, X509Certificate timestampAuthority) throws Exception {
        return examination(JarLimits.USUAL, List.of(timestampAuthority)).examine(jar.written());
    }

    private JarExamination examination(JarLimits limits, List<X509Certificate> stamping) {
        return new JarExamination(
                publishers.known(),
                new SignerJudgement(new TimestampAuthorities(stamping, TODAY), TODAY),
                limits);
    }
}
