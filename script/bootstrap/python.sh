# Finds a Python that can run the portal: 3.11 or newer, from the machine (Debian 12 has 3.11) or from pyenv.

find_python() {
  local candidate
  for candidate in python3.11 python3 python3.12 python3.13 /usr/bin/python3 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/*/bin/python3; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  echo "The portal needs Python 3.11 or newer and found none: install Debian's python3 package, then start again." >&2
  return 1
}
