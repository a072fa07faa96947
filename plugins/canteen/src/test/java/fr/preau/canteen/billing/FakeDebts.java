package fr.preau.canteen.billing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Payment as the canteen knows it, without PayFiP. */
final class FakeDebts implements Debts {

    final Map<String, Integer> raised = new HashMap<>();
    final Map<String, Integer> paid = new HashMap<>();
    final Map<String, Integer> credited = new HashMap<>();
    final List<UUID> payers = new ArrayList<>();
    int calls;

    void paid(String reference, int cents) {
        paid.put(reference, cents);
    }

    @Override
    public void raise(List<NewDebt> debts) {
        calls++;
        for (NewDebt debt : debts) {
            int cents = debt.lines().stream().mapToInt(NewDebt.Line::cents).sum();
            raised.put(debt.reference(), cents);
            payers.addAll(debt.payers());
        }
    }

    private int left(String reference) {
        return raised.getOrDefault(reference, 0)
                - paid.getOrDefault(reference, 0)
                - credited.getOrDefault(reference, 0);
    }

    @Override
    public int credit(Credit credit) {
        int taken = Math.min(credit.cents(), left(credit.reference()));
        credited.merge(credit.reference(), taken, Integer::sum);
        return taken;
    }

    @Override
    public List<Standing> standings(String owner, List<String> references) {
        return references.stream()
                .filter(raised::containsKey)
                .map(
                        each ->
                                new Standing(
                                        each,
                                        raised.getOrDefault(each, 0),
                                        paid.getOrDefault(each, 0),
                                        credited.getOrDefault(each, 0),
                                        left(each)))
                .toList();
    }

    @Override
    public List<Regie> regies() {
        return List.of(new Regie("123456", "Restauration scolaire"));
    }
}
