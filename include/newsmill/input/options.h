// Limits of the input. They count bytes and items and do not measure time, so
// that every worker refuses the same documents.
#pragma once

#include <cstdint>

namespace newsmill::input {

struct Options {
  /// A raw value above this is a dead letter `too_large`.
  int64_t max_message_bytes = int64_t{5} << 20;
  /// A body that unpacks to more is a dead letter `limit`.
  int64_t max_unpacked_bytes = int64_t{32} << 20;
  /// Items of a feed or package; more is a dead letter `limit`.
  int32_t max_items = 1000;
  /// Images, tags and authors of one item; more is a dead letter `limit`.
  int32_t max_names = 1000;
  /// Nested elements in an XML document; more is a dead letter `limit`.
  int32_t max_xml_depth = 256;
  /// Nested objects and arrays in JSON, envelopes included; more is a dead
  /// letter `limit`.
  int32_t max_json_depth = 64;
  /// Values of any type in JSON, an envelope included; more is a dead letter
  /// `limit`.
  int32_t max_json_values = 200'000;
};

}  // namespace newsmill::input
