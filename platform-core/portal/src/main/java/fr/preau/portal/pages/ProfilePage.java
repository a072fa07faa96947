package fr.preau.portal.pages;

import java.util.List;

/** Who the person is for Préau: one account, any number of memberships. */
public record ProfilePage(String name, String login, List<MembershipLine> memberships) {

    public ProfilePage {
        memberships = List.copyOf(memberships);
    }
}
