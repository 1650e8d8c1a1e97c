#!/usr/bin/env bash
# Builds the wheel, installs it into a fresh environment and tests it against the built command line. Spark and corpus
# tools are tested where CALQUE_PYTHON names an environment that has them; else those tests say that they are skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
if ! ${CALQUE_PYTHON:-python3} -m venv --system-site-packages "$folder/env"; then
  echo 'python3 with venv is not here: the Python package is not tested' >&2
  exit 0
fi
cp -r pyproject.toml README.md src "$folder/"
if ! "$folder/env/bin/pip" -q wheel --no-deps -w "$folder" "$folder"; then
  echo 'the wheel cannot be built here (no package index): the Python package is not tested' >&2
  exit 0
fi
"$folder/env/bin/pip" -q install --no-deps --no-index "$folder"/calque_lint-*.whl
export CALQUE="${CALQUE:-node $PWD/../dist/cli.js}"
cp -r tests "$folder/"
cd "$folder"
for test in tests/test_*.py; do env/bin/python "$test"; done
