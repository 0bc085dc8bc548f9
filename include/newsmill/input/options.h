// Limits of the input. The limits count bytes and items. They do not measure
// time, so every worker rejects the same documents.
#pragma once

#include <cstdint>

namespace newsmill::input {

struct Options {
  /// The maximum size of a raw value. A larger value becomes a dead letter with
  /// the reason `too_large`.
  int64_t max_message_bytes = int64_t{5} << 20;
  /// The maximum size of an unpacked body. A larger body becomes a dead letter
  /// with the reason `limit`.
  int64_t max_unpacked_bytes = int64_t{32} << 20;
  /// The maximum number of items in a feed or in a package of a news agency. A
  /// longer feed or package becomes a dead letter with the reason `limit`.
  int32_t max_items = 1000;
  /// The maximum number of all images, tags and authors of one item together.
  /// An item that exceeds the limit becomes a dead letter with the reason
  /// `limit`.
  int32_t max_names = 1000;
  /// The maximum depth of elements in an XML document. A document that exceeds
  /// the limit becomes a dead letter with the reason `limit`.
  int32_t max_xml_depth = 256;
  /// The maximum depth of objects and arrays in JSON, including the envelope. A
  /// document that exceeds the limit becomes a dead letter with the reason
  /// `limit`.
  int32_t max_json_depth = 64;
  /// The maximum number of values of any type in JSON, including the envelope.
  /// A document that exceeds the limit becomes a dead letter with the reason
  /// `limit`.
  int32_t max_json_values = 200'000;
};

}  // namespace newsmill::input
