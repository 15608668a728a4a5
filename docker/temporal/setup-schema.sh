#!/bin/sh
# Creates and updates Temporal's two databases; can be run any number of times.
set -eu
for name in temporal temporal_visibility; do
  case $name in
    temporal) versions=temporal ;;
    *) versions=visibility ;;
  esac
  tool="temporal-sql-tool --plugin postgres12 --ep $SQL_HOST -u $SQL_USER -p $SQL_PORT --db $name"
  $tool create
  # "already set up" is no error here: the update below says what counts.
  $tool setup-schema -v 0.0 || true
  $tool update-schema -d "/etc/temporal/schema/postgresql/v12/$versions/versioned"
done
