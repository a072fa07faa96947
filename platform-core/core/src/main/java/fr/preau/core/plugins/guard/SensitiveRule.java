package fr.preau.core.plugins.guard;

import java.util.ArrayList;
import java.util.List;

/** One line of the list of sensitive calls: members of one class, or of all of a package. */
record SensitiveRule(SensitiveCall call, boolean allBut, List<MemberPattern> members) {

    /** Extending a class is named like a member, and is never meant by "all". */
    static final String SUBCLASS = "subclass";

    /**
     * @param words as they stand after the class's name
     */
    static SensitiveRule parse(SensitiveCall call, List<String> words) {
        boolean all = words.get(0).equals("*");
        List<MemberPattern> members =
                words.stream().skip(all ? 2 : 0).map(MemberPattern::parse).toList();
        return new SensitiveRule(call, all, members);
    }

    boolean names(String method, String descriptor) {
        List<String> types = parameters(descriptor);
        boolean named = members.stream().anyMatch(member -> member.matches(method, types));
        return allBut ? !named && !method.equals(SUBCLASS) : named;
    }

    /** The simple names of a method's parameters; a field has none. */
    static List<String> parameters(String descriptor) {
        int end = descriptor.indexOf(')');
        if (end < 0) {
            return List.of();
        }
        List<String> types = new ArrayList<>();
        int from = 1;
        while (from < end) {
            int next = from;
            while (descriptor.charAt(next) == '[') {
                next++;
            }
            next = descriptor.charAt(next) == 'L' ? descriptor.indexOf(';', next) + 1 : next + 1;
            types.add(simple(descriptor.substring(from, next)));
            from = next;
        }
        return types;
    }

    private static String simple(String type) {
        int arrays = type.lastIndexOf('[') + 1;
        String element = type.substring(arrays);
        String name =
                switch (element.charAt(0)) {
                    case 'I' -> "int";
                    case 'J' -> "long";
                    case 'L' ->
                            element.substring(element.lastIndexOf('/') + 1, element.length() - 1);
                    default -> element;
                };
        return name + "[]".repeat(arrays);
    }
}
