package etcdseed

import (
	"fmt"

	"google.golang.org/protobuf/encoding/protowire"
)

// Numbers of fields in Kubernetes' protobuf definitions, which never change.
const (
	unknownRaw = 2 // runtime.Unknown: the object itself

	objectMetadata = 1 // every kind that is prepared
	objectStatus   = 3 // FlowSchema and PriorityLevelConfiguration

	metaUID               = 5
	metaCreationTimestamp = 8
	metaOwnerReferences   = 13
	metaManagedFields     = 17
	managedFieldsTime     = 4

	statusConditions        = 1
	conditionTransitionTime = 3

	timeSeconds = 1
)

// edits says what becomes of the fields of a message: the function gets a field's content and returns the new one.
// Fields that are not named stay as they are, in their order.
type edits map[protowire.Number]func(content []byte) ([]byte, error)

// apply rewrites one protobuf message.
func (e edits) apply(message []byte) ([]byte, error) {
	var rewritten []byte
	for len(message) > 0 {
		number, kind, tagLength := protowire.ConsumeTag(message)
		if tagLength < 0 {
			return nil, protowire.ParseError(tagLength)
		}
		length := protowire.ConsumeFieldValue(number, kind, message[tagLength:])
		if length < 0 {
			return nil, protowire.ParseError(length)
		}
		field := message[:tagLength+length]
		message = message[tagLength+length:]
		if edit := e[number]; edit != nil {
			content, err := editContent(field[tagLength:], kind, edit)
			if err != nil {
				return nil, fmt.Errorf("field %d: %w", number, err)
			}
			field = protowire.AppendBytes(protowire.AppendTag(nil, number, kind), content)
		}
		rewritten = append(rewritten, field...)
	}
	return rewritten, nil
}

func editContent(value []byte, kind protowire.Type, edit func([]byte) ([]byte, error)) ([]byte, error) {
	if kind != protowire.BytesType {
		return nil, fmt.Errorf("is of wire type %d, not a message or a string", kind)
	}
	content, length := protowire.ConsumeBytes(value)
	if length < 0 {
		return nil, protowire.ParseError(length)
	}
	return edit(content)
}
