# shellcheck shell=sh
# sums BEGUN: prints one line with the results of every test suite that ended since BEGUN, in seconds.
# Reads Surefire's and Failsafe's reports, so that it counts all modules.
sums() {
  find . -path '*/target/*-reports/TEST-*.xml' -newermt "@$1" -exec sed -n '/<testsuite /,/>/p' {} + |
    tr '\n>' ' \n' | awk '
      function number(name,  text) {
        if (!match($0, " " name "=\"[0-9]+\"")) return 0
        text = substr($0, RSTART, RLENGTH)
        gsub(/[^0-9]/, "", text)
        return text
      }
      /<testsuite / { tests += number("tests"); failed += number("failures") + number("errors"); skipped += number("skipped") }
      END { printf "%d passed, %d failed, %d skipped\n", tests - failed - skipped, failed, skipped }'
}
