# shellcheck shell=bash
# Makes minimal Debian roots with this machine's package, proxy and certificate
# settings, and runs commands in them. Scripts that run as root source it after
# lib.sh.

# Starts the script again in a mount namespace of its own, so that nothing stays
# mounted after it ends.
enter_namespace() {
  [ "$(id -u)" = 0 ] || fail "must be root"
  if [ "${NEWSMILL_ROOT_UNSHARED:-no}" = yes ]; then return; fi
  git rev-parse -q --verify HEAD >/dev/null || fail "there is no commit yet"
  script/setup verify
  NEWSMILL_ROOT_UNSHARED=yes \
    exec unshare --mount --pid --fork --kill-child "$0" "$@"
}

# hand_in ROOT PATH…: copies each path that exists to the same path in the root.
hand_in() {
  local root=$1 path
  shift
  for path in "$@"; do
    if [ -e "$path" ]; then
      mkdir -p "$root$(dirname "$path")"
      cp -aLT --remove-destination "$path" "$root$path"
    fi
  done
}

# root_environment ROOT: sets `environment`, which run_in_root uses.
root_environment() {
  local root=$1 name value
  environment=(HOME="$HOME" LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin)
  while IFS='=' read -r -d '' name value; do
    case $name in
      *_proxy | *_PROXY | PIP_* | MAVEN_* | *CERT* | *_CA_*)
        environment+=("$name=$value")
        # The root has no package for this certificate file. The bundle is made
        # inside the root from the certificates that hand_in copied.
        if [ -f "$value" ] && [ ! -e "$root$value" ]; then
          hand_in "$root" "$value"
        fi
        ;;
    esac
  done < <(env -0)
}

# apt_sources SUITE: prints "SUITE MIRROR" lines for that suite, derived from the
# apt sources of this machine.
apt_sources() {
  local suite=$1 own
  # shellcheck disable=SC1091
  own=$(. /etc/os-release && echo "$VERSION_CODENAME")
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(RELEASE) $(REPO_URI)' \
    'Created-By: Packages' |
    sed -n -E "s/^$own(-updates|-security)? /$suite\\1 /p" | sort -u
}

# make_debian_root ROOT [SUITE]: makes a minimal root of SUITE (default: this
# machine's release). Its mounts end with the namespace.
make_debian_root() {
  local root=$1 suite=${2:-} mirror
  # shellcheck disable=SC1091
  [ -n "$suite" ] || suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
  mirror=$(apt_sources "$suite" | sed -n "s/^$suite //p" | head -1)
  [ -n "$mirror" ] || fail "apt has no source for this machine's release"

  rm -rf --one-file-system "$root"
  mkdir -p "$root" build/logs
  say "making a minimal $suite …"
  quiet build/logs/debootstrap.log debootstrap --variant=minbase \
    --include=ca-certificates "$suite" "$root" "$mirror"
  # The apt settings are this machine's, the sources are the suite's.
  hand_in "$root" /etc/apt/apt.conf /etc/apt/apt.conf.d /etc/apt/auth.conf \
    /etc/apt/auth.conf.d /etc/resolv.conf /etc/hosts /etc/pip.conf \
    /usr/local/share/ca-certificates "$HOME/.config/pip" "$HOME/.pip" \
    "$HOME/.m2/settings.xml" "$HOME/.m2/settings-security.xml" \
    /etc/maven/settings.xml
  apt_sources "$suite" | while read -r release uri; do
    echo "deb $uri $release main"
  done >"$root/etc/apt/sources.list"
  root_environment "$root"
  mount_kernel "$root"
  quiet build/logs/root-certificates.log \
    run_in_root "$root" update-ca-certificates
}

mount_kernel() {
  mount -t proc proc "$1/proc"
  mount --rbind /dev "$1/dev"
}

# run_in_root ROOT COMMAND [CHROOT_OPTION]…
run_in_root() {
  local root=$1 command=$2
  shift 2
  env -i "${environment[@]}" chroot "$@" "$root" bash -euc "$command" </dev/null
}

remove_root() {
  umount -R "$1/dev" "$1/proc"
  rm -rf --one-file-system "$1"
}
