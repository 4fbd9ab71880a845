# To be sourced: an X server for one test, on a number that it chooses itself. It needs $work, a folder of the test's
# own; $x_options are further options of the server. At the test's end the processes in $started are ended, and the
# folder goes. A server that is still ending takes the next one's socket away, so it is waited for.
started=""
end_all() {
  kill $started 2>/dev/null || true
  wait
  rm -rf "$work"
}
trap end_all EXIT
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp ${x_options:-} 3>"$work/display" 2>/dev/null &
started=$!
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
