package etcdseed

import (
	"fmt"

	"go.etcd.io/bbolt"
)

// keyBucket is where etcd's database keeps every revision of every key.
var keyBucket = []byte("key")

// Numbers of fields in etcd's mvccpb.KeyValue.
const (
	keyValueKey   = 1
	keyValueValue = 5
)

// renewSnapshot rewrites every object in a snapshot file in place, with no pause for the disk: the file is temporary.
func renewSnapshot(file string, identity identity) error {
	database, err := bbolt.Open(file, 0o600, &bbolt.Options{NoSync: true})
	if err != nil {
		return err
	}
	defer database.Close()
	return database.Update(func(tx *bbolt.Tx) error {
		bucket := tx.Bucket(keyBucket)
		renewed, err := renewAll(bucket, identity)
		for revision, value := range renewed {
			if err == nil {
				err = bucket.Put([]byte(revision), value)
			}
		}
		return err
	})
}

// renewAll returns the new value for each revision; a bucket must not be changed while it is walked.
func renewAll(bucket *bbolt.Bucket, identity identity) (map[string][]byte, error) {
	renewed := map[string][]byte{}
	err := bucket.ForEach(func(revision, keyValue []byte) (err error) {
		renewed[string(revision)], err = renewKeyValue(keyValue, identity)
		return err
	})
	if err == nil && len(renewed) == 0 {
		err = fmt.Errorf("the snapshot is empty")
	}
	return renewed, err
}

func renewKeyValue(keyValue []byte, identity identity) ([]byte, error) {
	var key string
	readKey := func(content []byte) ([]byte, error) { key = string(content); return content, nil }
	renewValue := func(content []byte) ([]byte, error) { return identity.renew(key, content) }
	renewed, err := edits{keyValueKey: readKey, keyValueValue: renewValue}.apply(keyValue)
	if err == nil && !isAllowed(key) {
		err = fmt.Errorf("%s was deleted, but is still there", key)
	}
	return renewed, err
}
