# shellcheck shell=bash
# Minimal Debian roots to run things in, with this machine's package, proxy and
# certificate settings handed in. Sourced after lib.sh, by scripts that are root.

# One mount namespace around all of a script: nothing can stay mounted, and
# nothing that is mounted can be deleted. Starts the script anew in it.
enter_namespace() {
  [ "$(id -u)" = 0 ] || fail "must be root"
  if [ "${NEWSMILL_ROOT_UNSHARED:-no}" = yes ]; then return; fi
  git rev-parse -q --verify HEAD >/dev/null || fail "there is no commit yet"
  script/setup verify
  NEWSMILL_ROOT_UNSHARED=yes \
    exec unshare --mount --pid --fork --kill-child "$0" "$@"
}

# hand_in ROOT PATH…: copies what exists to the same place in the root.
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

# root_environment ROOT: sets `environment`, which run_in_root passes on.
root_environment() {
  local root=$1 name value
  environment=(HOME="$HOME" LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin)
  while IFS='=' read -r -d '' name value; do
    case $name in
      *_proxy | *_PROXY | PIP_* | MAVEN_* | *CERT* | *_CA_*)
        environment+=("$name=$value")
        # A certificate file that the root has no package for. The bundle itself
        # is made inside, from the certificates that were handed in.
        if [ -f "$value" ] && [ ! -e "$root$value" ]; then
          hand_in "$root" "$value"
        fi
        ;;
    esac
  done < <(env -0)
}

# make_debian_root ROOT: this machine's release. Ends with the namespace.
make_debian_root() {
  local root=$1 suite mirror
  # The release and where to get it, as apt itself understands its sources.
  # shellcheck disable=SC1091
  suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
  # shellcheck disable=SC2016
  mirror=$(apt-get indextargets --format '$(RELEASE) $(REPO_URI)' \
    'Created-By: Packages' | sed -n "s/^$suite //p" | head -1)
  [ -n "$mirror" ] || fail "apt has no source for $suite"

  rm -rf --one-file-system "$root"
  mkdir -p "$root" build/logs
  say "making a minimal $suite …"
  quiet build/logs/debootstrap.log debootstrap --variant=minbase \
    --include=ca-certificates "$suite" "$root" "$mirror"
  hand_in "$root" /etc/apt /etc/resolv.conf /etc/hosts /etc/pip.conf \
    /usr/local/share/ca-certificates "$HOME/.config/pip" "$HOME/.pip" \
    "$HOME/.m2/settings.xml" "$HOME/.m2/settings-security.xml" \
    /etc/maven/settings.xml
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
