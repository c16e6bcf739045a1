package event

import (
	"log"
	"os"
)

// logFolder is where the supervised part of the boot logs through s6-log.
const logFolder = "/var/log/coracle/boot"

// OpenLog sends the log of a process outside that supervision to the same file. Where the file cannot be opened, the
// log goes to the container's output, as it would by itself.
func OpenLog() {
	log.SetFlags(log.LstdFlags | log.Lmicroseconds)
	if os.MkdirAll(logFolder, 0o755) != nil {
		return
	}
	file, err := os.OpenFile(logFolder+"/current", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o744)
	if err != nil {
		return
	}
	log.SetOutput(file)
	// s6-log continues a file of this mode and sets any other aside, such as one that a killed node left.
	if err := file.Chmod(0o744); err != nil {
		log.Printf("boot log: %v", err)
	}
}
