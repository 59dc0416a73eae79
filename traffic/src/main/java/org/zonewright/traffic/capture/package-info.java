/// Capture files and streams, cut into frames and handed on in place.
///
/// A *capture* is a pcap or pcapng file, plain or compressed with gzip or zstd; what a file is, is read from its
/// first bytes and never from its name. A *frame* is what was recorded of one packet on the wire: `captured` bytes of
/// `wireLength`. A *record* (pcap) or *block* (pcapng) is what holds a frame in the file.
///
/// Start with [org.zonewright.traffic.capture.CaptureReader], which reads one capture in one pass with constant
/// memory. [org.zonewright.traffic.capture.FrameSink] takes the frames;
/// [org.zonewright.traffic.capture.CaptureInputs] finds captures in files, folders and globs;
/// [org.zonewright.traffic.capture.CaptureProblem] lists what can be wrong with them.
///
/// Specifications: pcap, `draft-ietf-opsawg-pcap`; pcapng, `draft-ietf-opsawg-pcapng`; link types, the LINKTYPE
/// registry of the tcpdump group. Not read: formats other than these two, pcapng decryption secrets, name resolution
/// and custom blocks (skipped), frame check sequences (left in the frame).
@NullMarked
package org.zonewright.traffic.capture;

import org.jspecify.annotations.NullMarked;
