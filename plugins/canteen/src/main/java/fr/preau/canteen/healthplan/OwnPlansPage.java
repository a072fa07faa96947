package fr.preau.canteen.healthplan;

import java.util.List;

/** The health plans of a guardian's own children, as the kitchen has them. */
public record OwnPlansPage(List<PlansPage.Plan> plans) {

    public OwnPlansPage {
        plans = List.copyOf(plans);
    }
}
