#!/usr/bin/env bash
# One database and one role per service, and nobody else's role may connect to it. Runs once, on an empty data volume.
set -euo pipefail

create() {
  psql --quiet -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
    -v name="$1" -v password="$2" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
}

create referentiel "$REFERENTIEL_PASSWORD"
create session "$SESSION_PASSWORD"
create results "$RESULTS_PASSWORD"
create keycloak "$KEYCLOAK_PASSWORD"
