package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitCollege;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.compatibility.CompatibilitySuite;
import java.util.UUID;

/** The module passes what is asked of every module, on letters that were really written. */
class CompatibleTest extends CompatibilitySuite {

    @Override
    protected void fill(PreauKit kit, KitCollege college, int many, String mark) {
        for (int i = 0; i < many; i++) {
            write(kit, college.teacher(), college.guardian(), mark + " " + i);
            write(kit, college.guardian(), college.teacher(), mark + " " + i);
        }
    }

    private static void write(PreauKit kit, KitPerson from, KitPerson to, String text) {
        KitAnswer sent =
                kit.as(from)
                        .post(
                                "/messages",
                                Form.of("to", "person:" + to.id(), "subject", text, "text", text)
                                        .with("key", UUID.randomUUID().toString()));
        assertThat(sent.status()).as("%s: %s", sent, sent.json()).isEqualTo(200);
    }
}
