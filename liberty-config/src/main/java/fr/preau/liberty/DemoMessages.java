package fr.preau.liberty;

/** The messages with which the demo begins, written by its people through the same pages as any. */
final class DemoMessages {

    private final DemoClient client;

    DemoMessages(DemoClient client) {
        this.client = client;
    }

    /** Writes to the 5ème class of the demo's teacher, pupil and parent. */
    void write() throws InterruptedException {
        String className =
                client.childsClass("parent.sevres", "sevres")
                        .orElseThrow(() -> new IllegalStateException("parent.sevres has no child"));
        client.write(
                "prof.sevres",
                "sevres",
                "guardians",
                className,
                "Sortie au musée de la Céramique jeudi 3 décembre",
                "Bonjour,\n\nLa classe visite le musée national de la Céramique jeudi 3 décembre, de"
                        + " 9 h à 12 h. Nous y allons à pied, le déjeuner est pris au collège comme"
                        + " d’habitude.\n\nPouvez-vous me dire si votre enfant participe ? Deux"
                        + " accompagnateurs sont aussi les bienvenus.\n\nBien cordialement");
        client.write(
                "prof.sevres",
                "sevres",
                "pupils",
                className,
                "Carnet à apporter demain",
                "Bonjour à tous,\n\nPensez à apporter votre carnet demain, je le vérifie en début"
                        + " d’heure.\n\nÀ demain");
        client.write(
                "direction.sevres",
                "sevres",
                "guardians",
                className,
                "Réunion parents-professeurs des 5èmes",
                "Madame, Monsieur,\n\nLa réunion parents-professeurs des classes de 5ème a lieu"
                        + " mardi 8 décembre à 17 h 30, au collège. Les bulletins du premier"
                        + " trimestre y sont remis.\n\nLa direction");
    }
}
