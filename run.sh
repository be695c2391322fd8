#!/usr/bin/env bash
# Sets up everything and starts the service: ./run.sh [options of `longleaf serve`]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$root/build/setup.sh"
setup_toolchain
setup_packages "${run_packages[@]}"
build_release
exec "$server_program" serve "$@"
