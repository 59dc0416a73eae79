/// AMQP 0-9-1 (with RabbitMQ's additions) and AMQP 1.0 (OASIS), over TCP.
///
/// Covered: methods of 0-9-1 and performatives of 1.0 as functions; product, version and platform of both ends of
/// 0-9-1 from Start and Start-Ok, the account where it is given in clear; the container of 1.0. Not covered: names of
/// queues and exchanges, messages, passwords (they are stepped over), SASL of 1.0; AMQP over TLS is TLS.
///
/// Start with `AmqpDissector`.
@NullMarked
package org.zonewright.traffic.amqp;

import org.jspecify.annotations.NullMarked;
