#!/usr/bin/env bash
# Validates and plans once, and writes the plan in every form that a review wants. Ends as `setpoint plan` does.
# Everything comes by environment variables, because texts of a workflow in a script would be code.
set -uo pipefail
setpoint="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/setpoint.sh"
directory="${DIRECTORY:-$(mktemp -d "${RUNNER_TEMP:-/tmp}/setpoint-XXXXXX")}"
mkdir -p "$directory"
read -ra playbooks <<<"${PLAYBOOKS:-}"
read -ra arguments <<<"${ARGUMENTS:-}"
read -ra plan_arguments <<<"${PLAN_ARGUMENTS:-}"
arguments+=(--project "${PROJECT:-.}")
if [[ ${WITHOUT_SECRETS:-} == true ]]; then arguments+=(--without-secrets); fi
if [[ -n ${MARKER:-} ]]; then plan_arguments+=(--marker "$MARKER"); fi

bash "$setpoint" validate "${playbooks[@]}" "${arguments[@]}" --format "${ANNOTATIONS:-github}"

bash "$setpoint" plan "${playbooks[@]}" "${arguments[@]}" "${plan_arguments[@]}" \
  --format markdown --out "$directory/plan.json" >"$directory/preview.md"
code=$?

# Nothing was planned when the project has errors; the preview tells them.
if [[ -e $directory/plan.json ]]; then
  show=(bash "$setpoint" show "$directory/plan.json" --project "${PROJECT:-.}")
  "${show[@]}" --format html >"$directory/report.html"
  "${show[@]}" --format junit >"$directory/junit.xml"
  "${show[@]}" --format "${ANNOTATIONS:-github}"
fi

if [[ -n ${GITHUB_OUTPUT:-} ]]; then
  printf 'directory=%s\nexit-code=%s\n' "$directory" "$code" >>"$GITHUB_OUTPUT"
fi
exit "$code"
