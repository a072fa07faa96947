package fr.preau.tenants.people.aaf;

import fr.preau.tenants.people.Guardian;

/** A guardian as the AAF writes one (category PersRelEleve). */
final class GuardianAddition {

    private GuardianAddition() {}

    static Addition of(Guardian guardian) {
        Addition addition =
                Addition.ofPerson("PersRelEleve", guardian.jointure())
                        .with("ENTPersonDateNaissance", guardian.birth())
                        .with("sn", guardian.name().family())
                        .with("givenName", guardian.name().given())
                        .with("ENTPersonAutresPrenoms", "")
                        .with("ENTPersonNomPatro", guardian.name().birthFamily())
                        .with("personalTitle", guardian.gender().title())
                        .with("categoriePersonne", "PersRelEleve")
                        .with("homePhone", guardian.contact().homePhone())
                        .with("telephoneNumber", "");
        HomeAttributes.add(addition, guardian.home());
        return addition.with("ENTPersonAdresseDiffusion", guardian.sharesAddress())
                .with("mobile", guardian.contact().mobile())
                .with("mail", guardian.contact().mail())
                .with("ENTPersonMobileSMS", guardian.contact().mobile())
                .with(
                        "ENTAuxPersRelEleveEleve",
                        guardian.children().stream().map(String::valueOf).toList());
    }
}
