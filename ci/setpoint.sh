#!/usr/bin/env bash
# Calls the setpoint program that PROGRAM names, or else the one beside this file.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
read -ra program <<<"${PROGRAM:-node $here/packages/cli/dist/main.js}"
exec "${program[@]}" "$@"
