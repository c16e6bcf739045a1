package halt

import "time"

// look is how often the file is read again: it may be changed or emptied meanwhile, and a laptop that slept wakes after the
// time.
const look = 10 * time.Second

// Await returns when the time has come (true), or none is set any more.
func Await(schedule func() (time.Time, bool), sleep func(time.Duration)) bool {
	for {
		at, scheduled := schedule()
		left := time.Until(at)
		switch {
		case !scheduled:
			return false
		case left <= 0:
			return true
		}
		sleep(min(left, look))
	}
}
