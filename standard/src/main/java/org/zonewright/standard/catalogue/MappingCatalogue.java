package org.zonewright.standard.catalogue;

import java.util.List;
import java.util.Optional;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.ImplementingId;
import org.zonewright.standard.RequirementId.ProgramId;
import org.zonewright.standard.RequirementId.SystemId;

/// How the parts of IEC 62443 relate to NIS2, the Cyber Resilience Act and ISO/IEC 27001, and to each other. A relation
/// says which evidence helps; it is no statement of compliance. Immutable, in the order of the file.
public final class MappingCatalogue {
    /// How much of a legal duty the requirements named cover for control systems; our opinion.
    public enum Coverage {
        /// Most of it.
        STRONG,
        /// A part.
        PARTIAL,
        /// A side aspect.
        WEAK,
        /// Practically nothing.
        NONE;

        static Optional<Coverage> parse(String text) {
            return switch (text) {
                case "strong" -> Optional.of(STRONG);
                case "partial" -> Optional.of(PARTIAL);
                case "weak" -> Optional.of(WEAK);
                case "none" -> Optional.of(NONE);
                default -> Optional.empty();
            };
        }
    }

    /// What helps to meet one legal duty.
    ///
    /// `items` are requirements of IEC 62443; `notCovered` says what stays open. The other three compare with
    /// public relations: `alsoPublished` are items that a published mapping names too, `onlyPublished` those that
    /// it alone names, `alsoByChain` SRs that a chain over ISO/IEC 27001 reaches too.
    public record Support(
            CatalogueKey law,
            RequirementId duty,
            Coverage coverage,
            List<RequirementId> items,
            Basis basis,
            Optional<String> notCovered,
            List<RequirementId> alsoPublished,
            List<RequirementId> onlyPublished,
            List<RequirementId> alsoByChain) {
        public Support {
            items = List.copyOf(items);
            alsoPublished = List.copyOf(alsoPublished);
            onlyPublished = List.copyOf(onlyPublished);
            alsoByChain = List.copyOf(alsoByChain);
        }
    }

    /// What helps an asset owner to meet a requirement of IEC 62443-2-1: items of 3-3, 2-4 and 3-2; our analysis.
    public record ProgramLink(ProgramId program, List<RequirementId> items) {
        public ProgramLink {
            items = List.copyOf(items);
        }
    }

    /// Controls of ISO/IEC 27001:2022 reached from an SR over subcategories of the NIST CSF 1.1; `narrow` leaves out
    /// the two very broad subcategories. Control numbers only.
    public record IsoLink(SystemId id, List<String> csf, List<String> iso27001, List<String> narrow) {
        public IsoLink {
            csf = List.copyOf(csf);
            iso27001 = List.copyOf(iso27001);
            narrow = List.copyOf(narrow);
        }
    }

    /// A subcategory of the NIST CSF 1.1 with the SRs and the controls of ISO/IEC 27001:2013 it names; published.
    public record CsfLink(String subcategory, List<SystemId> systemRequirements, List<String> iso27001) {
        public CsfLink {
            systemRequirements = List.copyOf(systemRequirements);
            iso27001 = List.copyOf(iso27001);
        }
    }

    /// A point of the annex of 2024/2690 with controls of ISO/IEC 27001:2022; published by ENISA.
    public record ImplementingLink(ImplementingId point, List<String> iso27001) {
        public ImplementingLink {
            iso27001 = List.copyOf(iso27001);
        }
    }

    private final CatalogueInfo info;
    private final List<Support> supports;
    private final List<ProgramLink> programLinks;
    private final List<IsoLink> isoLinks;
    private final List<CsfLink> csfLinks;
    private final List<ImplementingLink> implementingLinks;

    MappingCatalogue(
            CatalogueInfo info,
            List<Support> supports,
            List<ProgramLink> programLinks,
            List<IsoLink> isoLinks,
            List<CsfLink> csfLinks,
            List<ImplementingLink> implementingLinks) {
        this.info = info;
        this.supports = supports;
        this.programLinks = programLinks;
        this.isoLinks = isoLinks;
        this.csfLinks = csfLinks;
        this.implementingLinks = implementingLinks;
    }

    public CatalogueInfo info() {
        return info;
    }

    /// For each duty of NIS2 and then of the Cyber Resilience Act, what helps to meet it.
    public List<Support> supports() {
        return supports;
    }

    /// The duties of one law, [CatalogueKey#NIS2] or [CatalogueKey#CRA].
    public List<Support> supports(CatalogueKey law) {
        return supports.stream().filter(support -> support.law() == law).toList();
    }

    /// The duties of NIS2 and of the Cyber Resilience Act that a requirement helps to meet.
    public List<Support> supportedBy(RequirementId item) {
        return supports.stream()
                .filter(support -> support.items().contains(item))
                .toList();
    }

    /// What helps to meet requirements of IEC 62443-2-1; those without a direct counterpart are not in the list.
    public List<ProgramLink> programLinks() {
        return programLinks;
    }

    /// The requirements of IEC 62443-2-1 that an item of another part helps to meet.
    public List<ProgramId> programSupportedBy(RequirementId item) {
        return programLinks.stream()
                .filter(link -> link.items().contains(item))
                .map(ProgramLink::program)
                .toList();
    }

    public List<IsoLink> isoLinks() {
        return isoLinks;
    }

    public List<CsfLink> csfLinks() {
        return csfLinks;
    }

    public List<ImplementingLink> implementingLinks() {
        return implementingLinks;
    }
}
