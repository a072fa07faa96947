package fr.preau.testkit.compatibility;

/** Export and erasure of somebody's data, once modules can offer them. */
final class PersonalDataCheck implements Check {

    @Override
    public String name() {
        return "personal data";
    }

    @Override
    public void look(Subject subject, Notes notes) {
        notes.notRun("this version of the API has no export and no erasure yet");
    }
}
