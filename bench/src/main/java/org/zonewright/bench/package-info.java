/// Benchmarks of the stages between bytes and result, and the makers of their workloads.
///
/// [org.zonewright.bench.StageBenchmark] holds the stages, [org.zonewright.bench.Workload] what they run on. Nothing
/// here is shipped or run by a build; `bench/README.md` says how to start them.
@NullMarked
package org.zonewright.bench;

import org.jspecify.annotations.NullMarked;
