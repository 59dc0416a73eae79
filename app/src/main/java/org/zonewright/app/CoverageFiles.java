package org.zonewright.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Assessor;
import org.zonewright.assess.OutlookStandings;
import org.zonewright.assess.coverage.Laws;
import org.zonewright.assess.coverage.ProductCoverage;
import org.zonewright.assess.coverage.SiteCoverage;
import org.zonewright.assess.coverage.Suppliers;
import org.zonewright.assess.programme.ProgrammeResult;
import org.zonewright.assess.programme.Programmes;
import org.zonewright.assess.programme.Standing;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Facts;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.InventoryResolver;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.product.MakerFile;
import org.zonewright.plant.product.MakerReading;
import org.zonewright.plant.yaml.MakerYaml;
import org.zonewright.standard.catalogue.Catalogues;
import org.zonewright.standard.catalogue.NationalOverlay;
import org.zonewright.standard.catalogue.NationalOverlays;

/// What evidence is good for, from files: a site's document, makers' files, national overlays. `problems` is
/// everything that was wrong with any of them; `overlays` are those that apply.
public record CoverageFiles(
        Optional<SiteCoverage> site,
        List<ProductCoverage> products,
        List<NationalOverlay> overlays,
        List<Problem> problems) {
    private static final int MAX_BYTES = 64 << 20;

    public CoverageFiles {
        products = List.copyOf(products);
        overlays = List.copyOf(overlays);
        problems = List.copyOf(problems);
    }

    /// Reads and judges as of a time. `file` is a site's document, or a maker's file that is then the only thing
    /// judged beside `products`. Of the overlays in the product, those of the site's country apply; those of
    /// `overlays` apply in any case.
    public static CoverageFiles of(Path file, List<Path> products, List<Path> overlays, Instant at) {
        List<Problem> problems = new ArrayList<>();
        Optional<byte[]> content = content(file, problems);
        List<Path> makers = new ArrayList<>();
        Optional<PlantReading> plant = Optional.empty();
        if (content.isPresent() && MakerYaml.looksLikeOne(new String(content.get(), StandardCharsets.UTF_8))) {
            makers.add(file);
        } else if (content.isPresent()) {
            PlantReading reading = DocumentFile.read(file).reading();
            problems.addAll(reading.problems());
            plant = Optional.of(reading);
        }
        makers.addAll(products);
        List<NationalOverlay> own = overlays.stream()
                .flatMap(path -> overlay(path, problems).stream())
                .toList();
        List<ProductCoverage> made = makers.stream()
                .flatMap(path -> product(path, at, problems).stream())
                .toList();
        Optional<Plant> read = plant.flatMap(PlantReading::plant);
        List<NationalOverlay> applying = new ArrayList<>(NationalOverlays.shipped().stream()
                .filter(overlay -> read.flatMap(site -> site.site().country())
                        .filter(overlay.country()::equals)
                        .isPresent())
                .toList());
        applying.addAll(own);
        Optional<SiteCoverage> site =
                plant.filter(reading -> reading.plant().isPresent()).map(reading -> site(reading, applying, made, at));
        return new CoverageFiles(site, made, applying, problems);
    }

    private static SiteCoverage site(
            PlantReading reading, List<NationalOverlay> overlays, List<ProductCoverage> products, Instant at) {
        Plant plant = reading.plant().orElseThrow();
        Catalogues catalogues = Catalogues.shipped();
        ProgrammeResult programmes = Programmes.judge(plant, reading.positions(), catalogues, at);
        List<Standing> standings = new ArrayList<>();
        products.forEach(product -> product.practices().standings().all().forEach(standings::add));
        Assessor.assess(
                        plant,
                        reading.positions(),
                        InventoryResolver.resolve(Facts.of(List.of()), IdentityRules.NONE),
                        List.of(),
                        List.of(),
                        RiskInputs.none(),
                        at)
                .outlook()
                .ifPresent(outlook -> standings.addAll(OutlookStandings.of(plant, outlook.risk(), outlook.levels())));
        Laws laws = new Laws(catalogues, programmes.standings(), standings);
        List<MakerFile> files = products.stream().map(ProductCoverage::file).toList();
        return new SiteCoverage(
                at,
                plant.site().displayName(),
                programmes,
                laws.nis2(),
                laws.national(overlays),
                Suppliers.of(plant, reading.positions(), files, at),
                products);
    }

    private static Optional<ProductCoverage> product(Path file, Instant at, List<Problem> problems) {
        Optional<MakerReading> reading =
                content(file, problems).map(content -> MakerYaml.read(file.toString(), content));
        reading.ifPresent(read -> problems.addAll(read.problems()));
        return reading.flatMap(read -> read.file().map(maker -> {
            ProgrammeResult practices = Programmes.judge(maker, read.positions(), Catalogues.shipped(), at);
            Laws laws = new Laws(Catalogues.shipped(), practices.standings(), List.of());
            return new ProductCoverage(file.toString(), maker, practices, laws.cra());
        }));
    }

    private static Optional<NationalOverlay> overlay(Path file, List<Problem> problems) {
        return content(file, problems).flatMap(content -> {
            NationalOverlays.Reading reading = NationalOverlays.read(
                    file.toString(), new String(content, StandardCharsets.UTF_8), Catalogues.shipped());
            problems.addAll(reading.problems());
            return reading.overlay();
        });
    }

    private static Optional<byte[]> content(Path file, List<Problem> problems) {
        try {
            if (Files.size(file) <= MAX_BYTES) {
                return Optional.of(Files.readAllBytes(file));
            }
            problems.add(unreadable(file, "larger than 64 MiB"));
        } catch (NoSuchFileException e) {
            problems.add(unreadable(file, "there is no such file"));
        } catch (IOException e) {
            problems.add(unreadable(file, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        }
        return Optional.empty();
    }

    private static Problem unreadable(Path file, String reason) {
        return Problem.of(InputProblem.UNREADABLE, new SourceRef.InFile(file.toString()), reason);
    }
}
