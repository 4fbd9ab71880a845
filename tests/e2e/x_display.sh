# To be sourced: an X server for one test, on a number that it chooses itself. It needs $work, a folder of the test's
# own, and adds to $started, the processes to end. $x_options are further options of the server.
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp ${x_options:-} 3>"$work/display" 2>/dev/null &
started="$started $!"
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
