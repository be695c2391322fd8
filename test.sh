#!/usr/bin/env bash
# Sets up what the tests need and runs all of them. The last line reads `N passed, N failed`.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$root/build/setup.sh"
setup_toolchain
setup_packages "${run_packages[@]}"

export LONGLEAF_TESTDATA="${LONGLEAF_TESTDATA:-$root/../shared}"
if [[ ! -d $LONGLEAF_TESTDATA ]]; then
    say "No test data at LONGLEAF_TESTDATA ($LONGLEAF_TESTDATA): the tests that need it are left out."
    [[ -z ${CI:-} ]] || fail "CI needs the test data."
    unset LONGLEAF_TESTDATA
fi

say "Building …"
dotnet build "$root/Longleaf.slnx" -c Release -v quiet --nologo >&2
dotnet format "$root/Longleaf.slnx" --verify-no-changes --no-restore >&2

passed=0 failed=0
for project in "$root"/tests/*.Tests/ "$root"/tests/Longleaf.Conformance/; do
    name=$(basename "$project")
    results="$root/artifacts/test-results/$name.txt"
    mkdir -p "$(dirname "$results")"
    say "== $name"
    "$root/artifacts/bin/$name/release/$name" --progress off --no-ansi "$@" > "$results" 2>&1 || true
    tail -n 400 "$results" | grep -vE '^\s*$' >&2 || true
    total=$(sed -nE 's/^ *total: ([0-9]+).*/\1/p' "$results" | tail -n 1)
    bad=$(sed -nE 's/^ *failed: ([0-9]+).*/\1/p' "$results" | tail -n 1)
    skipped=$(sed -nE 's/^ *skipped: ([0-9]+).*/\1/p' "$results" | tail -n 1)
    if [[ -z $total ]]; then
        say "$name did not finish."
        failed=$((failed + 1))
        continue
    fi
    failed=$((failed + bad))
    passed=$((passed + total - bad - skipped))
done
echo "$passed passed, $failed failed"
((failed == 0))
