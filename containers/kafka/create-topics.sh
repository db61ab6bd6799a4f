#!/usr/bin/env bash
# Creates the topics of docs/events.md where they are missing; an existing topic stays as it is.
set -euo pipefail
server=$1

create() {
  local name=$1
  shift
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$server" --create --if-not-exists \
    --topic "$name" --partitions 3 --replication-factor 1 "${@/#/--config=}"
}

days30=2592000000
days90=7776000000
# A service that is away for less than a month still hears who is to be forgotten: by itself Kafka keeps a tombstone for a day.
create parchemin.certifications cleanup.policy=compact "delete.retention.ms=$days30"
create parchemin.identities cleanup.policy=compact "delete.retention.ms=$days30"
create parchemin.sessions "retention.ms=$days90"
create parchemin.records "retention.ms=$days90"
create parchemin.results "retention.ms=$days90"
