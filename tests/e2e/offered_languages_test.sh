#!/bin/sh
# The languages that the configuration offers, and what staff turn on and off over it: that stays, and a language that
# they have not touched goes on following the configuration.
set -eu
kiosk=$1 trees=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '482913\n' | "$kiosk" --state state --set-pin >/dev/null 2>&1
config() { printf 'content: {tree: %s/vansbro}\nlanguages: {%s}\n' "$trees" "$1" >kiosk.yaml; }
run() { "$kiosk" --config kiosk.yaml --state state --headless --size 1920x1080 --script "$1"; }
# offers TAG…: the picker's languages, and none else of these six
offers() {
  for tag in sv en ar so ti fi; do
    case " $* " in
      *" $tag "*) echo "- expect: {element: \"lang:$tag\"}" ;;
      *) echo "- expect: {not: {element: \"lang:$tag\"}}" ;;
    esac
  done
}
in_panel() {
  printf -- '- tap: lang:sv\n- tap: help\n- tap: staff\n'
  for digit in 4 8 2 9 1 3; do echo "- tap: pin:$digit"; done
  echo '- tap: staff:languages'
}

config 'offered: [sv, en, ar], first: [en]'
{ echo '- expect: {screen: picker, lang: en}'; offers sv en ar; in_panel
  echo '- tap: staff:language:fi
- tap: staff:language:ar
- tap: done'; offers sv en fi; } >first.yaml
run first.yaml

# What staff have set outlives the run and wins over another configuration, whose other languages come.
{ offers sv en fi; } >again.yaml
run again.yaml
config 'offered: [sv, ar, ti]'
{ offers sv ti fi; } >other.yaml
run other.yaml
config ''
{ offers sv en so ti fi; } >all.yaml
run all.yaml

# None of the content's languages is configured: all are offered, since a kiosk without a language says nothing.
rm state/settings.yaml
config 'offered: [is]'
{ offers sv en ar so ti fi; } >none.yaml
run none.yaml
