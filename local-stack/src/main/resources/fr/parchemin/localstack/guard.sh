# Stops what a supervisor started, once the supervisor is gone, however it went: its end closes our standard input.
# $1: folder with one file per process, "<level>-<part>" holding "<pid> <start> <signal>"; $2: another folder to remove.
trap '' HUP INT TERM
cat > /dev/null
for level in 1 2 3; do
  for file in "$1/$level"-*; do
    [ -f "$file" ] && read -r pid _ signal < "$file" && kill -"$signal" "$pid" 2> /dev/null
  done
  for file in "$1/$level"-*; do
    [ -f "$file" ] && read -r pid _ < "$file" || continue
    tries=0
    while kill -0 "$pid" 2> /dev/null; do
      tries=$((tries + 1))
      [ $tries -gt 300 ] && kill -KILL "$pid" 2> /dev/null && break
      sleep 0.2
    done
  done
done
rm -rf "$1" ${2:+"$2"}
