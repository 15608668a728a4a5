#!/bin/sh
# The namespaces and their search attributes; can be run any number of times.
set -eu
until temporal operator cluster health; do sleep 1; done
for namespace in default sandbox; do
  temporal operator namespace describe -n "$namespace" >/dev/null 2>&1 ||
    temporal operator namespace create -n "$namespace" --retention 30d
  until temporal operator search-attribute list -n "$namespace" >/dev/null 2>&1; do sleep 1; done
  for name in RestorePhase RestoreInstance RestoreRegion RestoreWaitingFor; do
    # One that is there already is let be.
    temporal operator search-attribute create -n "$namespace" --name "$name" --type Keyword
  done
done
