# SPDX-License-Identifier: MIT
# Bash completion for mido, mido-play and mido-ports.

# The names that `mido ports` shows in quotes below a heading, for the backend of the line.
_mido_names() {
  local i backend=()
  for ((i = 1; i < COMP_CWORD - 1; i++)); do
    case ${COMP_WORDS[i]} in
      -b | --backend) backend=(-b "${COMP_WORDS[i + 1]}") ;;
    esac
  done
  mido ports "${backend[@]}" 2>/dev/null | sed -n "/^$1/,/^\$/s/^    '\(.*\)'\$/\1/p"
}

_mido_backends() {
  mido ports 2>/dev/null | sed -n '/^Backends/,/^$/s/^    \([^ ]*\) .*/\1/p'
}

# Offers the lines of the second argument that begin with the first; names may hold spaces.
_mido_offer() {
  local word=${1#[\"\']} line
  COMPREPLY=()
  while IFS= read -r line; do
    [[ -n $line && $line == "$word"* ]] || continue
    [[ $1 == [\"\']* ]] && COMPREPLY+=("$line") || COMPREPLY+=("$(printf '%q' "$line")")
  done <<<"$2"
}

_mido_files() {
  local pattern=$1 file
  COMPREPLY=()
  while IFS= read -r file; do
    # shellcheck disable=SC2053 # it is a pattern
    [[ -d $file || ${file,,} == $pattern ]] && COMPREPLY+=("$file")
  done < <(compgen -f -- "$2")
  compopt -o filenames 2>/dev/null
}

_mido_play() {
  case $2 in
    -o | --output-port) _mido_offer "$1" "$(_mido_names 'Available output')" ;;
    -b | --backend) _mido_offer "$1" "$(_mido_backends)" ;;
    --wav | --or-wav) _mido_files '*.wav' "$1" ;;
    --soundfont) _mido_files '*.sf[23]' "$1" ;;
    -s | --set) ;;
    *)
      if [[ $1 == -* ]]; then
        _mido_offer "$1" $'--output-port\n--backend\n--wav\n--or-wav\n--soundfont\n--set\n--print-messages\n--quiet\n--help'
      else
        _mido_midi_files "$1"
      fi
      ;;
  esac
}

_mido_midi_files() { _mido_files '*.@(mid|midi|kar|rmi|smf)' "$1"; }

_mido_info() {
  if [[ $1 == -* ]]; then
    _mido_offer "$1" $'--json\n--strict\n--help'
  else
    _mido_midi_files "$1"
  fi
}

_mido_dump() {
  if [[ $1 == -* ]]; then
    _mido_offer "$1" $'--json\n--hex\n--help'
  else
    _mido_midi_files "$1"
  fi
}

_mido_make() {
  case $2 in
    -o | --output) _mido_midi_files "$1" ;;
    *)
      if [[ $1 == -* ]]; then
        _mido_offer "$1" $'--output\n--force\n--help'
      else
        _mido_files '*.txt' "$1"
      fi
      ;;
  esac
}

_mido_convert() {
  case $2 in
    --type) _mido_offer "$1" $'0\n1\n2' ;;
    --ticks-per-beat) _mido_offer "$1" $'96\n120\n192\n240\n384\n480\n960' ;;
    --charset) _mido_offer "$1" $'utf-8\nlatin1\ncp1252\nshift_jis' ;;
    --from-charset) _mido_offer "$1" $'auto\nutf-8\nlatin1\ncp1252\nshift_jis' ;;
    *)
      if [[ $1 == -* ]]; then
        _mido_offer "$1" $'--type\n--ticks-per-beat\n--charset\n--from-charset\n--repair\n--strip-riff\n--force\n--help'
      else
        _mido_midi_files "$1"
      fi
      ;;
  esac
}

_mido_roll() {
  case $2 in
    -o | --output) _mido_files '*.@(svg|png|pdf)' "$1" ;;
    --from | --to | --tracks | --size | --scale | --title) ;;
    *)
      if [[ $1 == -* ]]; then
        _mido_offer "$1" $'--output\n--from\n--to\n--tracks\n--size\n--scale\n--title\n--dark\n--help'
      else
        _mido_midi_files "$1"
      fi
      ;;
  esac
}

_mido_ports() {
  case $2 in
    -b | --backend) _mido_offer "$1" "$(_mido_backends)" ;;
    *) _mido_offer "$1" $'--backend\n--json\n--watch\n--help' ;;
  esac
}

_mido_inputs() { _mido_offer "$1" "$(_mido_names 'Available input')"; }
_mido_outputs() { _mido_offer "$1" "$(_mido_names 'Available output')"; }

_mido_types=$'note_on\nnote_off\npolytouch\ncontrol_change\nprogram_change\naftertouch\npitchwheel\nsysex\nquarter_frame\nsongpos\nsong_select\ntune_request\nclock\nstart\ncontinue\nstop\nactive_sensing\nreset'

_mido_monitor() {
  case $2 in
    -b | --backend) _mido_offer "$1" "$(_mido_backends)" ;;
    --only | --ignore) _mido_offer "$1" "$_mido_types" ;;
    --virtual) ;;
    *)
      if [[ $1 == -* ]]; then
        _mido_offer "$1" $'--backend\n--virtual\n--only\n--ignore\n--json\n--help'
      else
        _mido_inputs "$1"
      fi
      ;;
  esac
}

_mido_send() {
  case $2 in
    -b | --backend) _mido_offer "$1" "$(_mido_backends)" ;;
    *)
      if [[ $1 == -* ]]; then
        _mido_offer "$1" $'--backend\n--virtual\n--hex\n--help'
      elif [[ $2 == send || $2 == --virtual ]]; then
        _mido_outputs "$1"
      else
        _mido_offer "$1" "$_mido_types"
      fi
      ;;
  esac
}

_mido_record() {
  case $2 in
    -b | --backend) _mido_offer "$1" "$(_mido_backends)" ;;
    -i | --input-port) _mido_inputs "$1" ;;
    --click) _mido_outputs "$1" ;;
    --time-signature) _mido_offer "$1" $'2/4\n3/4\n4/4\n6/8' ;;
    --virtual | --tempo | --ticks-per-beat | --count-in | --for | --silence) ;;
    *)
      if [[ $1 == -* ]]; then
        _mido_offer "$1" $'--input-port\n--backend\n--virtual\n--tempo\n--time-signature\n--ticks-per-beat\n--count-in\n--click\n--for\n--silence\n--force\n--help'
      else
        _mido_midi_files "$1"
      fi
      ;;
  esac
}

_mido_syx() {
  local action=${COMP_WORDS[2]}
  case $2 in
    syx) _mido_offer "$1" $'send\nreceive\n--help' ;;
    -b | --backend) _mido_offer "$1" "$(_mido_backends)" ;;
    --chunk | --interval | --count | --silence) ;;
    receive) _mido_inputs "$1" ;;
    *)
      if [[ $1 == -* && $action == send ]]; then
        _mido_offer "$1" $'--backend\n--chunk\n--interval\n--help'
      elif [[ $1 == -* ]]; then
        _mido_offer "$1" $'--backend\n--virtual\n--count\n--silence\n--text\n--force\n--help'
      elif [[ $action == send && $2 != send ]]; then
        _mido_outputs "$1"
      else
        _mido_files '*.@(syx|txt)' "$1"
      fi
      ;;
  esac
}

_mido_commands=$'play\ninfo\ndump\nmake\nconvert\nroll\nports\nmonitor\nsend\nrecord\nsyx'

_mido() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local extended
  extended=$(shopt -p extglob)
  shopt -s extglob
  local command=${COMP_WORDS[1]}
  case ${COMP_WORDS[0]##*/} in mido-*) command=${COMP_WORDS[0]##*mido-} ;; esac

  if [[ ${COMP_WORDS[0]##*/} == mido && $COMP_CWORD -eq 1 ]]; then
    _mido_offer "$word" "$_mido_commands"$'\nhelp\n--help\n--version'
  elif [[ $command == help ]]; then
    _mido_offer "$word" "$_mido_commands"
  elif [[ -n $command && $'\n'$_mido_commands$'\n' == *$'\n'"$command"$'\n'* ]]; then
    "_mido_$command" "$word" "$previous"
  fi
  $extended
}

complete -F _mido mido mido-play mido-ports
