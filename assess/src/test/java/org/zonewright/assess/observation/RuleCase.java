package org.zonewright.assess.observation;

import java.util.function.Consumer;
import org.zonewright.assess.Scene;
import org.zonewright.facts.Attribute;

/// Traffic that a rule must see something in, and traffic that is nearly the same and in which it must not.
record RuleCase(String rule, Consumer<Scene> seen, Consumer<Scene> nearly) {
    static RuleCase row(String rule, Consumer<Scene> seen, Consumer<Scene> nearly) {
        return new RuleCase(rule, seen, nearly);
    }

    static Attribute attribute(String id) {
        return new Attribute(id);
    }

    Scene sceneSeen() {
        Scene scene = Stage.empty();
        seen.accept(scene);
        return scene;
    }

    Scene sceneNearly() {
        Scene scene = Stage.empty();
        nearly.accept(scene);
        return scene;
    }
}
