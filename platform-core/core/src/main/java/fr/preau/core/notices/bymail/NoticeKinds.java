package fr.preau.core.notices.bymail;

/** What the kinds of notices are called by the modules that tell them. */
@FunctionalInterface
public interface NoticeKinds {

    /** A title in French; the id of the module where nobody knows better. */
    String title(String module, String kind);
}
