#!/bin/sh
# Send every text file of a folder in one request, and print the status of each. Needs curl and jq.
#
#     sh examples/batch.sh FOLDER http://127.0.0.1:8000
set -eu
for file in "$1"/*.txt; do
  jq --null-input --compact-output --rawfile text "$file" --arg id "$file" '{id: $id, text: $text}'
done |
  curl --silent --show-error --fail --no-buffer --header 'Content-Type: application/x-ndjson' \
    --header 'Expect:' --upload-file - --request POST "$2/v1/transcripts:batch" |
  jq --raw-output '"\(.status) \(.id)"'
