package dev.coracle.cluster.image.load;

import java.util.List;

/**
 * An image in an archive, as a registry takes it.
 *
 * @param names its names; may be none
 * @param mediaType the manifest's type
 * @param manifest what the image is made of
 * @param blobs configuration and layers
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ArchiveImage(
    List<String> names, String mediaType, byte[] manifest, List<ArchiveBlob> blobs) {

  ArchiveImage {
    names = List.copyOf(names);
    blobs = List.copyOf(blobs);
  }
}
