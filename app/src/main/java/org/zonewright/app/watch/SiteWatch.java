package org.zonewright.app.watch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.zonewright.app.Inputs;
import org.zonewright.app.SiteAssessment;
import org.zonewright.app.Sources;
import org.zonewright.base.Problem;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.Facts;
import org.zonewright.traffic.TrafficReader;

/// A site that is being watched: places are followed, and each look resolves and judges all that was read since
/// watching began. Everything at a look is what `assess` would say of the same captures and the same document, which
/// is read anew each time. Mutable; one thread.
public final class SiteWatch implements AutoCloseable {
    private static final Inputs NO_INPUTS =
            new Inputs(List.of(), List.of(), new LinkedHashMap<>(), List.of(), List.of(), List.of());

    private final List<Followed> places;
    private final Optional<Path> plant;
    private final News news = new News();

    /// `plant` is the document to judge by, if there is one; `searchPath` the folders in which a recorder is looked
    /// for, as in `PATH`.
    public SiteWatch(List<WatchPlace> places, Optional<Path> plant, String searchPath, TrafficReader.Options options) {
        this.plant = plant;
        Optional<Recorder> recorder = Recorder.find(searchPath);
        this.places = places.stream()
                .map(place -> switch (place) {
                    case WatchPlace.InFiles files -> (Followed) new FollowedFiles(files, options);
                    case WatchPlace.OnInterface on -> new FollowedInterface(on, recorder, options);
                    case WatchPlace.OnStream stream -> new FollowedStream(stream, options);
                })
                .toList();
    }

    /// Looks at what is there now. `at` is the time that approvals are held against and that events carry.
    public Look look(Instant at) {
        places.forEach(Followed::look);
        return judged(at);
    }

    private Look judged(Instant at) {
        List<Contribution> contributions = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Followed place : places) {
            contributions.addAll(place.contributions());
            problems.addAll(place.problems());
        }
        Facts facts = Facts.of(contributions);
        SiteAssessment site =
                SiteAssessment.of(NO_INPUTS, plant, Sources.prepared(new Sources.Read(facts, List.of(), problems)), at);
        return new Look(
                at,
                facts,
                site,
                news.of(site, at),
                news.problems(site.discovery().problems()));
    }

    /// True if nothing more will come from any place.
    public boolean isOver() {
        return places.stream().allMatch(Followed::isOver);
    }

    /// Looks for the last time: what is there is read to its end.
    public Look end(Instant at) {
        close();
        return judged(at);
    }

    /// Stops following.
    @Override
    public void close() {
        places.forEach(Followed::end);
    }
}
