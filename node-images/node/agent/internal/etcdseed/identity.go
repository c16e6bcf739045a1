package etcdseed

import (
	"fmt"
	"time"

	"github.com/google/uuid"
)

// An identity is what makes the prepared objects those of one cluster. Equal identities give equal data: the members
// of one etcd cluster must hold the same bytes.
type identity struct {
	seed uuid.UUID
	time time.Time
}

// newIdentity takes the time from the seed where that is a UUID of version 7, which begins with its time of birth;
// now is used for any other.
func newIdentity(seed string, now time.Time) (identity, error) {
	parsed, err := uuid.Parse(seed)
	if err != nil {
		return identity{}, fmt.Errorf("seed %q: %w", seed, err)
	}
	if parsed.Version() == 7 {
		seconds, _ := parsed.Time().UnixTime()
		now = time.Unix(seconds, 0)
	}
	return identity{seed: parsed, time: now.Truncate(time.Second)}, nil
}

// uid derives the UID that an object has in this cluster from the one it had when it was prepared.
func (i identity) uid(prepared []byte) []byte {
	return []byte(uuid.NewSHA1(i.seed, prepared).String())
}
